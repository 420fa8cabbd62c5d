// Five steps for one who starts for the first time: each lights one part of the window and says
// what it is for.

#include <algorithm>
#include <array>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::tour {
namespace {

struct Step {
  const char *title, *text;  // msgids
};
constexpr std::array<Step, kSteps> kTexts = {
    Step{N_("The map says where, and what nobody knows"),
         N_("Colours are classes; the legend counts the units in each. Hatched means that the "
            "source says nothing "
            "there, which is not zero. Click a unit for its profile; double click goes down into "
            "it, Esc comes back up.")},
    Step{N_("Filter, and everything follows"),
         N_("Tick a fund, a sector, a partner: the figures beside the others follow at once. On "
            "hover, only and except. "
            "Budgets and dates are brushed, units are picked on the map. Chips above the map say "
            "what is filtered.")},
    Step{N_("Your own list"),
         N_("Drop a spreadsheet on the window: Excel, CSV, map files, as others typed them. F4 "
            "tells row by row what "
            "could not be read or placed; nothing is dropped, nothing is guessed in silence.")},
    Step{N_("Where nobody works"), N_("Below the map: the matrix of who does what where, time, and "
                                      "the gaps, where need is held against what is "
                                      "there. The ranked list gives a reason for every line; add a "
                                      "planned project and the ranks move.")},
    Step{N_("Every figure explains itself"),
         N_("Click a figure: its rows, the rule that combined them, its source. Then take it with "
            "you: Ctrl+P shows the "
            "page, Ctrl+E writes it, F5 presents. F1 shows all keys and this tour.")},
};

PixelBox lit(const PanelContext& ctx, int step) {
  const Layout& layout = ctx.layout;
  switch (step) {
    case 1:
      return layout.filters.width > 0 ? layout.filters : layout.map;
    case 3:
      return layout.bottom;
    case 4:
      return layout.details.width > 0 ? layout.details : layout.map;
    default:
      return layout.map;
  }
}

// Everything but the box, darker.
void veil(const PanelContext& ctx, const PixelBox& box) {
  const PixelBox window{0, 0, ctx.layout.top.width, ctx.layout.status.y + ctx.layout.status.height};
  if (!ui::begin_panel(ctx, "tour-veil", window, false, ui::Ground::Veil))
    return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto width = static_cast<float>(ctx.layout.top.width);
  const auto height = static_cast<float>(ctx.layout.status.y + ctx.layout.status.height);
  const ImVec2 low(static_cast<float>(box.x), static_cast<float>(box.y));
  const ImVec2 high(static_cast<float>(box.x + box.width), static_cast<float>(box.y + box.height));
  const ImU32 dark = ctx.style.colours.veil;
  list.AddRectFilled({0, 0}, {width, low.y}, dark);
  list.AddRectFilled({0, high.y}, {width, height}, dark);
  list.AddRectFilled({0, low.y}, {low.x, high.y}, dark);
  list.AddRectFilled({high.x, low.y}, {width, high.y}, dark);
  list.AddRect(low, high, ctx.style.colours.accent, 0, 0, ctx.style.dp(2));
  ui::end_panel();
}

// Beside what is lit, where there is room; else in its middle.
PixelBox card_box(const PanelContext& ctx, const PixelBox& at) {
  const double width = std::min<double>(ctx.style.dp(452), ctx.layout.top.width - 16);
  const double height = ctx.style.dp(212);
  const double gap = ctx.style.dp(20), window = ctx.layout.top.width;
  double x = at.x + (at.width - width) / 2, y = at.y + (at.height - height) / 2;
  if (at.x + at.width + gap + width < window && at.width < window / 2)
    x = at.x + at.width + gap;
  else if (at.x - gap - width > 0 && at.width < window / 2)
    x = at.x - gap - width;
  else if (at.height < 2 * height)
    y = at.y - gap - height;
  return {std::clamp(x, 8.0, std::max(8.0, window - width - 8)), std::max(8.0, y), width, height};
}

void dots(const PanelContext& ctx, float left, float middle, int step) {
  const Style& style = ctx.style;
  for (int i = 0; i < kSteps; ++i)
    ImGui::GetWindowDrawList()->AddCircleFilled(
        {left + style.dp(4) + static_cast<float>(i) * style.dp(14), middle}, style.dp(3.5F),
        i == step ? style.colours.accent : style.colours.hairline, 16);
}

void buttons(const PanelContext& ctx, const PixelBox& box, int step, Actions& actions) {
  const Style& style = ctx.style;
  const auto right = static_cast<float>(box.x + box.width) - style.dp(20);
  const auto bottom = static_cast<float>(box.y + box.height) - style.dp(18);
  const float top = bottom - style.dp(32);
  const bool last = step + 1 == kSteps;
  const std::string next = last ? ctx.tr("Begin") : ctx.tr("Next");
  const float width = ui::button_width(ctx, next);
  if (ui::button(ctx, "tour.next", next, {right - width, top}, {right, bottom},
                 ui::Weight::Primary))
    actions.push_back(action::SetTour{last ? -1 : step + 1});
  dots(ctx, static_cast<float>(box.x) + style.dp(20), (top + bottom) / 2, step);
  if (last)
    return;
  const std::string skip = ctx.tr("Skip");
  const float skip_width = ui::button_width(ctx, skip);
  const float skip_right = right - width - style.dp(8);
  if (ui::button(ctx, "tour.skip", skip, {skip_right - skip_width, top}, {skip_right, bottom}))
    actions.push_back(action::SetTour{-1});
}

}  // namespace

std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions) {
  const int step = ctx.state.tour;
  if (step < 0 || step >= kSteps)
    return {};
  const Style& style = ctx.style;
  const PixelBox at = lit(ctx, step);
  veil(ctx, at);
  const PixelBox box = card_box(ctx, at);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, style.dp(10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, style.hairline());
  if (ui::begin_panel(ctx, "tour-card", box, false, ui::Ground::Card)) {
    const auto left = static_cast<float>(box.x) + style.dp(20);
    const float right = static_cast<float>(box.x + box.width) - style.dp(20);
    const auto top = static_cast<float>(box.y) + style.dp(16);
    const Step& text = kTexts[static_cast<std::size_t>(step)];
    ui::text_in(ctx, style.fonts.title, style.colours.text, {left, top},
                {right, top + style.dp(28)}, ctx.tr(text.title));
    ImGui::SetCursorScreenPos({left, top + style.dp(38)});
    ImGui::PushTextWrapPos(right - static_cast<float>(box.x));
    ui::paragraph(ctx, style.fonts.body, style.colours.text, ctx.tr(text.text));
    ImGui::PopTextWrapPos();
    buttons(ctx, box, step, actions);
    ui::end_panel();
  }
  ImGui::PopStyleVar(2);
  return {{0, 0, ctx.layout.top.width, ctx.layout.status.y + ctx.layout.status.height}};
}

}  // namespace malimap::tour
