#pragma once
// Polygons into triangles for the GPU, through GLU's tessellator (no GL context is needed): robust
// on self-touching rings.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

struct Mesh {
  std::vector<PlanePoint> vertices;
  std::vector<std::uint32_t> triangles;  // three indices into vertices each
};

/// Triangles that cover the inside of the rings by the even-odd rule: outer rings, holes and
/// several parts in any order and winding, closed or not. Where rings cross, vertices are added.
/// Rings of fewer than three points are left out; an empty mesh when nothing is left.
[[nodiscard]] Mesh triangulate(std::span<const std::vector<PlanePoint>> rings);

}  // namespace malimap
