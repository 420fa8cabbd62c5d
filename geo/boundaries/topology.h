#pragma once
// From polygons to shared borders: the segments of all rings as a planar graph, each segment once,
// with the unit on either side.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// A straight stretch of border from node a to node b, with what lies to its left and right. Never
/// the same on both sides.
struct BorderSegment {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  UnitIndex left = kNoUnit;
  UnitIndex right = kNoUnit;
};

struct BorderGraph {
  std::vector<LonLat> nodes;
  std::vector<BorderSegment> segments;
};

/// Vertices closer than this (degrees; a tenth of a metre) are one, and a vertex this close to a
/// neighbour's edge lies on it.
inline constexpr double kSnapDegrees = 1e-6;

/// Matches the rings of the units: snaps vertices, puts the vertices of one ring that lie on a
/// neighbour's edge into that edge, and joins the two sides of each segment. The units' rings are
/// rewritten with the matched vertices, outer rings counterclockwise, so that polygons and arcs
/// agree to the last bit; rings that collapse are dropped. Borders that lie farther apart than
/// kSnapDegrees stay two. Where units overlap on one side of a segment, the first one keeps it.
[[nodiscard]] BorderGraph border_graph(std::span<AdminUnit> units);

/// Chains the segments into arcs that end where the pair of units changes.
[[nodiscard]] std::vector<Arc> chain_arcs(const BorderGraph& graph);

}  // namespace malimap
