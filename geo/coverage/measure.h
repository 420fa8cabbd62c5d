#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "geo/base/translator.h"
#include "geo/coverage/coverage.h"

namespace malimap {

enum class Measure {
  Projects,            // "projects"
  Budget,              // "budget", US dollars
  ProjectsPer100k,     // "projects-per-100k", per 100,000 people
  BudgetPerHead,       // "budget-per-head", US dollars
  BudgetPerProject,    // "budget-per-project", US dollars
  ProjectsPer1000Km2,  // "projects-per-1000km2"
  BudgetPerKm2,        // "budget-per-km2", US dollars
  ShareOfProjects,     // "share-of-projects", 0 to 1 of the country's distinct projects
  Population,          // "population", people
  PopulationDensity,   // "population-density", people per km2
  // Of coverage against need (CoverageZone::gap; the aid and the need are Scene::gaps'):
  Need,              // "need"
  PerNeed,           // "per-need"
  SmoothedRate,      // "smoothed-rate"
  LocationQuotient,  // "location-quotient"
  ShareGap,          // "share-gap", -1 to 1
  Shortfall,         // "shortfall", in the aid's unit
  Distance,  // "distance", km from the zone's seat to the nearest project; of a DistanceStudy
};

[[nodiscard]] std::span<const Measure> all_measures();
[[nodiscard]] std::string_view word_of(Measure measure);
[[nodiscard]] std::optional<Measure> measure_of(std::string_view word);

/// Name and unit for panel and legend: "Projets pour 100 000 habitants".
[[nodiscard]] std::string title_of(Measure measure, const Translator& tr);

/// What it means and how it is computed, in one sentence.
[[nodiscard]] std::string explanation_of(Measure measure, const Translator& tr);

/// Of coverage against need: asks for CoverageZone::gap.
[[nodiscard]] bool is_gap_measure(Measure measure);

/// A raw count or amount: colour on areas misleads; `rate_for` gives the rate to offer instead.
[[nodiscard]] bool is_raw_total(Measure measure);
[[nodiscard]] Measure rate_for(Measure measure);

/// Nothing where the figure or its denominator is unknown.
[[nodiscard]] std::optional<double> value_of(Measure measure, const CoverageZone& zone,
                                             const Coverage& coverage);

/// The mean of some zones: of a rate the sum over those that have a value by the sum of what it is
/// per, of a total the mean zone. Nothing without a value.
[[nodiscard]] std::optional<double> mean_of(Measure measure, const Coverage& coverage,
                                            std::span<const int> zones);

/// "84", "3,1 M USD", "15,5": as the legend and labels show it.
[[nodiscard]] std::string format_value(Measure measure, double value, Language language);

}  // namespace malimap
