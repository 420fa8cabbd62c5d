// Page "data" of the left panel: what is counted, filters with live counts, level.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/panels/facet_section.h"
#include "app/panels/left_column.h"
#include "app/panels/range_section.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "geo/coverage/areas.h"

namespace malimap::left_column {
namespace {

// The button of an area: all of its units are in the filter, or not.
bool holds_all(const std::set<std::string>& units, const std::set<std::string>& inside) {
  return std::includes(units.begin(), units.end(), inside.begin(), inside.end());
}

// With the area's units; without them where all of them are there.
std::set<std::string> joined(std::set<std::string> units, const std::set<std::string>& inside) {
  const bool all = holds_all(units, inside);
  for (const std::string& pcode : inside)
    if (all)
      units.erase(pcode);
    else
      units.insert(pcode);
  return units;
}

bool area_button(const PanelContext& ctx, Area area, bool taken, ImVec2 low, ImVec2 high) {
  const auto& c = ctx.style.colours;
  const ui::Press pressed = ui::press(ctx, "area." + std::string(word_of(area)), low, high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float round = ctx.style.dp(6);
  list.AddRectFilled(low, high, taken ? c.accent_soft : pressed.hovered ? c.hover : c.panel, round);
  list.AddRect(low, high, taken ? c.accent : c.hairline, round, 0, ctx.style.hairline());
  ui::text_in(ctx, taken ? ctx.style.fonts.strong : ctx.style.fonts.body, taken ? c.accent : c.text,
              {low.x + ctx.style.dp(3), low.y}, {high.x - ctx.style.dp(3), high.y},
              name_of(area, ctx.tr), ui::Align::Centre);
  return pressed.clicked;
}

// A field to search in titles, numbers and places.
void search_field(const PanelContext& ctx, Actions& actions) {
  UiText& text = ctx.text;
  if (!text.search_edited)
    text.search = ctx.state.scene.filter.text;
  const ImVec2 low(left(ctx), ImGui::GetCursorScreenPos().y);
  const float width = right(ctx) - low.x;
  ImGui::SetCursorScreenPos(low);
  ImGui::SetNextItemWidth(width);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ctx.style.dp(30), ctx.style.dp(7)});
  const bool changed =
      ImGui::InputTextWithHint("##search", ctx.tr("Title, number or place"), &text.search);
  ImGui::PopStyleVar();
  const ImVec2 high = ImGui::GetItemRectMax();
  ctx.widgets.note("filter.text", low, high);
  icons::search(*ImGui::GetWindowDrawList(), {low.x + ctx.style.dp(16), (low.y + high.y) / 2},
                ctx.style.dp(9), ctx.style.colours.faint, ctx.style.dp(1.5F));
  // As it is typed; the field is ahead of the filter until that has followed.
  if (changed)
    actions.push_back(action::SetFilterText{text.search});
  text.search_edited = ImGui::IsItemActive();
  ImGui::SetCursorScreenPos({low.x, high.y});
}

void units_section(const PanelContext& ctx, Actions& actions) {
  const std::set<std::string>& units = ctx.state.scene.filter.units;
  std::vector<std::pair<Area, std::set<std::string>>> areas;
  for (const Area area : kAreas)
    if (auto found = units_of(area, *ctx.state.sources.boundaries); !found.empty())
      areas.emplace_back(area, std::move(found));
  if (areas.empty() && units.empty())
    return;
  ui::gap(ctx, 16);
  if (ui::heading(ctx, ctx.tr("Units"), "clear.units", units.empty() ? "" : ctx.tr("Clear")))
    actions.push_back(action::SetUnitFilter{});
  const float top = ImGui::GetCursorScreenPos().y, gap = ctx.style.dp(6);
  const float width =
      (right(ctx) - left(ctx) + gap) / static_cast<float>(std::max<std::size_t>(1, areas.size()));
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const auto& [area, inside] = areas[i];
    const float x = left(ctx) + width * static_cast<float>(i);
    if (area_button(ctx, area, holds_all(units, inside), {x, top},
                    {x + width - gap, top + ctx.style.dp(30)}))
      actions.push_back(action::SetUnitFilter{joined(units, inside)});
  }
  ImGui::SetCursorScreenPos({left(ctx), top + ctx.style.dp(areas.empty() ? 0 : 36)});
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                ctx.tr("On the map: Ctrl and a click, or Shift and a line around."));
}

// Rows that share an id are one project, or each is counted.
void count_section(const PanelContext& ctx, Actions& actions) {
  const Dataset& dataset = *ctx.state.sources.dataset;
  if (dataset.projects->project_of_row.empty())
    return;
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Count"));
  const ImVec2 low(left(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 high(right(ctx), low.y + ctx.style.dp(32));
  const int clicked = ui::segments(
      ctx, "count", {{"count.projects", ctx.tr("Projects")}, {"count.rows", ctx.tr("Rows")}},
      dataset.rows_are_projects ? 1 : 0, low, high);
  if (clicked >= 0)
    actions.push_back(action::CountRows{clicked == 1});
  ImGui::SetCursorScreenPos({low.x, high.y});
  ui::gap(ctx, 6);
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                ctx.tr("Rows with the same number are one project in several places."));
}

void level_section(const PanelContext& ctx, Actions& actions) {
  const auto& layers = ctx.state.sources.boundaries->layers;
  if (layers.size() < 2)
    return;
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Level"));
  std::vector<std::pair<std::string, std::string>> items;
  int current = -1;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    items.emplace_back("level." + std::string(word_of(layers[i].level)),
                       ui::level_plural(ctx.tr, layers[i].level));
    if (layers[i].level == ctx.derived.layer->level)
      current = static_cast<int>(i);
  }
  const ImVec2 low(left(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 high(right(ctx), low.y + ctx.style.dp(32));
  const int clicked = ui::segments(ctx, "level", items, current, low, high);
  if (clicked >= 0)
    actions.push_back(action::SetLevel{layers[static_cast<std::size_t>(clicked)].level});
  ImGui::SetCursorScreenPos({low.x, high.y});
}

}  // namespace

void data_page(const PanelContext& ctx, Actions& actions) {
  count_section(ctx, actions);
  ui::gap(ctx, 16);
  if (ui::heading(ctx, ctx.tr("Filter"), "clear.all",
                  ctx.state.scene.filter.empty() ? "" : ctx.tr("Clear all")))
    actions.push_back(action::ClearFilter{});
  search_field(ctx, actions);
  facet_section(ctx, Dimension::Fund, ctx.derived.fund, actions);
  facet_section(ctx, Dimension::Sector, ctx.derived.sector, actions);
  facet_section(ctx, Dimension::Status, ctx.derived.status, actions);
  units_section(ctx, actions);
  budget_section(ctx, actions);
  start_section(ctx, actions);
  facet_section(ctx, Dimension::Donor, ctx.derived.donor, actions);
  facet_section(ctx, Dimension::Partner, ctx.derived.partner, actions);
  level_section(ctx, actions);
}

}  // namespace malimap::left_column
