// Page "data" of the left panel: what is counted, filters with live counts, level.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/panels/left_column.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::left_column {
namespace {

constexpr std::size_t kShortList = 8;

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

// Lists show counts; where no count is published, amounts.
struct Column {
  bool counts = false;
  double largest = 0;
};

double amount_of(const Figures& figures, bool counts) {
  if (counts)
    return static_cast<double>(figures.projects.value_or(0));
  return figures.budget ? figures.budget->dollars() : 0;
}

Column column_of(const Facets& facets) {
  Column column;
  column.counts = std::any_of(facets.begin(), facets.end(), [](const FacetValue& value) {
    return value.figures.projects.has_value();
  });
  for (const FacetValue& value : facets)
    column.largest = std::max(column.largest, amount_of(value.figures, column.counts));
  return column;
}

void facet_row(const PanelContext& ctx, Dimension dimension, const FacetValue& value,
               const Column& column, Actions& actions) {
  const Figures& figures = value.figures;
  ui::Row row;
  row.id = std::string("filter.") + ui::dimension_word(dimension) + "." + value.value;
  row.label = label_of(dimension, value.value, ctx.tr);
  row.value = column.counts ? ui::count_text(ctx, figures.projects)
                            : ui::bare_money_text(ctx, figures.budget);
  const double amount = amount_of(figures, column.counts);
  row.part = column.largest > 0 ? amount / column.largest : 0;
  row.ticked = value.selected;
  row.faint = amount <= 0 && !value.selected;
  row.only = ctx.tr("only");
  const ui::RowClick click = ui::row(ctx, row);
  if (click == ui::RowClick::Row)
    actions.push_back(action::ToggleFilterValue{dimension, value.value});
  else if (click == ui::RowClick::Only)
    actions.push_back(action::OnlyFilterValue{dimension, value.value});
}

void facet_section(const PanelContext& ctx, Dimension dimension, const Facets& facets,
                   Actions& actions) {
  if (facets.empty())
    return;
  ui::gap(ctx, 16);
  const std::string word = ui::dimension_word(dimension);
  const bool chosen = !values_of(ctx.state.scene.filter, dimension).empty();
  if (ui::heading(ctx, ui::dimension_name(ctx.tr, dimension), "clear." + word,
                  chosen ? ctx.tr("Clear") : ""))
    actions.push_back(action::ClearDimension{dimension});
  const Column column = column_of(facets);
  if (!column.counts && !chosen)
    ui::caption(ctx, ctx.tr("Budget, USD"));
  const bool folds = dimension == Dimension::Sector && facets.size() > kShortList + 2;
  const bool all = !folds || ctx.text.all_sectors;
  for (std::size_t i = 0; i < facets.size(); ++i)
    if (all || i < kShortList || facets[i].selected)
      facet_row(ctx, dimension, facets[i], column, actions);
  if (folds && ui::link(ctx, "filter." + word + ".more",
                        all ? ctx.tr("Fewer") : trf(ctx.tr, "Show all ({0})", facets.size())))
    ctx.text.all_sectors = !ctx.text.all_sectors;
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
  facet_section(ctx, Dimension::Fund, *ctx.derived.fund, actions);
  facet_section(ctx, Dimension::Sector, *ctx.derived.sector, actions);
  facet_section(ctx, Dimension::Status, *ctx.derived.status, actions);
  level_section(ctx, actions);
}

}  // namespace malimap::left_column
