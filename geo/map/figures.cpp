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

bool zero_is_nothing(Measure measure) {
  return measure != Measure::ShareGap && measure != Measure::Shortfall &&
         measure != Measure::Distance;
}

std::optional<double> even_point(Measure measure) {
  if (measure == Measure::LocationQuotient)
    return 1;
  return measure == Measure::ShareGap || measure == Measure::Shortfall ? std::optional(0.0)
                                                                       : std::nullopt;
}

namespace {

/// Aid of all zones by their need, in the unit that the zones' rates have.
std::optional<double> mean_rate(const Coverage& coverage) {
  double aid = 0, need = 0, per = 0;
  for (const CoverageZone& zone : coverage.zones) {
    const GapFigures& gap = zone.gap;
    if (!gap.per_need || !gap.aid || !gap.need)
      continue;
    aid += *gap.aid;
    need += *gap.need;
    if (*gap.aid > 0)
      per = *gap.per_need * *gap.need / *gap.aid;
  }
  return need > 0 ? std::optional(aid / need * per) : std::nullopt;
}

}  // namespace

std::optional<double> mean_of_zones(const Coverage& coverage, Measure measure) {
  if (measure == Measure::PerNeed || measure == Measure::SmoothedRate)
    return mean_rate(coverage);
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
  if (is_raw_total(measure) || is_gap_measure(measure) || measure == Measure::Distance)
    return sum / static_cast<double>(known);
  return value_of(measure, whole, coverage);
}

}  // namespace malimap
