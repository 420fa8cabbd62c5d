#pragma once
// Rings around the faces of a border graph.

#include <cstdint>
#include <vector>

#include "geo/boundaries/topology.h"

namespace malimap {

/// A simple closed walk along segments with one unit on its left all the way.
struct FaceRing {
  UnitIndex unit = kNoUnit;             // what lies to the left; kNoUnit: a void
  std::vector<std::uint32_t> segments;  // in order
  Ring points;                          // the first node of each segment
};

/// All rings of all faces, the voids included. A ring that touches itself in a node comes as
/// several.
[[nodiscard]] std::vector<FaceRing> face_rings(const BorderGraph& graph);

/// Polygons of each unit out of its rings: counterclockwise rings are outer ones, clockwise ones
/// the holes of the smallest outer ring around them. Rings of the void are left out.
[[nodiscard]] std::vector<std::vector<Polygon>> assemble(const std::vector<FaceRing>& rings,
                                                         std::size_t unit_count);

}  // namespace malimap
