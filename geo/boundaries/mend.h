#pragma once
// From the rings that a format holds to ours, with the repairs that a stranger's file needs.

#include <string>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

struct ShapeResult {
  bool off_globe = false;          // coordinates that are no degrees
  std::vector<Polygon> polygons;   // empty: nothing could be drawn
  std::vector<std::string> flaws;  // what was mended or is wrong: msgids, {0} is the unit's name
};

/// Adds a flaw that is not among them yet.
void note_flaw(ShapeResult& result, const char* flaw);

/// Adds a polygon given by its rings, the outer one first, closed or not. Mended and named in
/// flaws: open rings, coordinates that are no numbers, spikes; rings without an area are left out.
/// Winding and repeated vertices are put right without a word: formats disagree on them.
void add_polygon(std::vector<Ring> rings, ShapeResult& result);

/// The last step, once all polygons are there: places off the globe give none, and rings that cross
/// themselves or each other, and holes outside, are put right by GEOS.
void finish_shape(ShapeResult& result);

}  // namespace malimap
