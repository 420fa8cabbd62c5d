#pragma once
// Slides know no clipping: what a frame would hide is cut off here.

#include <vector>

#include "geo/output/path_lines.h"

namespace malimap {

/// The area inside the box, even-odd; parts may be joined along the box's edge.
[[nodiscard]] Path cut_area(const Path& path, const PixelBox& box);

/// The parts of the lines inside the box, in their order (Liang & Barsky 1984).
[[nodiscard]] Path cut_lines(const Path& path, const PixelBox& box);

}  // namespace malimap
