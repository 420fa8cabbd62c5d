// What is looked at: measure, filters with live counts, level, look of the map.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "geo/map/palettes.h"

namespace malimap::filter_panel {
namespace {

constexpr std::size_t kShortList = 8;

float content_left(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.filters.x) + ctx.style.dp(16);
}
float content_right(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.filters.x + ctx.layout.filters.width) - ctx.style.dp(16);
}

// A field to search in titles, numbers and places.
void search_field(const PanelContext& ctx, Actions& actions) {
  UiText& text = ctx.text;
  if (!text.search_edited)
    text.search = ctx.state.scene.filter.text;
  const ImVec2 low(content_left(ctx), ImGui::GetCursorScreenPos().y);
  const float width = content_right(ctx) - low.x;
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

// The budget is not published for the zones under this filter: funds for which it is.
std::string fund_with_zone_budgets(const PanelContext& ctx) {
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
  if (!is_raw_total(measure))
    return;
  ui::gap(ctx, 6);
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                ctx.tr("A raw total: large or populous units stand out by themselves."));
  if (ui::link(ctx, "measure.rate", title_of(rate_for(measure), ctx.tr) + " →"))
    actions.push_back(action::SetMeasure{rate_for(measure)});
}

void measure_section(const PanelContext& ctx, Actions& actions) {
  ui::heading(ctx, ctx.tr("Show"));
  const Measure current = ctx.state.scene.measure;
  const ImVec2 low(content_left(ctx), ImGui::GetCursorScreenPos().y);
  if (ui::begin_choice(ctx, "measure", title_of(current, ctx.tr), low,
                       content_right(ctx) - low.x)) {
    for (const Measure measure : all_measures())
      if (ui::choice(ctx, "measure." + std::string(word_of(measure)), title_of(measure, ctx.tr),
                     measure == current))
        actions.push_back(action::SetMeasure{measure});
    ui::end_choice();
  }
  measure_hint(ctx, actions);
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
  const ImVec2 low(content_left(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 high(content_right(ctx), low.y + ctx.style.dp(32));
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
  const ImVec2 low(content_left(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 high(content_right(ctx), low.y + ctx.style.dp(32));
  const int clicked = ui::segments(ctx, "level", items, current, low, high);
  if (clicked >= 0)
    actions.push_back(action::SetLevel{layers[static_cast<std::size_t>(clicked)].level});
  ImGui::SetCursorScreenPos({low.x, high.y});
}

void swatches(const std::string& palette, int classes, ImVec2 low, ImVec2 high) {
  const std::vector<Colour> colours = palette_colours(palette, classes);
  const float each = (high.x - low.x) / static_cast<float>(colours.size());
  for (std::size_t i = 0; i < colours.size(); ++i)
    ImGui::GetWindowDrawList()->AddRectFilled({low.x + each * static_cast<float>(i), low.y},
                                              {low.x + each * static_cast<float>(i + 1), high.y},
                                              to_imgui(colours[i]));
}

// Two in a row, without names: the colours say it.
void palettes(const PanelContext& ctx, Actions& actions) {
  const Scene& scene = ctx.state.scene;
  const float left = content_left(ctx), gap = ctx.style.dp(12);
  const float width = (content_right(ctx) - left - gap) / 2;
  const float height = ctx.style.dp(26), inset = ctx.style.dp(6);
  const std::vector<PaletteName> names = palette_names();
  float top = ImGui::GetCursorScreenPos().y;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ImVec2 low(left + (i % 2 == 1 ? width + gap : 0), top);
    const ImVec2 high(low.x + width, top + height);
    const ui::Press pressed = ui::press(ctx, "palette." + names[i].name, low, high);
    swatches(names[i].name, scene.classing.count, {low.x, low.y + inset}, {high.x, high.y - inset});
    const bool current = names[i].name == scene.palette;
    if (current || pressed.hovered)
      ImGui::GetWindowDrawList()->AddRect(
          {low.x - ctx.style.dp(3), low.y + ctx.style.dp(3)},
          {high.x + ctx.style.dp(3), high.y - ctx.style.dp(3)},
          current ? ctx.style.colours.accent : ctx.style.colours.faint, ctx.style.dp(3), 0,
          ctx.style.dp(1.5F));
    if (pressed.clicked)
      actions.push_back(action::SetPalette{names[i].name});
    if (i % 2 == 1 || i + 1 == names.size())
      top += height;
  }
  ImGui::SetCursorScreenPos({left, top});
}

void class_count(const PanelContext& ctx, Actions& actions) {
  const int count = ctx.state.scene.classing.count;
  const ImVec2 low(content_left(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 high(content_right(ctx), low.y + ctx.style.dp(32));
  ui::text_in(ctx, ctx.style.fonts.body, ctx.style.colours.text, low, high, ctx.tr("Classes"));
  const float y = (low.y + high.y) / 2;
  const float half = ctx.style.dp(14);
  if (ui::icon_button(ctx, "classes.fewer", icons::minus, {}, {high.x - ctx.style.dp(70), y}, 28,
                      false, count > 2))
    actions.push_back(action::SetClassCount{count - 1});
  ui::text_in(ctx, ctx.style.fonts.strong, ctx.style.colours.text,
              {high.x - ctx.style.dp(56), low.y}, {high.x - ctx.style.dp(28), high.y},
              std::to_string(count), ui::Align::Centre);
  if (ui::icon_button(ctx, "classes.more", icons::plus, {}, {high.x - half, y}, 28, false,
                      count < 7))
    actions.push_back(action::SetClassCount{count + 1});
  ImGui::SetCursorScreenPos({low.x, high.y});
}

void look_section(const PanelContext& ctx, Actions& actions) {
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Colours"));
  palettes(ctx, actions);
  class_count(ctx, actions);

  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("On the map"));
  LayerSwitches layers = ctx.state.scene.layers;
  const std::pair<const char*, std::pair<const char*, bool*>> switches[] = {
      {"labels", {ctx.tr("Names"), &layers.labels}},
      {"markers", {ctx.tr("Projects with a known place"), &layers.markers}},
      {"towns", {ctx.tr("Towns"), &layers.towns}},
      {"rivers", {ctx.tr("Rivers and lakes"), &layers.rivers}},
      {"neighbours", {ctx.tr("Neighbouring countries"), &layers.neighbours}},
  };
  for (const auto& [id, item] : switches)
    if (ui::toggle(ctx, std::string("layer.") + id, item.first, *item.second)) {
      *item.second = !*item.second;
      actions.push_back(action::SetLayers{layers});
    }
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  if (!ui::begin_panel(ctx, "filters", ctx.layout.filters, true))
    return;
  ui::gap(ctx, 12);
  measure_section(ctx, actions);
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
  look_section(ctx, actions);
  ui::gap(ctx, 24);
  ui::end_panel();
}

}  // namespace malimap::filter_panel
