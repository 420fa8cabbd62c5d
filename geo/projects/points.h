#pragma once
// Coordinates as lists have them: impossible ones, swapped ones, and how far a point is from a
// unit.

#include <optional>
#include <string>
#include <string_view>

#include "geo/boundaries/boundaries.h"

namespace malimap {

struct LonLatBox {
  double west = 180, south = 90, east = -180, north = -90;
  [[nodiscard]] bool holds(LonLat p) const {
    return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
  }
  /// False only for points that are further from everything in the box.
  [[nodiscard]] bool is_within_km(LonLat p, double km) const;
};

/// The box around all units of a layer.
[[nodiscard]] LonLatBox box_of(const AdminLayer& layer);
[[nodiscard]] LonLatBox box_of(const AdminUnit& unit);

/// A position in one cell: "14.48, -4.18", "14,4843; -4,1830", "14°29'3\"N 4°10'58\"W",
/// "POINT(-4.1 14.5)" (longitude first). Of two plain numbers the first is the latitude, unless
/// only the other order falls into the box. Nothing for anything else.
[[nodiscard]] std::optional<LonLat> position_in(std::string_view text, const LonLatBox& box);

/// Degrees in decimals, or in degrees, minutes and seconds with their quarter: "4°10'58\"W".
[[nodiscard]] std::optional<double> degrees_in(std::string_view text);

/// False for what is no place on Earth, and for 0, 0, which is what forms fill in for "unknown".
[[nodiscard]] bool is_possible(LonLat point);

/// The point with the decimal signs put back where that brings it into the box: -4920952 ->
/// -4.920952. Nothing when it does not.
[[nodiscard]] std::optional<LonLat> with_decimals_restored(LonLat point, const LonLatBox& box);

/// Kilometres from a point to the nearest border of the unit, on a sphere, good to a few per mille
/// below 1,000 km. A point inside has a distance too.
[[nodiscard]] double border_distance_km(LonLat point, const AdminUnit& unit);

/// "-4.183, 14.4843": longitude first, as few digits as tell it exactly.
[[nodiscard]] std::string text_of(LonLat point);

}  // namespace malimap
