#pragma once
#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// The largest circle inside a shape.
struct InnerCircle {
  PlanePoint centre;
  double radius = 0;  // 0: the shape is empty
};

/// Pole of inaccessibility of the rings (even-odd): the point inside that is furthest from every
/// border, found by refining a quadtree of candidate squares (Garcia-Castellanos & Lombardo 2007,
/// "Poles of inaccessibility"), to within `precision` of the best radius.
[[nodiscard]] InnerCircle pole_of_inaccessibility(std::span<const std::vector<PlanePoint>> rings,
                                                  double precision);

/// Whether the point lies inside the rings by the even-odd rule.
[[nodiscard]] bool inside(std::span<const std::vector<PlanePoint>> rings, PlanePoint point);

}  // namespace malimap
