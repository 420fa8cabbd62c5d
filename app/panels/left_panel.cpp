// The left panel: two pages under one switch, "data" and "map"; the measure belongs to both.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/panels/controls.h"
#include "app/panels/left_column.h"
#include "app/panels/widgets.h"

namespace malimap {
namespace left_column {
namespace {

// The budget is not published for the zones under this filter: funds for which it is.
std::string fund_with_zone_budgets(const PanelContext& ctx) {
  if (!ctx.derived.by_fund)
    return {};
  for (const CoverageGroup& group : *ctx.derived.by_fund) {
    const auto& zones = group.coverage.zones;
    const bool any = std::any_of(zones.begin(), zones.end(), [](const CoverageZone& zone) {
      return zone.figures.budget.has_value();
    });
    if (any && !group.values.empty() && group.values[0])
      return *group.values[0];
  }
  return {};
}

bool no_values(const PanelContext& ctx) {
  const auto& zones = ctx.derived.coverage->zones;
  return std::none_of(zones.begin(), zones.end(), [&](const CoverageZone& zone) {
    return value_of(ctx.state.scene.measure, zone, *ctx.derived.coverage).has_value();
  });
}

// Areas coloured by how much there is; symbols are made for that.
bool colours_totals(const Scene& scene) {
  return is_raw_total(scene.measure) &&
         (scene.type == MapType::Choropleth || scene.type == MapType::Diverging);
}

void measure_hint(const PanelContext& ctx, Actions& actions) {
  const Measure measure = ctx.state.scene.measure;
  if (no_values(ctx)) {
    const std::string fund = fund_with_zone_budgets(ctx);
    const bool helps = !fund.empty() && ctx.state.scene.filter.fund != std::set{fund};
    const std::string text = helps ? ctx.tr("Not published by region under this filter.")
                                   : ctx.tr("No figures under this filter.");
    const std::string link =
        helps ? trf(ctx.tr, "{0} only", label_of(Dimension::Fund, fund, ctx.tr)) : std::string();
    ui::gap(ctx, 8);
    if (ui::notice(ctx, text, "notice.fund-only", link))
      actions.push_back(action::OnlyFilterValue{Dimension::Fund, fund});
    return;
  }
  if (!colours_totals(ctx.state.scene))
    return;
  ui::gap(ctx, 6);
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                ctx.tr("A raw total: large or populous units stand out by themselves."));
  if (ui::link(ctx, "measure.rate", title_of(rate_for(measure), ctx.tr) + " →"))
    actions.push_back(action::SetMeasure{rate_for(measure)});
}

}  // namespace

bool begin_choice(const PanelContext& ctx, const std::string& id, const std::string& shown) {
  const ImVec2 low(left(ctx), ImGui::GetCursorScreenPos().y);
  return ui::begin_choice(ctx, id, shown, low, right(ctx) - low.x);
}

bool field(const PanelContext& ctx, const std::string& id, const char* hint, std::string& text) {
  const ImVec2 low(left(ctx), ImGui::GetCursorScreenPos().y);
  ImGui::SetCursorScreenPos(low);
  ImGui::SetNextItemWidth(right(ctx) - low.x);
  ImGui::InputTextWithHint(("##" + id).c_str(), hint, &text);
  if (ImGui::IsItemVisible())
    ctx.widgets.note(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  return ImGui::IsItemDeactivatedAfterEdit();
}

void measure_section(const PanelContext& ctx, Actions& actions) {
  ui::heading(ctx, ctx.tr("Show"));
  const Measure current = ctx.state.scene.measure;
  if (begin_choice(ctx, "measure", title_of(current, ctx.tr))) {
    for (const Measure measure : all_measures())
      if (ui::choice(ctx, "measure." + std::string(word_of(measure)), title_of(measure, ctx.tr),
                     measure == current, explanation_of(measure, ctx.tr)))
        actions.push_back(action::SetMeasure{measure});
    ui::end_choice();
  }
  measure_hint(ctx, actions);
}

}  // namespace left_column

namespace left_panel {
namespace {

constexpr float kTabs = 52;  // dp: the switch with the room around it

void pages_switch(const PanelContext& ctx, const PixelBox& box) {
  if (!ui::begin_panel(ctx, "pages", box))
    return;
  const float left = left_column::left(ctx), right = left_column::right(ctx);
  const auto top = static_cast<float>(box.y) + ctx.style.dp(12);
  const int clicked =
      ui::segments(ctx, "page", {{"tab.data", ctx.tr("Data")}, {"tab.map", ctx.tr("Map")}},
                   ctx.text.map_page ? 1 : 0, {left, top}, {right, top + ctx.style.dp(32)});
  if (clicked >= 0)
    ctx.text.map_page = clicked == 1;
  ui::end_panel();
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& whole = ctx.layout.filters;
  if (whole.width < 1)
    return;
  const double tabs = std::min<double>(ctx.style.dp(kTabs), whole.height);
  pages_switch(ctx, {whole.x, whole.y, whole.width, tabs});
  // Each page keeps how far it was scrolled.
  const bool map = ctx.text.map_page;
  if (!ui::begin_panel(ctx, map ? "map-page" : "filters",
                       {whole.x, whole.y + tabs, whole.width, whole.height - tabs}, true))
    return;
  left_column::measure_section(ctx, actions);
  if (map)
    left_column::map_page(ctx, actions);
  else
    left_column::data_page(ctx, actions);
  ui::gap(ctx, 24);
  ui::end_panel();
}

}  // namespace left_panel
}  // namespace malimap
