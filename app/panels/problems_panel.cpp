// What is wrong with the data that were read, one line each; unfolds at the foot of the map.

#include <algorithm>

#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::problems_panel {
namespace {

ImU32 colour_of(const Style& style, Severity severity) {
  if (severity == Severity::Lost)
    return style.colours.danger;
  return severity == Severity::Doubtful ? style.colours.notice_line : style.colours.faint;
}

void line(const PanelContext& ctx, const Problem& problem, float left, float right) {
  const Style& style = ctx.style;
  const float top = ImGui::GetCursorScreenPos().y;
  const float height = style.dp(24);
  const float middle = top + height / 2;
  ImGui::GetWindowDrawList()->AddCircleFilled({left + style.dp(4), middle}, style.dp(3.5F),
                                              colour_of(style, problem.severity), 16);
  std::string text = sentence(problem.error, ctx.tr);
  if (!problem.proposal.empty())
    text += " → " + problem.proposal;
  ui::text_in(ctx, style.fonts.small, style.colours.text, {left + style.dp(16), top},
              {right, top + height}, text);
  ImGui::SetCursorScreenPos({left, top});
  ImGui::Dummy({right - left, height});
  if (ImGui::IsItemHovered())
    ui::hint(ctx, text);
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.problems;
  if (!ui::begin_panel(ctx, "problems-list", box, true))
    return;
  const Style& style = ctx.style;
  const auto left = static_cast<float>(box.x) + style.dp(16);
  const auto right = static_cast<float>(box.x + box.width) - style.dp(16);
  ui::gap(ctx, 8);
  if (ui::heading(ctx, ctx.tr("Problems in the data"), "problems.close", ctx.tr("Close"))) {
    PanelSwitches panels = ctx.state.panels;
    panels.problems = false;
    actions.push_back(action::SetPanels{panels});
  }
  const Problems& problems = *ctx.state.sources.problems;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(problems.size()), style.dp(24));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      line(ctx, problems.nth(static_cast<std::size_t>(i)), left, right);
  ui::hairline(ctx, box, ui::Side::Top);
  ui::end_panel();
}

}  // namespace malimap::problems_panel
