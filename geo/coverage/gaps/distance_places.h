#pragma once
// Which positions distances are measured to.

#include "geo/coverage/gaps/distance.h"

namespace malimap {

struct MeasuredPlaces {
  std::vector<MeasuredPlace> places;
  std::int64_t projects = 0, by_town = 0, left_out = 0;
};

/// Of the projects under the filter (its units apart) that lie in the country. A point is taken as
/// the list gives it, also where it contradicts the unit that its row names; a unit stands for the
/// town of its own name inside it: one of `towns`, else of the gazetteer that ships, where only one
/// place there has the name.
[[nodiscard]] MeasuredPlaces measured_places(const Dataset& dataset, const Boundaries& boundaries,
                                             const Filter& filter, std::span<const Town> towns);

/// Whether the unit's polygons hold the position.
[[nodiscard]] bool holds(const AdminUnit& unit, LonLat position);

}  // namespace malimap
