// The selected unit's figures; with none selected, the country's.

#include <algorithm>

#include "app/panels/panels.h"
#include "app/panels/project_list.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::unit_panel {
namespace {

float left_of(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.details.x) + ctx.style.dp(16);
}
float right_of(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.details.x + ctx.layout.details.width) - ctx.style.dp(16);
}

struct Cell {
  std::string label, value, mark;
};

// Figures in two columns: what it is, small, above how much.
void figures_grid(const PanelContext& ctx, const std::vector<Cell>& cells) {
  const Style& style = ctx.style;
  const float left = left_of(ctx), width = right_of(ctx) - left;
  float top = ImGui::GetCursorScreenPos().y;
  for (std::size_t i = 0; i < cells.size(); i += 2) {
    for (std::size_t k = i; k < std::min(i + 2, cells.size()); ++k) {
      const float x = left + (k > i ? width / 2 + style.dp(4) : 0);
      const float end = x + width / 2 - style.dp(4);
      ui::text_in(ctx, style.fonts.small, style.colours.muted, {x, top}, {end, top + style.dp(18)},
                  cells[k].mark.empty() ? cells[k].label : cells[k].label + " · " + cells[k].mark);
      ui::text_in(ctx, style.fonts.strong, style.colours.text, {x, top + style.dp(17)},
                  {end, top + style.dp(37)}, cells[k].value);
    }
    top += style.dp(46);
  }
  ImGui::SetCursorScreenPos({left, top});
}

void basis_note(const PanelContext& ctx, const Figures& figures) {
  if (figures.budget && figures.budget_basis == Basis::Inferred)
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  ctx.tr("Inferred: the shares are published, which region each belongs to is "
                         "concluded from their order."));
  if (figures.without_budget == 0)
    return;
  const auto number = format_integer(figures.without_budget, ctx.tr.language());
  ui::paragraph(
      ctx, ctx.style.fonts.small, ctx.style.colours.muted,
      ctx.derived.coverage->other_currencies.empty()
          ? trn(ctx.tr, "{0} project has no budget in the list.",
                "{0} projects have no budget in the list.", figures.without_budget, number)
          : trn(ctx.tr, "{0} project has no budget in US dollars.",
                "{0} projects have no budget in US dollars.", figures.without_budget, number));
}

// A line of a table: name, projects, budget; the figures right-aligned under each other.
void table_line(const PanelContext& ctx, const std::string& name, const std::string& projects,
                const std::string& budget, ImFont* font, ImU32 colour) {
  const float left = left_of(ctx), right = right_of(ctx), top = ImGui::GetCursorScreenPos().y;
  const float height = ctx.style.dp(26);
  const float budget_left = right - ctx.style.dp(104);
  const float projects_left = budget_left - ctx.style.dp(60);
  ui::text_in(ctx, font, colour, {left, top}, {projects_left, top + height}, name);
  ui::text_in(ctx, font, colour, {projects_left, top}, {budget_left, top + height}, projects,
              ui::Align::Right);
  ui::text_in(ctx, font, colour, {budget_left, top}, {right + 1, top + height}, budget,
              ui::Align::Right);
  ImGui::SetCursorScreenPos({left, top + height});
}

void table_head(const PanelContext& ctx, const char* first) {
  table_line(ctx, first, ctx.tr("Projects"), ctx.tr("Budget (USD)"), ctx.style.fonts.small,
             ctx.style.colours.muted);
}

// In a table whose head says USD the amounts stand without it.
std::string amount(const PanelContext& ctx, const std::optional<Cents>& budget) {
  if (!budget)
    return ctx.tr("no data");
  return format_integer(static_cast<std::int64_t>(round_half_away(budget->dollars(), 0)),
                        ctx.tr.language());
}

std::string amount_of(const PanelContext& ctx, const Figures& figures) {
  return amount(ctx, figures.budget) +
         (figures.budget && figures.budget_basis == Basis::Inferred ? "*" : "");
}

void figures_line(const PanelContext& ctx, const std::string& name, const Figures& figures,
                  ImFont* font = nullptr) {
  const bool reported = figures.reported();
  table_line(ctx, name, ui::count_text(ctx, figures.projects), amount_of(ctx, figures),
             font ? font : ctx.style.fonts.body,
             reported ? ctx.style.colours.text : ctx.style.colours.faint);
}

// One line a fund. Where there is one fund or none the table would repeat the total.
template <class Pick>
void by_fund(const PanelContext& ctx, Pick pick) {
  const auto& groups = *ctx.derived.by_fund;
  if (groups.size() < 2)
    return;
  ui::gap(ctx, 12);
  ui::heading(ctx, ctx.tr("By fund"));
  table_head(ctx, "");
  bool inferred = false;
  for (const CoverageGroup& group : groups) {
    const Figures& figures = pick(group.coverage);
    const auto& value = group.values.empty() ? std::nullopt : group.values[0];
    figures_line(ctx, value ? label_of(Dimension::Fund, *value, ctx.tr) : ctx.tr("no data"),
                 figures);
    inferred = inferred || (figures.budget && figures.budget_basis == Basis::Inferred);
  }
  if (inferred)
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, ctx.tr("* inferred"));
}

// Beside the zones: what belongs to none of them. Lines with nothing in them are left out.
void apart(const PanelContext& ctx) {
  const Coverage& coverage = *ctx.derived.coverage;
  const std::pair<const char*, const Figures*> lines[] = {
      {ctx.tr("National"), &coverage.national},
      {ctx.tr("Known more coarsely"), &coverage.coarser},
      {ctx.state.sources.dataset->aggregates ? ctx.tr("Not broken down") : ctx.tr("Not located"),
       &coverage.unlocated},
      {ctx.tr("Outside the country"), &coverage.outside},
  };
  const auto has_any = [](const Figures& figures) {
    return figures.projects.value_or(0) > 0 || figures.budget.value_or(Cents{}) > Cents{};
  };
  for (const auto& [name, figures] : lines)
    if (has_any(*figures))
      figures_line(ctx, name, *figures);
}

std::string density(const PanelContext& ctx, double value) {
  return format_short(value, ctx.tr.language());
}

// The zones by the measure in use, longest bar first; a press selects.
void ranking(const PanelContext& ctx, Actions& actions) {
  const Coverage& coverage = *ctx.derived.coverage;
  const Measure measure = ctx.state.scene.measure;
  std::vector<std::pair<double, const CoverageZone*>> order;
  for (const CoverageZone& zone : coverage.zones)
    order.emplace_back(value_of(measure, zone, coverage).value_or(-1), &zone);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const double largest = order.empty() ? 0 : order.front().first;
  ui::gap(ctx, 12);
  ui::heading(ctx, title_of(measure, ctx.tr));
  for (const auto& [value, zone] : order) {
    ui::Row row;
    row.id = "unit." + zone->code;
    row.label = zone->name;
    row.value = ui::measure_text(ctx, measure, *zone);
    row.part = largest > 0 && value > 0 ? value / largest : 0;
    row.boxed = false;
    row.faint = value < 0;
    if (ui::row(ctx, row) != ui::RowClick::None)
      actions.push_back(action::SelectUnit{zone->units.front()});
  }
}

void country(const PanelContext& ctx, Actions& actions) {
  const Coverage& coverage = *ctx.derived.coverage;
  const float top = ImGui::GetCursorScreenPos().y;
  ui::text_in(ctx, ctx.style.fonts.title, ctx.style.colours.text, {left_of(ctx), top},
              {right_of(ctx), top + ctx.style.dp(28)}, ctx.tr("The whole country"));
  ImGui::SetCursorScreenPos({left_of(ctx), top + ctx.style.dp(28)});
  const Dataset& dataset = *ctx.state.sources.dataset;
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                dataset.aggregates ? dataset.aggregates->source : dataset.projects->source);
  ui::gap(ctx, 8);
  figures_grid(ctx, {{ctx.tr("Projects"), ui::count_text(ctx, coverage.total.projects), {}},
                     {ctx.tr("Budget"), ui::short_money_text(ctx, coverage.total.budget),
                      ui::basis_mark(ctx, coverage.total.budget_basis)}});
  basis_note(ctx, coverage.total);
  const std::string both = both_numbers(coverage, ctx.tr);
  if (!both.empty())
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, both);
  by_fund(ctx, [](const Coverage& of_fund) -> const Figures& { return of_fund.total; });
  ui::gap(ctx, 8);
  apart(ctx);
  ranking(ctx, actions);
  for (const Message& note : coverage.notes) {
    ui::gap(ctx, 6);
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, text_of(note, ctx.tr));
  }
}

std::string codes_of(const PanelContext& ctx, const CoverageZone& zone) {
  std::string codes;
  for (const UnitIndex unit : zone.units) {
    const AdminUnit& admin = ctx.derived.layer->units[static_cast<std::size_t>(unit)];
    if (admin.pcode_made_up)
      continue;
    if (codes.size() > 40)
      return codes + " …";
    codes += (codes.empty() ? "" : ", ") + admin.pcode;
  }
  return codes;
}

void zone_head(const PanelContext& ctx, const CoverageZone& zone, Actions& actions) {
  const Style& style = ctx.style;
  const float left = left_of(ctx), right = right_of(ctx), top = ImGui::GetCursorScreenPos().y;
  ui::text_in(ctx, style.fonts.title, style.colours.text, {left, top},
              {right - style.dp(36), top + style.dp(28)}, zone.name);
  if (ui::icon_button(ctx, "unit.close", icons::close, ctx.tr("Back to the whole country (Esc)"),
                      {right - style.dp(10), top + style.dp(14)}, 28))
    actions.push_back(action::SelectUnit{kNoUnit});
  std::string line = ui::level_name(ctx.tr, ctx.derived.layer->level);
  const AdminUnit& first = ctx.derived.layer->units[static_cast<std::size_t>(zone.units.front())];
  if (zone.units.size() > 1)
    line = ctx.tr("Reported as one");
  if (!first.parent_name.empty())
    line += " · " + first.parent_name;
  const std::string codes = codes_of(ctx, zone);
  if (!codes.empty())
    line += " · " + codes;
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {left, top + style.dp(28)},
              {right, top + style.dp(46)}, line);
  ImGui::SetCursorScreenPos({left, top + style.dp(56)});
}

// All units of the zone are in the programme or none of them is.
void programme_switch(const PanelContext& ctx, const CoverageZone& zone, Actions& actions) {
  const auto& outside = ctx.state.scene.outside_programme;
  std::vector<std::string> codes;
  for (const UnitIndex unit : zone.units)
    codes.push_back(ctx.derived.layer->units[static_cast<std::size_t>(unit)].pcode);
  const auto is_outside = [&](const std::string& code) { return outside.count(code) > 0; };
  const bool on = std::all_of(codes.begin(), codes.end(), is_outside);
  ui::gap(ctx, 8);
  if (!ui::toggle(ctx, "unit.programme", ctx.tr("Outside the programme"), on))
    return;
  for (const std::string& code : codes)
    if (is_outside(code) == on)
      actions.push_back(action::ToggleProgramme{code});
}

void zone(const PanelContext& ctx, const CoverageZone& zone, Actions& actions) {
  zone_head(ctx, zone, actions);
  const Figures& figures = zone.figures;
  const auto area = trf(ctx.tr, "{0} km²", density(ctx, zone.area_km2));
  figures_grid(
      ctx,
      {{ctx.tr("Projects"), ui::count_text(ctx, figures.projects),
        ui::basis_mark(ctx, figures.projects_basis)},
       {ctx.tr("Budget"), ui::money_text(ctx, figures.budget),
        figures.budget ? ui::basis_mark(ctx, figures.budget_basis) : ""},
       {ctx.tr("Per 100,000 people"), ui::measure_text(ctx, Measure::ProjectsPer100k, zone), {}},
       {ctx.tr("Budget per head (USD)"), ui::measure_text(ctx, Measure::BudgetPerHead, zone), {}},
       {ctx.tr("Population"), ui::count_text(ctx, zone.population), {}},
       {ctx.tr("Area"), area, {}}});
  basis_note(ctx, figures);
  if (ctx.derived.coverage->rows_share_projects && figures.rows != figures.projects)
    ui::paragraph(
        ctx, ctx.style.fonts.small, ctx.style.colours.muted,
        trn(ctx.tr, "From {0} row (action) of the list.", "From {0} rows (actions) of the list.",
            figures.rows, format_integer(figures.rows, ctx.tr.language())));
  if (!figures.reported())
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  ctx.tr("Not reported here, which does not mean that nothing happens."));
  const auto index = static_cast<std::size_t>(&zone - ctx.derived.coverage->zones.data());
  by_fund(ctx, [index](const Coverage& of_fund) -> const Figures& {
    static const Figures kNone;
    return index < of_fund.zones.size() ? of_fund.zones[index].figures : kNone;
  });
  programme_switch(ctx, zone, actions);
  project_list::draw(ctx, *ctx.derived.zone_projects, ctx.tr("Projects of this unit"));
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  if (!ui::begin_panel(ctx, "details", ctx.layout.details, true))
    return;
  ui::gap(ctx, 16);
  const CoverageZone* selected = zone_of(ctx.derived, ctx.state.selection.unit);
  if (!ctx.state.selection.projects.empty()) {
    if (ui::link(ctx, "marker.close", std::string("← ") + ctx.tr("Back")))
      actions.push_back(action::SelectProjects{});
    const std::int64_t row = ctx.state.selection.row;
    project_list::draw(
        ctx, ctx.state.selection.projects,
        row > 0 ? trf(ctx.tr, "Row {0} of the list", row) : ctx.tr("Projects at this place"));
  } else if (selected) {
    zone(ctx, *selected, actions);
  } else {
    country(ctx, actions);
  }
  ui::gap(ctx, 24);
  ui::end_panel();
}

}  // namespace malimap::unit_panel
