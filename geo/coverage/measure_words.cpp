// What each measure means, in one sentence.

#include "geo/coverage/measure.h"

namespace malimap {
namespace {

const char* sentence_of(Measure measure) {
  switch (measure) {
    case Measure::Projects:
      return N_(
          "Distinct projects with a place in the unit; one in several units counts once in "
          "each.");
    case Measure::Budget:
      return N_(
          "Budgets of the projects in the unit: each is split over its places, by the list's "
          "shares, else equally.");
    case Measure::ProjectsPer100k:
      return N_("Projects of the unit for every 100,000 of its people.");
    case Measure::BudgetPerHead:
      return N_("Budget of the unit by its population.");
    case Measure::BudgetPerProject:
      return N_("Budget of the unit by its projects, without those whose budget is not known.");
    case Measure::ProjectsPer1000Km2:
      return N_("Projects of the unit for every 1,000 km² of its area.");
    case Measure::BudgetPerKm2:
      return N_("Budget of the unit by its area on the ellipsoid.");
    case Measure::ShareOfProjects:
      return N_(
          "Projects of the unit among all distinct projects; shares of several units can add "
          "up to more than the whole.");
    case Measure::Population:
      return N_("People who live in the unit, as the census or the file says.");
    case Measure::PopulationDensity:
      return N_("People for every km².");
    case Measure::Need:
      return N_("What coverage is held against: people, area, or a column of a file.");
    case Measure::PerNeed:
      return N_("Coverage of the unit by its need.");
    case Measure::SmoothedRate:
      return N_(
          "Coverage by need, drawn towards the mean where the need is small and chance "
          "decides (empirical Bayes).");
    case Measure::LocationQuotient:
      return N_(
          "Share of coverage by share of need: 1 is as the whole, below 1 is less than the "
          "need's share.");
    case Measure::ShareGap:
      return N_(
          "Share of coverage minus share of need; negative: the unit gets less than its "
          "part.");
    case Measure::Shortfall:
      return N_(
          "Coverage minus what the unit's share of the need would give it; negative: "
          "lacking.");
    case Measure::Distance:
      break;
  }
  return N_("From the unit's seat to the nearest project under the filter, along the ellipsoid.");
}

}  // namespace

std::string explanation_of(Measure measure, const Translator& tr) {
  return tr(sentence_of(measure));
}

}  // namespace malimap
