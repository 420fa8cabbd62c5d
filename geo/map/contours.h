#pragma once
#include <vector>

#include "geo/coverage/gaps/distance.h"

namespace malimap {

/// Rings around what is at least `km` away on the grid, which lies to their left; closed along the
/// grid's edge. Marching squares (Lorensen & Cline 1987, in two dimensions), linear between nodes;
/// where opposite corners agree the mean of the four decides.
[[nodiscard]] std::vector<Ring> contours(const DistanceGrid& grid, double km);

}  // namespace malimap
