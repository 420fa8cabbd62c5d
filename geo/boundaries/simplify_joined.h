#pragma once
// Borders of a layer simplified together, so that none crosses another.

#include <span>
#include <vector>

#include "geo/boundaries/simplify.h"

namespace malimap {

/// simplify_arc() of every arc, and then a check of all of them at once: where two lines cross or
/// lie on each other, or a line has passed over a point of another (Saalfeld 1999, "Topologically
/// consistent line simplification"), the arcs concerned are simplified again by half their
/// tolerance, and at last kept as they are. Arcs may meet in their ends. What crosses already as
/// given is left.
[[nodiscard]] std::vector<std::vector<PlanePoint>> simplify_joined(
    std::span<const std::span<const PlanePoint>> arcs, double tolerance_m);

}  // namespace malimap
