#pragma once
// What vector formats ask of a path beside drawing it.

#include <vector>

#include "geo/output/canvas.h"

namespace malimap {

/// One stroke of the pen, curves replaced by short lines.
struct PathLine {
  std::vector<PixelPoint> points;
  bool closed = false;  // the first point is not repeated
};
[[nodiscard]] std::vector<PathLine> flatten(const Path& path);

/// Around all points, those that steer curves too.
[[nodiscard]] PixelBox bounds_of(const Path& path);

struct PixelSegment {
  PixelPoint from, to;
};
/// The middles of the hatch's lines within the box.
[[nodiscard]] std::vector<PixelSegment> hatch_lines(const Hatch& hatch, const PixelBox& box);

/// The same, cut at the edges of a shape (even-odd) of closed lines.
[[nodiscard]] std::vector<PixelSegment> hatch_within(const Hatch& hatch,
                                                     const std::vector<PathLine>& shape);

[[nodiscard]] Path rectangle_path(const PixelBox& box);

}  // namespace malimap
