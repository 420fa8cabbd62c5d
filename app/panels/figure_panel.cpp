// One figure explained: its value, what it was computed from, by which rules, from which source,
// and its rows; in Layout::bottom.

#include <algorithm>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/project_table.h"
#include "app/panels/widgets.h"

namespace malimap::figure_panel {
namespace {

constexpr float kCard = 372;  // dp

// Words of the card: from a left end, as wide as it, moving the cursor down.
void words(const PanelContext& ctx, ImFont* font, ImU32 colour, const std::string& text) {
  ui::paragraph(ctx, font, colour, text);
}

void part(const PanelContext& ctx, const ExplainedPart& part) {
  const Style& style = ctx.style;
  const float left = ImGui::GetWindowPos().x + style.dp(16);
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - style.dp(16);
  const float top = ImGui::GetCursorScreenPos().y;
  const float bottom = top + style.dp(22);
  const float middle = left + (right - left) * 0.62F;
  ui::text_in(ctx, style.fonts.body, style.colours.muted, {left, top}, {middle, bottom},
              part.label);
  ui::text_in(ctx, style.fonts.body, style.colours.text, {middle, top}, {right + 1, bottom},
              part.value, ui::Align::Right);
  ImGui::GetWindowDrawList()->AddRectFilled({left, bottom - style.hairline()}, {right, bottom},
                                            style.colours.bar);
  ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x, bottom});
}

void card(const PanelContext& ctx, const Explanation& told, Actions& actions) {
  const Style& style = ctx.style;
  ui::gap(ctx, 10);
  words(ctx, style.fonts.small, style.colours.muted, told.title);
  ui::gap(ctx, 2);
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - style.dp(16);
  const float top = ImGui::GetCursorScreenPos().y;
  const std::string copy = ctx.tr("Copy");
  const float copy_left = right - ui::button_width(ctx, copy) + style.dp(8);
  if (ui::button(ctx, "figure.copy", copy, {copy_left, top}, {right, top + style.dp(26)}))
    actions.push_back(action::Output{OutputWhat::ClipboardTable, {ExportWhat::Figure, {}, 300}});
  ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x, top});
  words(ctx, style.fonts.title, style.colours.text, told.value);
  ui::gap(ctx, 6);
  for (const ExplainedPart& one : told.parts)
    part(ctx, one);
  ui::gap(ctx, 8);
  for (const std::string& rule : told.rules) {
    words(ctx, style.fonts.body, style.colours.text, rule);
    ui::gap(ctx, 3);
  }
  ui::gap(ctx, 5);
  for (const std::string& source : told.sources)
    words(ctx, style.fonts.small, style.colours.muted, source);
  ui::gap(ctx, 10);
}

void nothing_yet(const PanelContext& ctx) {
  const PixelBox& box = ctx.layout.bottom;
  ui::text_in(ctx, ctx.style.fonts.body, ctx.style.colours.muted,
              {static_cast<float>(box.x), static_cast<float>(box.y)},
              {static_cast<float>(box.x + box.width), static_cast<float>(box.y + box.height)},
              ctx.tr("Click a figure anywhere, and its rows and rules stand here."),
              ui::Align::Centre);
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  if (!ctx.derived.explanation) {
    if (!ui::begin_panel(ctx, "figure-card", box))
      return;
    nothing_yet(ctx);
    ui::end_panel();
    return;
  }
  const Explanation& told = *ctx.derived.explanation;
  const bool has_rows = !told.rows.empty();
  // Without rows the words may be as wide as they are easily read.
  const double width = has_rows ? std::min<double>(ctx.style.dp(kCard), box.width * 0.48)
                                : std::min<double>(ctx.style.dp(640), box.width);
  if (ui::begin_panel(ctx, "figure-card", {box.x, box.y, width, box.height}, true)) {
    card(ctx, told, actions);
    ui::end_panel();
  }
  if (!has_rows)
    return;
  const PixelBox right{box.x + width, box.y, box.width - width, box.height};
  if (!ui::begin_panel(ctx, "figure-rows", right))
    return;
  project_table::draw(ctx, actions, "figure", told.rows, right, false);
  ui::hairline(ctx, right, ui::Side::Left);
  ui::end_panel();
}

}  // namespace malimap::figure_panel
