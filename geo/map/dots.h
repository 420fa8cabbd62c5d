#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/base/units.h"
#include "geo/map/shapes.h"

namespace malimap {

/// Spreads points evenly over a unit: each is the best of some random candidates, the one furthest
/// from those before (Mitchell 1991, "Spectrally optimal sampling"). All lie strictly inside. The
/// same seed gives the same points; fewer than wanted only where the unit has no area.
[[nodiscard]] std::vector<PlanePoint> spread_points(const DetailLevel& detail, UnitIndex unit,
                                                    std::size_t count, std::uint64_t seed);

/// FNV-1a, so that a place's dots stay where they are on every machine.
[[nodiscard]] std::uint64_t seed_of(std::string_view pcode);

/// Area on the plane, m2.
[[nodiscard]] double area_of(const DetailLevel& detail, UnitIndex unit);

/// Whole numbers that add up to `total`, each as near to its share as can be (largest remainder).
[[nodiscard]] std::vector<std::size_t> apportion(const std::vector<double>& shares,
                                                 std::size_t total);

}  // namespace malimap
