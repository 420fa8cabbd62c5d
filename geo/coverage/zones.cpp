#include "geo/coverage/zones.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace malimap {
namespace {

const AdminUnit& unit_of(const Boundaries& boundaries, int layer, UnitIndex unit) {
  return boundaries.layers[static_cast<std::size_t>(layer)].units[static_cast<std::size_t>(unit)];
}

std::size_t unit_count(const Boundaries& boundaries, int layer) {
  return boundaries.layers[static_cast<std::size_t>(layer)].units.size();
}

/// The sum over all units, or nothing as soon as one is unknown.
std::optional<std::int64_t> population_of_units(const Dataset& dataset,
                                                const Boundaries& boundaries, int layer,
                                                const std::vector<UnitIndex>& units) {
  std::int64_t sum = 0;
  for (UnitIndex unit : units) {
    const auto found = dataset.population.find(unit_of(boundaries, layer, unit).pcode);
    if (found == dataset.population.end())
      return std::nullopt;
    sum += found->second;
  }
  return sum;
}

/// From the zone's own units; where these are not known, from the coarser units that the zone
/// covers entirely.
std::optional<std::int64_t> population_of(const Dataset& dataset, const Boundaries& boundaries,
                                          const UnitTree& tree, int layer,
                                          const std::vector<UnitIndex>& units) {
  if (const auto sum = population_of_units(dataset, boundaries, layer, units))
    return sum;
  for (int coarse = layer - 1; coarse >= 0; --coarse) {
    std::set<UnitIndex> parents;
    for (UnitIndex unit : units)
      parents.insert(tree.ancestor(layer, unit, coarse));
    if (parents.contains(kNoUnit))
      continue;
    std::size_t covered = 0;
    for (UnitIndex parent : parents)
      covered += tree.units_in(layer, coarse, parent).size();
    if (covered != units.size())
      continue;
    if (const auto sum =
            population_of_units(dataset, boundaries, coarse, {parents.begin(), parents.end()}))
      return sum;
  }
  return std::nullopt;
}

/// Puts units into zones as they come; a zone exists from its first unit on.
class Planner {
 public:
  Planner(const Boundaries& boundaries, int layer, int known_layer) : boundaries_(&boundaries) {
    plan_.layer = layer;
    plan_.known_layer = known_layer;
    plan_.zone_of_unit.assign(unit_count(boundaries, layer), -1);
  }
  void add(const std::string& key, const std::string& code, const std::string& name,
           UnitIndex unit) {
    const auto [found, is_new] = zone_of_key_.emplace(key, static_cast<int>(plan_.zones.size()));
    if (is_new)
      plan_.zones.push_back({code, name, {}, {}, 0, {}});
    CoverageZone& zone = plan_.zones[static_cast<std::size_t>(found->second)];
    zone.units.push_back(unit);
    zone.area_km2 += unit_of(*boundaries_, plan_.layer, unit).area_km2;
    plan_.zone_of_unit[static_cast<std::size_t>(unit)] = found->second;
  }
  [[nodiscard]] int zone(const std::string& key) const {
    const auto found = zone_of_key_.find(key);
    return found == zone_of_key_.end() ? -1 : found->second;
  }
  [[nodiscard]] ZonePlan finish(const Dataset& dataset, const UnitTree& tree) {
    for (auto& zone : plan_.zones) {
      // A reporting zone of several units can have a figure of its own where its units have none.
      const auto own = dataset.population.find(zone.code);
      zone.population = own != dataset.population.end()
                            ? std::optional(own->second)
                            : population_of(dataset, *boundaries_, tree, plan_.layer, zone.units);
    }
    return std::move(plan_);
  }
  ZonePlan& plan() { return plan_; }

 private:
  const Boundaries* boundaries_;
  ZonePlan plan_;
  std::map<std::string, int> zone_of_key_;
};

/// The reporting zone that names the unit or one of the coarser units that it lies in; nullptr when
/// none does.
const ReportingZone* reporting_zone_of(const std::vector<ReportingZone>& zones,
                                       const Boundaries& boundaries, const UnitTree& tree,
                                       int layer, UnitIndex unit) {
  for (const auto& zone : zones)
    for (int coarse = layer; coarse >= 0; --coarse) {
      const UnitIndex ancestor = tree.ancestor(layer, unit, coarse);
      if (ancestor != kNoUnit && std::count(zone.pcodes.begin(), zone.pcodes.end(),
                                            unit_of(boundaries, coarse, ancestor).pcode) > 0)
        return &zone;
    }
  return nullptr;
}

/// The coarsest layer of regions or finer: what an unreported part of the country is shown by.
int region_layer(const UnitTree& tree, int layer) {
  for (int coarse = 0; coarse < layer; ++coarse)
    if (tree.level(coarse) >= Level::Region)
      return coarse;
  return layer;
}

}  // namespace

ZonePlan plan_for_aggregates(const Dataset& dataset, const Boundaries& boundaries,
                             const UnitTree& tree, int layer) {
  const auto& zones = dataset.aggregates->zones;
  Planner planner(boundaries, layer, layer);
  const int regions = region_layer(tree, layer);
  for (std::size_t u = 0; u < unit_count(boundaries, layer); ++u) {
    const auto unit = static_cast<UnitIndex>(u);
    if (const auto* zone = reporting_zone_of(zones, boundaries, tree, layer, unit)) {
      const std::string& code = zone->pcodes.size() == 1 ? zone->pcodes.front() : zone->id;
      planner.add("zone " + zone->id, code, zone->name_fr, unit);
      continue;
    }
    const UnitIndex region = tree.ancestor(layer, unit, regions);
    const AdminUnit& shown =
        region == kNoUnit ? unit_of(boundaries, layer, unit) : unit_of(boundaries, regions, region);
    planner.add((region == kNoUnit ? "unit " : "region ") + shown.pcode, shown.pcode, shown.name,
                unit);
  }
  for (const auto& zone : zones)
    if (const int index = planner.zone("zone " + zone.id); index >= 0)
      planner.plan().zone_of_id[zone.id] = index;
  return planner.finish(dataset, tree);
}

ZonePlan plan_for_projects(const Dataset& dataset, const Boundaries& boundaries,
                           const UnitTree& tree, int layer, int known_layer,
                           const std::vector<JoinedUnits>& joined) {
  const std::size_t known = unit_count(boundaries, known_layer);
  std::vector<const JoinedUnits*> joined_of(known, nullptr);
  for (const auto& join : joined)
    for (UnitIndex unit : join.units)
      joined_of[static_cast<std::size_t>(unit)] = &join;
  const auto key_of = [&](std::size_t u) {
    return joined_of[u] ? "zone " + joined_of[u]->code : "unit " + std::to_string(u);
  };

  Planner planner(boundaries, layer, known_layer);
  for (std::size_t u = 0; u < unit_count(boundaries, layer); ++u) {
    const auto unit = static_cast<UnitIndex>(u);
    const UnitIndex above = tree.ancestor(layer, unit, known_layer);
    if (above == kNoUnit) {
      const AdminUnit& own = unit_of(boundaries, layer, unit);
      planner.add("alone " + std::to_string(u), own.pcode, own.name, unit);
      continue;
    }
    const auto index = static_cast<std::size_t>(above);
    const AdminUnit& shown = unit_of(boundaries, known_layer, above);
    planner.add(key_of(index), joined_of[index] ? joined_of[index]->code : shown.pcode,
                joined_of[index] ? joined_of[index]->name : shown.name, unit);
  }
  for (std::size_t u = 0; u < known; ++u)
    planner.plan().zone_of_known_unit.push_back(planner.zone(key_of(u)));
  return planner.finish(dataset, tree);
}

}  // namespace malimap
