#pragma once
// Coarser units from finer ones: the borders between units of the same group go, what is left is
// chained into rings.

#include <span>
#include <vector>

#include "geo/boundaries/topology.h"

namespace malimap {

/// One group's outline.
struct Dissolved {
  std::vector<std::vector<Polygon>> polygons;  // by group
  std::vector<Arc> arcs;                       // left and right are groups
};

/// Joins units into groups 0 to group_count - 1; group_of[unit] may be kNoUnit for a unit in none.
/// Gaps between units that are tiny (under 1 km2) or thin are given to the group that has most of
/// their border, so that no sliver remains; holes that another group or a real void fills are kept.
/// Where a group's units do not match each other at all (gaps and overlaps all along), GEOS joins
/// that group, and its outline may move by some 50 m.
[[nodiscard]] Dissolved dissolve(const BorderGraph& graph, std::span<const AdminUnit> units,
                                 std::span<const UnitIndex> group_of, std::size_t group_count);

}  // namespace malimap
