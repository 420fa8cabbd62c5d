#include "app/panels/bottom_tabs.h"

#include <array>
#include <string>

#include "app/panels/widgets.h"

namespace malimap::bottom_panel {
namespace {

constexpr std::array kTabs = {
    Tab{BottomTab::Projects, "projects", N_("Projects")},
    Tab{BottomTab::Matrix, "matrix", N_("Matrix")},
    Tab{BottomTab::Time, "time", N_("Time")},
    Tab{BottomTab::Gaps, "gaps", N_("Gaps")},
    Tab{BottomTab::Changes, "changes", N_("Changes")},
    Tab{BottomTab::Figure, "figure", N_("Figure")},
};

float width_of(const PanelContext& ctx, const std::string& text) {
  ImFont* font = ctx.style.fonts.strong;
  return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
}

/// One tab; its right end.
float tab(const PanelContext& ctx, const Tab& tab, int key, float left, Actions& actions) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const auto top = static_cast<float>(ctx.layout.bottom.y);
  const std::string text = ctx.tr(tab.title);
  const bool open = ctx.state.panels.bottom == tab.tab;
  const ImVec2 low(left, top);
  const ImVec2 high(left + width_of(ctx, text) + style.dp(24), top + style.dp(kTabsHeight));
  const ui::Press pressed = ui::press(ctx, std::string("bottom.") + tab.word, low, high);
  ui::text_in(ctx, open ? style.fonts.strong : style.fonts.body,
              open || pressed.hovered ? c.text : c.muted, low, high, text, ui::Align::Centre);
  if (open || pressed.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled({low.x + style.dp(12), high.y - style.dp(2.5F)},
                                              {high.x - style.dp(12), high.y},
                                              open ? c.accent : c.hairline);
  if (pressed.hovered)
    ui::hint(ctx, text + " (Ctrl+" + std::to_string(key) + ")");
  if (pressed.clicked)
    actions.push_back(action::SetBottom{open ? BottomTab::None : tab.tab});
  return high.x;
}

void strip(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  const auto right = static_cast<float>(box.x + box.width);
  float left = static_cast<float>(box.x) + ctx.style.dp(4);
  int key = 1;
  for (const Tab& one : kTabs)
    left = tab(ctx, one, key++, left, actions);
  if (ctx.state.panels.bottom == BottomTab::None)
    return;
  const float middle = static_cast<float>(box.y) + ctx.style.dp(kTabsHeight) / 2;
  if (ui::icon_button(ctx, "bottom.close", icons::close, ctx.tr("Close"),
                      {right - ctx.style.dp(22), middle}, 28))
    actions.push_back(action::SetBottom{BottomTab::None});
}

void draw_open(const PanelContext& ctx, Actions& actions) {
  switch (ctx.state.panels.bottom) {
    case BottomTab::Matrix:
      return matrix_panel::draw(ctx, actions);
    case BottomTab::Time:
      return time_panel::draw(ctx, actions);
    case BottomTab::Changes:
      return changes_panel::draw(ctx, actions);
    case BottomTab::Gaps:
      return gaps_panel::draw(ctx, actions);
    case BottomTab::Projects:
      return projects_panel::draw(ctx, actions);
    case BottomTab::Figure:
      return figure_panel::draw(ctx, actions);
    case BottomTab::None:
      return;
  }
}

}  // namespace

std::span<const Tab> tabs() {
  return kTabs;
}

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  if (box.height < ctx.style.dp(kTabsHeight))
    return;
  const double height = ctx.style.dp(kTabsHeight);
  const PixelBox head{box.x, box.y, box.width, height};
  if (!ui::begin_panel(ctx, "bottom-tabs", head))
    return;
  strip(ctx, actions);
  ui::hairline(ctx, head, ui::Side::Top);
  ui::hairline(ctx, head, ui::Side::Bottom);
  ui::end_panel();
  Layout below = ctx.layout;
  below.bottom = {box.x, box.y + height, box.width, box.height - height};
  draw_open(PanelContext{ctx.state, ctx.derived, ctx.composition, ctx.tr, ctx.style, below,
                         ctx.jobs, ctx.hover, ctx.pictures, ctx.furniture, ctx.text, ctx.widgets},
            actions);
}

}  // namespace malimap::bottom_panel
