#pragma once
// What two areas have in common, through GLU's tessellator as triangulate.h: robust on
// self-touching rings.

#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// The rings around what lies inside both areas, for the even-odd rule. Of each area the inside
/// lies to the left of its rings (outer rings counterclockwise, holes clockwise), closed or not;
/// rings of several adjoining parts may be given together, their common borders cancel out. Empty
/// where nothing is common, or when GLU fails.
[[nodiscard]] std::vector<std::vector<PlanePoint>> common_area(
    std::span<const std::vector<PlanePoint>> a, std::span<const std::vector<PlanePoint>> b);

}  // namespace malimap
