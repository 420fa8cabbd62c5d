#pragma once
// Where simplified arcs are in each other's way.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// An arc as given, and which of its points are left: ascending indices, first and last among them.
struct SimplifiedArc {
  std::span<const PlanePoint> points;
  std::vector<std::uint32_t> kept;
};

/// The arcs that cross, touch or cover another one or themselves but in their ends, and those that
/// have passed over a point of another: ascending.
[[nodiscard]] std::vector<std::size_t> arcs_in_conflict(std::span<const SimplifiedArc> arcs);

}  // namespace malimap
