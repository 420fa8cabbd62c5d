#pragma once
#include "geo/base/units.h"

namespace malimap {

/// Whether the way from a to b crosses the ray from p to the east. By the even-odd rule a point is
/// inside a ring that crosses its ray an odd number of times (Shimrat 1962).
[[nodiscard]] inline bool crosses_ray(PlanePoint p, PlanePoint a, PlanePoint b) {
  return (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x;
}

}  // namespace malimap
