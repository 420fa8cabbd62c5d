#include "geo/map/figures.h"

#include "geo/map/words.h"

namespace malimap {

std::optional<double> shown_value(Measure measure, const CoverageZone& zone,
                                  const Coverage& coverage) {
  return zone.filtered_out ? std::nullopt : value_of(measure, zone, coverage);
}

ZoneValues values_of_zones(const Coverage& coverage, Measure measure) {
  ZoneValues values;
  values.reserve(coverage.zones.size());
  for (const CoverageZone& zone : coverage.zones)
    values.push_back(shown_value(measure, zone, coverage));
  return values;
}

Measure total_behind(Measure measure) {
  if (measure == Measure::Population || measure == Measure::PopulationDensity)
    return Measure::Population;
  return uses_budget(measure) ? Measure::Budget : Measure::Projects;
}

std::optional<double> mean_of_zones(const Coverage& coverage, Measure measure) {
  CoverageZone whole;
  whole.figures.projects = 0;
  whole.figures.budget = Cents{};
  whole.population = 0;
  std::int64_t known = 0;
  double sum = 0;
  for (const CoverageZone& zone : coverage.zones) {
    const auto value = shown_value(measure, zone, coverage);
    if (!value)
      continue;
    ++known;
    sum += *value;
    *whole.figures.projects += zone.figures.projects.value_or(0);
    *whole.figures.budget += zone.figures.budget.value_or(Cents{});
    whole.figures.without_budget += zone.figures.without_budget;
    *whole.population += zone.population.value_or(0);
    whole.area_km2 += zone.area_km2;
  }
  if (known == 0)
    return std::nullopt;
  if (is_raw_total(measure))
    return sum / static_cast<double>(known);
  return value_of(measure, whole, coverage);
}

}  // namespace malimap
