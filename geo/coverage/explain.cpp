#include "geo/coverage/explain.h"

#include <algorithm>
#include <numeric>

#include "geo/coverage/explain_parts.h"
#include "geo/coverage/match.h"

namespace malimap {
namespace {

using Where = FigureRef::Where;

/// The zones that the figure is of, as indices; none where it is of no zone, or of none there is.
std::vector<int> zones_of(const Coverage& coverage, const FigureRef& ref) {
  const auto meant = [&](const std::string& code) {
    return ref.where == Where::Zone
               ? code == ref.zone
               : ref.where == Where::Zones &&
                     std::find(ref.zones.begin(), ref.zones.end(), code) != ref.zones.end();
  };
  std::vector<int> zones;
  for (std::size_t i = 0; i < coverage.zones.size(); ++i)
    if (meant(coverage.zones[i].code))
      zones.push_back(static_cast<int>(i));
  return zones;
}

/// Of sums: how many distinct projects several zones have is not published.
Figures together(const Coverage& coverage, const std::vector<int>& zones) {
  if (zones.size() == 1)
    return coverage.zones[static_cast<std::size_t>(zones.front())].figures;
  Figures sum;
  sum.budget = Cents{};
  for (const int zone : zones) {
    const Figures& one = coverage.zones[static_cast<std::size_t>(zone)].figures;
    sum.budget = sum.budget && one.budget ? std::optional(*sum.budget + *one.budget) : std::nullopt;
    if (one.budget_basis == Basis::Inferred)
      sum.budget_basis = Basis::Inferred;
  }
  return sum;
}

const Figures& figures_in(const Coverage& coverage, Where where, int zone) {
  static const Figures kNone;
  switch (where) {
    case Where::Total:
      break;
    case Where::Zone:
      return zone < 0 ? kNone : coverage.zones[static_cast<std::size_t>(zone)].figures;
    case Where::National:
      return coverage.national;
    case Where::Unlocated:
      return coverage.unlocated;
    case Where::Outside:
      return coverage.outside;
    case Where::Coarser:
      return coverage.coarser;
    case Where::Zones:
      return kNone;
  }
  return coverage.total;
}

/// The filter with the one value put in.
Filter narrowed(const Filter& filter, const FigureRef& ref) {
  Filter narrow = filter;
  if (ref.value && !ref.value->second.empty())
    values_of(narrow, ref.value->first) = {ref.value->second};
  return narrow;
}

/// Several zones as one, or all of the country: what their figures are held against.
CoverageZone as_one(const Coverage& coverage, const FigureRef& ref, const std::vector<int>& zones) {
  CoverageZone whole;
  whole.population = 0;
  for (std::size_t i = 0; i < coverage.zones.size(); ++i) {
    const CoverageZone& zone = coverage.zones[i];
    if (zone.filtered_out || (ref.where == Where::Zones &&
                              !std::binary_search(zones.begin(), zones.end(), static_cast<int>(i))))
      continue;
    whole.area_km2 += zone.area_km2;
    if (whole.population)
      whole.population =
          zone.population ? std::optional(*whole.population + *zone.population) : std::nullopt;
  }
  return whole;
}

void put_value(FigureAsked& asked) {
  const Measure measure = asked.ref.measure;
  if (asked.ref.where == Where::Total || asked.ref.where == Where::Zone ||
      asked.ref.where == Where::Zones)
    asked.value = value_of(measure, asked.place, asked.coverage);
  else if (measure == Measure::Projects || measure == Measure::Budget ||
           measure == Measure::BudgetPerProject || measure == Measure::ShareOfProjects)
    asked.value = value_of(measure, asked.place, asked.coverage);
}

}  // namespace

Explanation explain(const CoverageCube& cube, const Coverage& coverage, const Filter& filter,
                    const FigureRef& ref, const Translator& tr) {
  FigureAsked asked{cube, coverage, filter, ref, tr, zones_of(coverage, ref), -1, {}, {}, {}};
  if (ref.where == Where::Zone && !asked.zones.empty())
    asked.zone = asked.zones.front();
  const bool list = !cube.dataset().aggregates;
  asked.place = asked.zone >= 0 ? coverage.zones[static_cast<std::size_t>(asked.zone)]
                                : as_one(coverage, ref, asked.zones);
  const bool filtered_out = asked.zone >= 0 && asked.place.filtered_out;
  if (list && !filtered_out) {
    asked.rows = rows_behind(cube, filter, ref, asked.zones);
    asked.place.figures = asked.rows.figures;
  } else if (!list) {
    const Coverage narrow = ref.value ? cover(cube, narrowed(filter, ref)) : coverage;
    asked.place.figures = ref.where == Where::Zones ? together(narrow, asked.zones)
                                                    : figures_in(narrow, ref.where, asked.zone);
  }
  if (ref.where == Where::Zone && asked.zone < 0)
    asked.place.figures = {};
  put_value(asked);

  Explanation told;
  told.title = title_of(asked);
  told.value = value_text(asked);
  told.parts = parts_of(asked);
  if (told.parts.size() == 1 && told.parts.front().value == told.value)
    told.parts.clear();  // nothing but the figure itself
  told.rules = list ? rules_of_list(asked) : rules_of_published(asked);
  told.sources = list ? sources_of_list(asked) : sources_of_published(asked);
  told.rows = std::move(asked.rows.rows);
  told.projects = asked.rows.figures.projects.value_or(0);
  told.budget = asked.rows.figures.budget.value_or(Cents{});
  return told;
}

}  // namespace malimap
