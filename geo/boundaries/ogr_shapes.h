#pragma once
// Between OGR's geometries and ours.

#include <ogr_geometry.h>

#include <memory>
#include <span>
#include <vector>

#include "geo/boundaries/mend.h"

namespace malimap {

/// The polygons of a geometry in degrees, mended (mend.h). Lines, points and places off the globe
/// give no polygons.
[[nodiscard]] ShapeResult shape_of(const OGRGeometry* geometry);

/// Lets GEOS put right what crosses itself; keeps the areas of what it makes. False where the
/// polygons are valid as they are.
bool make_valid(std::vector<Polygon>& polygons);

/// Outer rings counterclockwise, holes clockwise, closed.
[[nodiscard]] std::unique_ptr<OGRMultiPolygon> to_ogr(std::span<const Polygon> polygons);

}  // namespace malimap
