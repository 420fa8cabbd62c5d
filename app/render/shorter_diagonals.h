#pragma once
// A triangulation of the same area with shorter inner edges. A software rasteriser pays for every
// tile that a triangle touches, so the long thin triangles of a fan or a sweep cost several times
// what the area itself does.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// Flips the diagonal of every convex pair of triangles to the shorter one until none is left (a
/// local minimum of the total edge length; after C. L. Lawson, "Software for C1 surface
/// interpolation", 1977, with length in place of the circle test). Edges that belong to one
/// triangle only stay: the outline is kept. Indices point into vertices; as many come back.
[[nodiscard]] std::vector<std::uint32_t> with_shorter_diagonals(
    std::span<const PlanePoint> vertices, std::span<const std::uint32_t> triangles);

}  // namespace malimap
