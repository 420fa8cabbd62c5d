#pragma once
#include <span>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// Geodesic area of polygons on the WGS 84 ellipsoid in km2, holes taken away (Karney 2013,
/// "Algorithms for geodesics", as in PROJ). The winding does not matter.
[[nodiscard]] double area_km2(std::span<const Polygon> polygons);
[[nodiscard]] double area_km2(const Ring& ring);

/// Twice the signed area in square degrees: positive when counterclockwise. For orientation and
/// comparison only.
[[nodiscard]] double signed_area2(std::span<const LonLat> ring);

/// Even-odd test against one ring; border points may fall on either side.
[[nodiscard]] bool ring_contains(std::span<const LonLat> ring, LonLat point);

}  // namespace malimap
