#pragma once
// The point of a row, from its geometry or its cells.

#include "geo/projects/places.h"
#include "geo/projects/points.h"

namespace malimap {

/// As typed; nothing when there is none or it cannot be read. The order of two numbers in one cell
/// is told by the box around the country; latitude first where that does not tell.
[[nodiscard]] std::optional<LonLat> raw_point(const PlaceCells& cells, const LonLatBox& box);

}  // namespace malimap
