#pragma once
#include <span>
#include <vector>

#include "geo/map/shapes.h"

namespace malimap {

/// The part of the rings inside a box (Sutherland & Hodgman 1974). Parts may be joined along the
/// box's edge, which changes nothing for the even-odd rule.
[[nodiscard]] std::vector<PlaneRing> clip(std::span<const PlaneRing> rings, const PlaneBox& box);

}  // namespace malimap
