#pragma once
// A line of the plane as a path on the page.

#include <span>

#include "geo/output/canvas.h"

namespace malimap {

/// Without the points that nobody would see: they only make files larger and slower.
void add_line(Path& path, const View& view, std::span<const PlanePoint> points, bool closed);

}  // namespace malimap
