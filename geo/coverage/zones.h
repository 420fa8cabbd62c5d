#pragma once
// Which zones a layer falls into, before any figure is known.

#include <map>
#include <string>
#include <vector>

#include "geo/coverage/coverage.h"
#include "geo/coverage/unit_tree.h"

namespace malimap {

/// Zones of the layer `layer`, each unit in exactly one. For a project list the zones are made from
/// the units of `known_layer`, the finest one at which a place of the list is known (coarser than
/// `layer` for a list of regions on a map of cercles).
struct ZonePlan {
  int layer = 0;
  int known_layer = 0;
  std::vector<CoverageZone> zones;  // without figures
  std::vector<int> zone_of_unit;    // per unit of `layer`
  std::vector<int>
      zone_of_known_unit;  // per unit of `known_layer`; -1 when it has no unit of `layer`
  std::map<std::string, int>
      zone_of_id;  // of aggregates: by ReportingZone::id; absent when it covers no unit
};

/// One zone per reporting zone; each region (or unit) outside of them is a zone of its own,
/// unreported.
[[nodiscard]] ZonePlan plan_for_aggregates(const Dataset& dataset, const Boundaries& boundaries,
                                           const UnitTree& tree, int layer);

/// `joined`: sets of units of `known_layer` that the list's projects refer to as one; each set
/// becomes one zone under its name.
struct JoinedUnits {
  std::string code, name;
  std::vector<UnitIndex> units;
};
[[nodiscard]] ZonePlan plan_for_projects(const Dataset& dataset, const Boundaries& boundaries,
                                         const UnitTree& tree, int layer, int known_layer,
                                         const std::vector<JoinedUnits>& joined);

}  // namespace malimap
