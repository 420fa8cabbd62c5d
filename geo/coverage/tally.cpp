#include "geo/coverage/tally.h"

namespace malimap {

Figures Tally::figures(bool list_has_budgets) const {
  Figures figures;
  figures.projects = projects;
  if (!list_has_budgets)
    return figures;
  figures.without_budget = without_budget;
  if (projects == 0 || without_budget < projects)
    figures.budget = budget;
  return figures;
}

void Tallies::add(const Projects& projects, const Placement& placement, std::size_t project) {
  const std::int64_t count = projects.count[project];
  const std::optional<Cents> budget = projects.budget.at(project);
  for (const ProjectPart& part : placement.parts_of(project))
    slots_[static_cast<std::size_t>(part.slot)].add(count, budget.has_value(), part.budget);
  total_.add(count, budget.has_value(), budget.value_or(Cents{}));
}

Coverage Tallies::coverage(const Placement& placement, Level level, bool list_has_budgets) const {
  Coverage coverage = empty_coverage(placement.plan, level);
  const auto figures = [&](int slot) {
    return slots_[static_cast<std::size_t>(slot)].figures(list_has_budgets);
  };
  for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone) {
    coverage.zones[zone].figures = figures(static_cast<int>(zone));
    coverage.mentions += slots_[zone].projects;
  }
  coverage.national = figures(placement.slot_of(Apart::National));
  coverage.unlocated = figures(placement.slot_of(Apart::Unlocated));
  coverage.outside = figures(placement.slot_of(Apart::Outside));
  coverage.coarser = figures(placement.slot_of(Apart::Coarser));
  coverage.total = total_.figures(list_has_budgets);
  return coverage;
}

Coverage empty_coverage(const ZonePlan& plan, Level level) {
  Coverage coverage;
  coverage.level = level;
  coverage.zones = plan.zones;
  coverage.zone_of_unit = plan.zone_of_unit;
  return coverage;
}

}  // namespace malimap
