// Coverage held against need: what is asked at the left, how unequal it is in the middle, and where
// to go next at the right.

#include <algorithm>
#include <cmath>

#include "app/panels/gaps_parts.h"
#include "app/panels/widgets.h"

namespace malimap {
namespace gaps_parts {

float left_of(const PanelContext& ctx) {
  return ImGui::GetWindowPos().x + ctx.style.dp(16);
}

float right_of(const PanelContext& ctx) {
  return ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - ctx.style.dp(16);
}

void explain(const PanelContext& ctx, const std::string& text) {
  const float pad = ctx.style.dp(8);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, pad * 0.75F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ctx.style.dp(5));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ctx.style.dp(5));
  ImGui::BeginTooltip();
  ImGui::PushFont(ctx.style.fonts.small);
  ImGui::PushTextWrapPos(ctx.style.dp(320));
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopFont();
  ImGui::EndTooltip();
  ImGui::PopStyleVar(3);
}

}  // namespace gaps_parts

namespace gaps_panel {
namespace {

struct Columns {
  float settings, indices, ranking;  // widths, px
};

Columns columns_of(const PanelContext& ctx, float width) {
  const Style& style = ctx.style;
  const float settings = std::clamp(width * 0.26F, style.dp(210), style.dp(240));
  const float ranking = std::clamp(width * 0.41F, style.dp(280), style.dp(640));
  return {std::floor(settings), std::floor(width - settings - ranking), std::floor(ranking)};
}

template <class Draw>
void column(const PanelContext& ctx, const char* name, float left, float width, Draw draw) {
  const PixelBox& box = ctx.layout.bottom;
  const auto top = static_cast<float>(box.y);
  ImGui::SetCursorScreenPos({left, top});
  ImGui::BeginChild(name, {width, static_cast<float>(box.height)}, false,
                    ImGuiWindowFlags_NoBackground);
  ui::gap(ctx, 6);
  draw();
  ImGui::EndChild();
}

void problem(const PanelContext& ctx) {
  ui::gap(ctx, 12);
  const std::string& why = ctx.derived.gaps_problem;
  ui::paragraph(ctx, ctx.style.fonts.body, ctx.style.colours.muted,
                why.empty() ? ctx.tr("No figures yet.") : why);
  ctx.widgets.note("gaps.problem", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  if (!ui::begin_panel(ctx, "gaps", box))
    return;
  const auto left = static_cast<float>(box.x);
  const Columns columns = columns_of(ctx, static_cast<float>(box.width));
  const float second = left + columns.settings, third = second + columns.indices;
  const GapStudy* study = ctx.derived.gaps.get();
  column(ctx, "gaps-settings", left, columns.settings, [&] { gaps_parts::settings(ctx, actions); });
  column(ctx, "gaps-indices", second, columns.indices, [&] {
    if (study)
      gaps_parts::indices(ctx, *study, actions);
    else
      problem(ctx);
  });
  if (study)
    column(ctx, "gaps-ranking", third, columns.ranking,
           [&] { gaps_parts::ranking(ctx, *study, actions); });
  const double column_height = box.height;
  ui::hairline(ctx, {second, box.y, columns.indices, column_height}, ui::Side::Left);
  ui::hairline(ctx, {third, box.y, columns.ranking, column_height}, ui::Side::Left);
  ui::end_panel();
}

}  // namespace gaps_panel
}  // namespace malimap
