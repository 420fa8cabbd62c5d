// The selected unit's figures; with none selected, the country's.

#include <algorithm>

#include "app/panels/figure_text.h"
#include "app/panels/panels.h"
#include "app/panels/profile_section.h"
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

// Of a list the facet looks past the filter of funds already; of aggregates groups were made.
std::vector<ProfileLine> all_funds(const PanelContext& ctx) {
  std::vector<ProfileLine> lines;
  if (ctx.state.sources.dataset->aggregates) {
    for (const CoverageGroup& group : *ctx.derived.by_fund)
      lines.push_back({group.values.front(), group.coverage.total});
    return lines;
  }
  const LinkedViews& linked = *ctx.derived.linked;
  constexpr auto kFund = static_cast<std::size_t>(Dimension::Fund);
  for (const FacetValue& fund : linked.facets[kFund])
    lines.push_back({fund.value, fund.figures});
  if (const Figures& none = linked.without_value[kFund]; none.rows > 0)
    lines.push_back({std::nullopt, none});
  return lines;
}

// One line a fund that the filter allows. Where there is one fund or none the table would repeat
// the total.
void country_by_fund(const PanelContext& ctx, Actions& actions) {
  const Filter& filter = ctx.derived.filter;
  std::vector<ProfileLine> lines = all_funds(ctx);
  std::erase_if(lines, [&](const ProfileLine& line) {
    return line.value ? !allows(filter, Dimension::Fund, *line.value) : !filter.fund.empty();
  });
  profile_section::lines(ctx, actions, ctx.tr("By fund"), "", Dimension::Fund, lines, 2);
}

// Beside the zones: what belongs to none of them. Lines with nothing in them are left out.
void apart(const PanelContext& ctx, Actions& actions) {
  using Where = FigureRef::Where;
  struct Line {
    const char *name, *id;
    const Figures* figures;
    Where where;
  };
  const Coverage& coverage = *ctx.derived.coverage;
  const bool sums = ctx.state.sources.dataset->aggregates != nullptr;
  const Line lines[] = {
      {ctx.tr("National"), "national", &coverage.national, Where::National},
      {ctx.tr("Known more coarsely"), "coarser", &coverage.coarser, Where::Coarser},
      {sums ? ctx.tr("Not broken down") : ctx.tr("Not located"), "unlocated", &coverage.unlocated,
       Where::Unlocated},
      {ctx.tr("Outside the country"), "outside", &coverage.outside, Where::Outside},
  };
  const auto has_any = [](const Figures& figures) {
    return figures.projects.value_or(0) > 0 || figures.budget.value_or(Cents{}) > Cents{};
  };
  for (const Line& line : lines) {
    if (!has_any(*line.figures))
      continue;
    FigureRef ref;
    ref.where = line.where;
    profile_section::line(ctx, actions, line.id, line.name, *line.figures, ref, 0);
  }
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
    if (!zone.filtered_out)
      order.emplace_back(value_of(measure, zone, coverage).value_or(-1), &zone);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const double largest = order.empty() ? 0 : order.front().first;
  ui::gap(ctx, 12);
  ui::heading(ctx, title_of(measure, ctx.tr));
  for (const auto& [value, zone] : order) {
    if (ui::pass_hidden_row(ctx))  // thousands of units: words for those in sight alone
      continue;
    ui::Row row;
    row.id = "unit." + zone->code;
    row.label = zone->name;
    row.value = ui::measure_text(ctx, measure, *zone);
    row.part = largest > 0 && value > 0 ? value / largest : 0;
    row.boxed = false;
    row.faint = value < 0;
    row.told = row.label;
    const ui::RowClick click = ui::row(ctx, row);
    if (click == ui::RowClick::Value)
      actions.push_back(action::ExplainFigure{ui::figure_of(zone->code, measure)});
    else if (click != ui::RowClick::None)
      actions.push_back(action::SelectUnit{zone->units.front()});
  }
}

// The unit that was drilled into, else all of the country; what the filter of units leaves, where
// it names some.
std::string whole_name(const PanelContext& ctx) {
  const std::string& within = ctx.state.scene.within;
  for (const AdminLayer& layer : ctx.derived.boundaries->layers)
    if (const UnitIndex unit = within.empty() ? kNoUnit : layer.find(within); unit != kNoUnit)
      return layer.units[static_cast<std::size_t>(unit)].name;
  return ctx.state.scene.filter.units.empty() ? ctx.tr("The whole country")
                                              : ctx.tr("The chosen units");
}

void country(const PanelContext& ctx, Actions& actions) {
  const Coverage& coverage = *ctx.derived.coverage;
  const float top = ImGui::GetCursorScreenPos().y;
  ui::text_in(ctx, ctx.style.fonts.title, ctx.style.colours.text, {left_of(ctx), top},
              {right_of(ctx), top + ctx.style.dp(28)}, whole_name(ctx));
  ImGui::SetCursorScreenPos({left_of(ctx), top + ctx.style.dp(28)});
  const Dataset& dataset = *ctx.state.sources.dataset;
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                dataset.aggregates ? dataset.aggregates->source : dataset.projects->source);
  ui::gap(ctx, 8);
  profile_section::headlines(ctx, actions, "", coverage.total, nullptr);
  basis_note(ctx, coverage.total);
  const std::string both = both_numbers(coverage, ctx.tr);
  if (!both.empty())
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, both);
  country_by_fund(ctx, actions);
  ui::gap(ctx, 8);
  apart(ctx, actions);
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

// "2 036 209 people · 79 017 km²"
std::string size_words(const PanelContext& ctx, const CoverageZone& zone) {
  const std::string area = trf(ctx.tr, "{0} km²", density(ctx, zone.area_km2));
  return zone.population
             ? trf(ctx.tr, "{0} people", ui::count_text(ctx, zone.population)) + " · " + area
             : area;
}

// The level below the map's, where the boundaries have one for this unit.
std::optional<Level> level_inside(const PanelContext& ctx, const CoverageZone& zone) {
  if (zone.units.size() != 1)
    return std::nullopt;
  const auto& layers = ctx.derived.boundaries->layers;
  for (std::size_t i = 0; i + 1 < layers.size(); ++i)
    if (&layers[i] == ctx.derived.layer)
      return layers[i + 1].level;
  return std::nullopt;
}

// Where one goes from here: the table of its projects, its own units.
void ways_on(const PanelContext& ctx, const CoverageZone& zone, Actions& actions) {
  const std::size_t rows = ctx.derived.profile ? ctx.derived.profile->projects.size()
                                               : ctx.derived.zone_projects->size();
  if (rows > 0 && ui::link(ctx, "unit.projects",
                           trn(ctx.tr, "Its project in the table", "Its {0} rows in the table",
                               static_cast<long long>(rows),
                               format_integer(static_cast<std::int64_t>(rows), ctx.tr.language()))))
    actions.push_back(action::SetBottom{BottomTab::Projects});
  const auto inside = level_inside(ctx, zone);
  if (!inside)
    return;
  const char* text =
      *inside == Level::Cercle ? ctx.tr("See its cercles") : ctx.tr("See its communes");
  const auto unit = static_cast<std::size_t>(zone.units.front());
  if (ui::link(ctx, "unit.drill", text))
    actions.push_back(action::DrillInto{ctx.derived.layer->units[unit].pcode});
}

void notes_of(const PanelContext& ctx, const CoverageZone& zone) {
  const Figures& figures = zone.figures;
  const auto say = [&](const std::string& text) {
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, text);
  };
  basis_note(ctx, figures);
  if (ctx.derived.coverage->rows_share_projects && figures.rows != figures.projects)
    say(trn(ctx.tr, "From {0} row (action) of the list.", "From {0} rows (actions) of the list.",
            figures.rows, format_integer(figures.rows, ctx.tr.language())));
  if (zone.filtered_out)
    say(ctx.tr("Left out by the filter of units: nothing is said about it."));
  else if (!figures.reported())
    say(ctx.tr("Not reported here, which does not mean that nothing happens."));
}

// The figures that belong to a unit as text or as a file.
void taking_away(const PanelContext& ctx, Actions& actions) {
  ui::gap(ctx, 8);
  if (ui::link(ctx, "profile.copy", ctx.tr("Copy this profile")))
    actions.push_back(action::Output{OutputWhat::ClipboardTable, {ExportWhat::Profile, {}, 300}});
  if (ui::link(ctx, "profile.export", ctx.tr("Export this profile…"))) {
    ExportDialog dialog;
    dialog.what = ExportWhat::Profile;
    dialog.extension = "xlsx";
    actions.push_back(action::OpenExport{dialog});
  }
}

void profile(const PanelContext& ctx, const CoverageZone& zone, const Profile& profile,
             Actions& actions) {
  profile_section::comparison(ctx, actions, zone.code, profile);
  profile_section::lines(ctx, actions, ctx.tr("By fund"), zone.code, Dimension::Fund,
                         profile.by_fund);
  profile_section::lines(ctx, actions, ctx.tr("By sector"), zone.code, Dimension::Sector,
                         profile.by_sector);
  profile_section::lines(ctx, actions, ctx.tr("By status"), zone.code, Dimension::Status,
                         profile.by_status);
  if (!profile.crossing_published) {
    ui::gap(ctx, 10);
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  ctx.tr("By sector and by status the source publishes figures for the country "
                         "alone: for a region they are not known."));
  }
}

void zone(const PanelContext& ctx, const CoverageZone& zone, Actions& actions) {
  zone_head(ctx, zone, actions);
  const auto& made = ctx.derived.profile;
  const bool of_this = made && made->zone >= 0 &&
                       &ctx.derived.coverage->zones[static_cast<std::size_t>(made->zone)] == &zone;
  profile_section::headlines(ctx, actions, zone.code, zone.figures, of_this ? made.get() : nullptr);
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, size_words(ctx, zone));
  notes_of(ctx, zone);
  ui::gap(ctx, 4);
  ways_on(ctx, zone, actions);
  if (of_this)
    profile(ctx, zone, *made, actions);
  programme_switch(ctx, zone, actions);
  if (of_this)
    taking_away(ctx, actions);
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
