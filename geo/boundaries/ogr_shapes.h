#pragma once
// Between OGR's geometries and ours, with the repairs that a stranger's file needs.

#include <ogr_geometry.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

struct ShapeResult {
  bool off_globe = false;          // coordinates that are no degrees
  std::vector<Polygon> polygons;   // empty: nothing could be drawn
  std::vector<std::string> flaws;  // what was mended or is wrong: msgids, {0} is the unit's name
};

/// The polygons of a geometry in degrees. Mended and named in flaws: open rings, coordinates that
/// are no numbers, spikes, rings that cross themselves or each other (through GEOS), holes outside.
/// Lines, points and places off the globe give no polygons. Winding and repeated vertices are put
/// right without a word: formats disagree on them.
[[nodiscard]] ShapeResult shape_of(const OGRGeometry* geometry);

/// Outer rings counterclockwise, holes clockwise, closed.
[[nodiscard]] std::unique_ptr<OGRMultiPolygon> to_ogr(std::span<const Polygon> polygons);

}  // namespace malimap
