#pragma once
// Line simplification on the projected plane, for levels of detail.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// Visvalingam-Whyatt (1993, "Line generalisation by repeated elimination of points"): drops the
/// point whose triangle with its neighbours is smallest until every triangle left is at least
/// tolerance_m squared. End points stay, so arcs that meet in a node still meet; a closed arc
/// (first == last) keeps at least four points, any other at least two. The deviation is of the
/// order of tolerance_m. tolerance_m <= 0 gives the arc as it is.
[[nodiscard]] std::vector<PlanePoint> simplify_arc(std::span<const PlanePoint> points,
                                                   double tolerance_m);

/// The same as indices of the points that stay, ascending.
[[nodiscard]] std::vector<std::uint32_t> points_kept(std::span<const PlanePoint> points,
                                                     double tolerance_m);

}  // namespace malimap
