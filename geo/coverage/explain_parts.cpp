#include "geo/coverage/explain_parts.h"

#include <algorithm>

#include "geo/base/numbers.h"

namespace malimap {
namespace {

using Where = FigureRef::Where;

std::string number(const FigureAsked& asked, std::int64_t value) {
  return format_integer(value, asked.tr.language());
}

std::string money(const FigureAsked& asked, const std::optional<Cents>& amount) {
  return format_or_no_data(amount, asked.tr);
}

std::string units_text(const FigureAsked& asked) {
  const auto count = static_cast<std::int64_t>(asked.zones.size());
  return trn(asked.tr, "{0} unit", "{0} units", count, number(asked, count));
}

/// The names, where they are few.
std::string names_of_zones(const FigureAsked& asked) {
  constexpr std::size_t kMost = 3;
  if (asked.zones.empty() || asked.zones.size() > kMost)
    return units_text(asked);
  std::string names;
  for (const int zone : asked.zones)
    names +=
        (names.empty() ? "" : ", ") + asked.coverage.zones[static_cast<std::size_t>(zone)].name;
  return names;
}

std::string place_of(const FigureAsked& asked) {
  switch (asked.ref.where) {
    case Where::Total:
      break;
    case Where::Zone:
      return asked.zone < 0 ? asked.ref.zone : asked.place.name;
    case Where::National:
      return asked.tr("National");
    case Where::Unlocated:
      return asked.cube.dataset().aggregates ? asked.tr("Not broken down")
                                             : asked.tr("Not located");
    case Where::Outside:
      return asked.tr("Outside the country");
    case Where::Coarser:
      return asked.tr("Known more coarsely");
    case Where::Zones:
      return names_of_zones(asked);
  }
  return asked.filter.units.empty() ? asked.tr("The whole country") : asked.tr("The chosen units");
}

using Parts = std::vector<ExplainedPart>;

void add_projects(const FigureAsked& asked, Parts& parts) {
  const Figures& figures = asked.place.figures;
  parts.push_back({asked.tr("Projects"), format_or_no_data(figures.projects, asked.tr)});
  if (figures.rows > 0)
    parts.push_back({asked.tr("Rows of the list"), number(asked, figures.rows)});
}

void add_budget(const FigureAsked& asked, Parts& parts) {
  const Figures& figures = asked.place.figures;
  parts.push_back({asked.tr("Budget"), money(asked, figures.budget)});
  if (figures.projects && !asked.cube.dataset().aggregates)
    parts.push_back({asked.tr("Projects with a budget"),
                     number(asked, *figures.projects - figures.without_budget)});
  if (figures.rows > 0)
    parts.push_back({asked.tr("Rows of the list"), number(asked, figures.rows)});
}

void add_population(const FigureAsked& asked, Parts& parts) {
  const std::string& source = asked.cube.dataset().population_source;
  parts.push_back({source.empty() ? std::string(asked.tr("Population"))
                                  : trf(asked.tr, "Population ({0})", source),
                   format_or_no_data(asked.place.population, asked.tr)});
}

void add_area(const FigureAsked& asked, Parts& parts) {
  parts.push_back(
      {asked.tr("Area on the ellipsoid"),
       trf(asked.tr, "{0} km²",
           number(asked, static_cast<std::int64_t>(round_half_away(asked.place.area_km2, 0))))});
}

void add_gap(const FigureAsked& asked, Parts& parts) {
  const GapFigures& gap = asked.place.gap;
  const auto add = [&](const char* label, const std::optional<double>& value) {
    parts.push_back(
        {label, value ? format_short(*value, asked.tr.language()) : asked.tr("no data")});
  };
  add(asked.tr("Coverage"), gap.aid);
  add(asked.tr("Need"), gap.need);
  if (asked.ref.measure == Measure::SmoothedRate)
    add(asked.tr("Before smoothing"), gap.per_need);
}

/// Each of several zones with its own figure, largest first.
void add_zones(const FigureAsked& asked, Parts& parts) {
  constexpr std::size_t kMost = 60;
  struct Line {
    const CoverageZone* zone;
    std::optional<double> value;
  };
  std::vector<Line> lines;
  for (const int index : asked.zones) {
    const CoverageZone& zone = asked.coverage.zones[static_cast<std::size_t>(index)];
    lines.push_back({&zone, value_of(asked.ref.measure, zone, asked.coverage)});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.value > b.value; });
  for (std::size_t i = 0; i < std::min(kMost, lines.size()); ++i)
    parts.push_back({lines[i].zone->name,
                     lines[i].value
                         ? format_value(asked.ref.measure, *lines[i].value, asked.tr.language())
                         : std::string(asked.tr("no data"))});
  if (lines.size() > kMost) {
    const auto more = static_cast<std::int64_t>(lines.size() - kMost);
    parts.push_back({trn(asked.tr, "{0} other", "{0} others", more, number(asked, more)), "…"});
  }
}

/// What the measure is computed from.
void add_terms(const FigureAsked& asked, Parts& parts) {
  switch (asked.ref.measure) {
    case Measure::Projects:
      add_projects(asked, parts);
      break;
    case Measure::Budget:
    case Measure::BudgetPerProject:
      add_budget(asked, parts);
      break;
    case Measure::ShareOfProjects:
      add_projects(asked, parts);
      parts.push_back({asked.tr("Projects of the country"),
                       format_or_no_data(asked.coverage.total.projects, asked.tr)});
      break;
    case Measure::ProjectsPer100k:
      add_projects(asked, parts);
      add_population(asked, parts);
      break;
    case Measure::BudgetPerHead:
      add_budget(asked, parts);
      add_population(asked, parts);
      break;
    case Measure::ProjectsPer1000Km2:
      add_projects(asked, parts);
      add_area(asked, parts);
      break;
    case Measure::BudgetPerKm2:
      add_budget(asked, parts);
      add_area(asked, parts);
      break;
    case Measure::PopulationDensity:
      add_population(asked, parts);
      add_area(asked, parts);
      break;
    case Measure::Population:
      add_population(asked, parts);
      break;
    case Measure::Distance:
      add_projects(asked, parts);
      break;
    case Measure::Need:
    case Measure::PerNeed:
    case Measure::SmoothedRate:
    case Measure::LocationQuotient:
    case Measure::ShareGap:
    case Measure::Shortfall:
      add_gap(asked, parts);
      break;
  }
}

}  // namespace

std::string title_of(const FigureAsked& asked) {
  std::string title =
      asked.ref.partners ? asked.tr("Organisations") : title_of(asked.ref.measure, asked.tr);
  title += " · " + place_of(asked);
  if (asked.ref.value) {
    const auto& [dimension, value] = *asked.ref.value;
    title += " · " + (value.empty() ? std::string(asked.tr("not said"))
                                    : label_of(dimension, value, asked.tr));
  }
  return title;
}

std::string value_text(const FigureAsked& asked) {
  const FigureRef& ref = asked.ref;
  if (ref.partners) {
    const bool known = asked.place.figures.reported() &&
                       asked.cube.dataset().projects->partner.dictionary.size() > 0 &&
                       !asked.cube.dataset().aggregates;
    return known ? number(asked, asked.rows.partners) : asked.tr("no data");
  }
  if (ref.measure == Measure::Budget && (asked.place.figures.budget || ref.where != Where::Zones))
    return money(asked, asked.place.figures.budget);
  if (asked.value)
    return format_value(ref.measure, *asked.value, asked.tr.language());
  // Of what has no value of several units together, each has its own.
  return ref.where == Where::Zones ? units_text(asked) : std::string(asked.tr("no data"));
}

std::vector<ExplainedPart> parts_of(const FigureAsked& asked) {
  Parts parts;
  if (asked.ref.partners)
    add_projects(asked, parts);
  else
    add_terms(asked, parts);
  if (asked.ref.where == Where::Zones && !asked.ref.partners)
    add_zones(asked, parts);
  return parts;
}

}  // namespace malimap
