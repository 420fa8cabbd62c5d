#include "geo/coverage/gaps/planned.h"

#include <set>

#include "geo/coverage/unit_tree.h"

namespace malimap {
namespace {

bool passes(const std::set<std::string>& wanted, const Filter& filter, Dimension dimension,
            const std::string& value) {
  if (value.empty())
    return true;  // not said: it may be anything
  const auto except = filter.except.find(dimension);
  return (wanted.empty() || wanted.contains(value)) &&
         (except == filter.except.end() || !except->second.contains(value));
}

/// The one zone that holds the unit; nothing where several share it.
std::optional<std::size_t> zone_of(const std::string& pcode, const Coverage& coverage,
                                   const UnitTree& tree) {
  for (std::size_t i = 0; i < coverage.zones.size(); ++i)
    if (coverage.zones[i].code == pcode)
      return i;
  const int own = tree.layer_of(coverage.level);
  for (int layer = 0; layer < tree.layer_count(); ++layer) {
    const UnitIndex unit = tree.find(layer, pcode);
    if (unit == kNoUnit)
      continue;
    std::set<int> zones;
    if (layer > own) {
      if (const UnitIndex above = tree.ancestor(layer, unit, own); above != kNoUnit)
        zones.insert(coverage.zone_of_unit[static_cast<std::size_t>(above)]);
    } else {
      for (const UnitIndex inside : tree.units_in(own, layer, unit))
        zones.insert(coverage.zone_of_unit[static_cast<std::size_t>(inside)]);
    }
    if (zones.size() == 1 && *zones.begin() >= 0)
      return static_cast<std::size_t>(*zones.begin());
  }
  return std::nullopt;
}

}  // namespace

std::vector<PlacedProject> place_planned(const GapInput& input, const Coverage& coverage,
                                         std::vector<Message>& notes) {
  std::vector<PlacedProject> placed;
  if (input.settings.planned.empty())
    return placed;
  const UnitTree tree(*input.boundaries);
  for (const PlannedProject& project : input.settings.planned) {
    if (!passes(input.filter.fund, input.filter, Dimension::Fund, project.fund) ||
        !passes(input.filter.sector, input.filter, Dimension::Sector, project.sector)) {
      notes.push_back({N_("Planned for {0}: not under this filter."), {project.pcode}});
      continue;
    }
    const auto zone = zone_of(project.pcode, coverage, tree);
    if (!zone) {
      notes.push_back(
          {N_("Planned for {0}: in no single unit of this map, not counted."), {project.pcode}});
      continue;
    }
    const CoverageZone& found = coverage.zones[*zone];
    if (found.filtered_out)
      notes.push_back({N_("Planned for {0}: not under this filter."), {found.name}});
    else if (!found.figures.reported())
      notes.push_back(
          {N_("Planned for {0}: what is there is not reported, and stays unknown."), {found.name}});
    else
      placed.push_back({&project, *zone});
    if (input.settings.by_sector && project.sector.empty())
      notes.push_back({N_("Planned for {0}: no sector is given, so it is in none."), {found.name}});
  }
  return placed;
}

void add_planned(Coverage& coverage, const std::vector<PlacedProject>& planned) {
  for (const auto& [project, zone] : planned) {
    const bool has_budget = project->budget.value != 0;
    for (Figures* figures : {&coverage.zones[zone].figures, &coverage.total}) {
      if (figures->projects)
        *figures->projects += project->count;
      if (figures->budget)
        *figures->budget += project->budget;
      if (!has_budget)
        figures->without_budget += project->count;
    }
    coverage.mentions += project->count;
  }
}

void add_planned(CaseLayer& layer, const std::vector<PlacedProject>& planned, Aid aid) {
  for (const auto& [project, zone] : planned) {
    if (!layer.sector.empty() && layer.sector != project->sector)
      continue;
    ZoneCase& here = layer.zones[zone];
    if (here.standing == Standing::AidUnknown || here.standing == Standing::NotReported)
      continue;
    if (aid == Aid::Projects)
      here.aid += static_cast<double>(project->count);
    else
      here.aid += aid == Aid::Budget ? project->budget.dollars() : 1.0;
  }
}

}  // namespace malimap
