#include "geo/coverage/measure.h"

#include <algorithm>
#include <array>

#include "geo/base/numbers.h"

namespace malimap {
namespace {

struct MeasureText {
  Measure measure;
  std::string_view word;
  const char* title;  // msgid
};

constexpr std::array kTexts = {
    MeasureText{Measure::Projects, "projects", N_("Projects")},
    MeasureText{Measure::Budget, "budget", N_("Budget (USD)")},
    MeasureText{Measure::ProjectsPer100k, "projects-per-100k", N_("Projects per 100,000 people")},
    MeasureText{Measure::BudgetPerHead, "budget-per-head", N_("Budget per head (USD)")},
    MeasureText{Measure::BudgetPerProject, "budget-per-project", N_("Budget per project (USD)")},
    MeasureText{Measure::ProjectsPer1000Km2, "projects-per-1000km2", N_("Projects per 1,000 km²")},
    MeasureText{Measure::BudgetPerKm2, "budget-per-km2", N_("Budget per km² (USD)")},
    MeasureText{Measure::ShareOfProjects, "share-of-projects",
                N_("Share of the country's projects")},
    MeasureText{Measure::Population, "population", N_("Population")},
    MeasureText{Measure::PopulationDensity, "population-density", N_("Population per km²")},
    MeasureText{Measure::Need, "need", N_("Need")},
    MeasureText{Measure::PerNeed, "per-need", N_("Coverage per need")},
    MeasureText{Measure::SmoothedRate, "smoothed-rate", N_("Coverage per need, smoothed")},
    MeasureText{Measure::LocationQuotient, "location-quotient", N_("Location quotient")},
    MeasureText{Measure::ShareGap, "share-gap", N_("Share of coverage minus share of need")},
    MeasureText{Measure::Shortfall, "shortfall", N_("Surplus or shortfall against the mean")},
    MeasureText{Measure::Distance, "distance", N_("Distance to the nearest project (km)")},
};

constexpr std::array kMeasures = [] {
  std::array<Measure, kTexts.size()> measures{};
  for (std::size_t i = 0; i < kTexts.size(); ++i)
    measures[i] = kTexts[i].measure;
  return measures;
}();

const MeasureText& text_of(Measure measure) {
  return *std::find_if(kTexts.begin(), kTexts.end(),
                       [&](const MeasureText& text) { return text.measure == measure; });
}

std::optional<double> ratio(std::optional<double> value, std::optional<double> per) {
  if (!value || !per || !(*per > 0))
    return std::nullopt;
  return *value / *per;
}

/// Of a surplus or shortfall both signs are said, in print's own; what rounds to zero has none.
std::string with_sign(double value, std::string text) {
  if (text.find_first_of("123456789") == std::string::npos)
    return text;
  if (text.starts_with('-'))
    text.erase(0, 1);
  return (value < 0 ? "−" : "+") + text;
}

}  // namespace

std::span<const Measure> all_measures() {
  return kMeasures;
}

std::string_view word_of(Measure measure) {
  return text_of(measure).word;
}

std::optional<Measure> measure_of(std::string_view word) {
  for (const MeasureText& text : kTexts)
    if (text.word == word)
      return text.measure;
  return std::nullopt;
}

std::string title_of(Measure measure, const Translator& tr) {
  return tr(text_of(measure).title);
}

std::optional<double> mean_of(Measure measure, const Coverage& coverage,
                              std::span<const int> zones) {
  CoverageZone whole;
  whole.figures.projects = 0;
  whole.figures.budget = Cents{};
  whole.population = 0;
  std::int64_t known = 0;
  double sum = 0;
  for (const int index : zones) {
    const CoverageZone& zone = coverage.zones[static_cast<std::size_t>(index)];
    const auto value = value_of(measure, zone, coverage);
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
  // What belongs to a study has no sum to be divided: the mean zone.
  const bool of_study = is_gap_measure(measure) || measure == Measure::Distance;
  if (is_raw_total(measure) || of_study)
    return sum / static_cast<double>(known);
  return value_of(measure, whole, coverage);
}

bool is_gap_measure(Measure measure) {
  return measure >= Measure::Need && measure <= Measure::Shortfall;
}

bool is_raw_total(Measure measure) {
  return measure == Measure::Projects || measure == Measure::Budget ||
         measure == Measure::ShareOfProjects || measure == Measure::Population;
}

Measure rate_for(Measure measure) {
  if (!is_raw_total(measure))
    return measure;
  if (measure == Measure::Population)
    return Measure::PopulationDensity;
  return measure == Measure::Budget ? Measure::BudgetPerHead : Measure::ProjectsPer100k;
}

std::optional<double> value_of(Measure measure, const CoverageZone& zone,
                               const Coverage& coverage) {
  const Figures& figures = zone.figures;
  std::optional<double> projects, budget, people, country;
  if (figures.projects)
    projects = static_cast<double>(*figures.projects);
  if (figures.budget)
    budget = figures.budget->dollars();
  if (zone.population)
    people = static_cast<double>(*zone.population);
  if (coverage.total.projects)
    country = static_cast<double>(*coverage.total.projects);

  switch (measure) {
    case Measure::Projects:
      return projects;
    case Measure::Budget:
      return budget;
    case Measure::ProjectsPer100k:
      return ratio(projects ? *projects * 1e5 : projects, people);
    case Measure::BudgetPerHead:
      return ratio(budget, people);
    case Measure::BudgetPerProject:
      // Only projects whose budget is known: the others would make the mean too small.
      return ratio(budget,
                   projects ? *projects - static_cast<double>(figures.without_budget) : projects);
    case Measure::ProjectsPer1000Km2:
      return ratio(projects ? *projects * 1e3 : projects, zone.area_km2);
    case Measure::BudgetPerKm2:
      return ratio(budget, zone.area_km2);
    case Measure::Population:
      return people;
    case Measure::PopulationDensity:
      return ratio(people, zone.area_km2);
    case Measure::Need:
      return zone.gap.need;
    case Measure::PerNeed:
      return zone.gap.per_need;
    case Measure::SmoothedRate:
      return zone.gap.smoothed;
    case Measure::LocationQuotient:
      return zone.gap.location_quotient;
    case Measure::ShareGap:
      return zone.gap.share_gap;
    case Measure::Shortfall:
      return zone.gap.shortfall;
    case Measure::Distance:
      return zone.gap.distance_km;
    case Measure::ShareOfProjects:
      break;
  }
  return ratio(projects, country);
}

std::string format_value(Measure measure, double value, Language language) {
  switch (measure) {
    case Measure::Projects:
    case Measure::Population:
      return format_integer(static_cast<std::int64_t>(round_half_away(value, 0)), language);
    case Measure::Budget:
    case Measure::BudgetPerProject:
      return format_money_compact(cents_of_dollars(value), language);
    case Measure::ShareOfProjects:
      return format_percent(value, 0, language);
    case Measure::ShareGap:  // a difference of percentages: in points
      return with_sign(value, format_decimal(value * 100, 1, language)) + "\u00A0points";
    case Measure::Shortfall:
      return with_sign(value, format_short(value, language));
    default:
      return format_short(value, language);
  }
}

}  // namespace malimap
