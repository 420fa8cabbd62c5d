#pragma once
// The ground of the units: colours by class, and apart from them zero, not reported and outside the
// programme, each with how many units it has.

#include <vector>

#include "geo/map/draft.h"
#include "geo/map/figures.h"

namespace malimap {

struct Ground {
  std::vector<int> class_of_zone;    // kNoClass: not reported
  std::vector<LegendEntry> entries;  // one a class: entries[i].class_index == i
  std::vector<bool> listed;          // per entry; those that are not only colour the ground
};

/// Per unit of the coverage's layer: whether it, or a unit that it lies in, is named.
[[nodiscard]] std::vector<bool> units_within(const Boundaries& boundaries, Level level,
                                             const std::set<std::string>& pcodes);

/// The box of some units; empty without any.
[[nodiscard]] PlaneBox box_of(const Shapes& shapes, const std::vector<UnitIndex>& units);

/// What a scene without a camera shows: the unit that it is drilled into, else the whole. `shapes`
/// are of the scene's level.
[[nodiscard]] PlaneBox box_to_fit(const Shapes& shapes, const Boundaries& boundaries,
                                  const std::string& within);

/// Paints the units and lists the entries: classes, zero, not reported, outside the programme,
/// outside the filter. A unit outside the programme that has a positive figure all the same keeps
/// its class; one outside the filter's units is context, whatever it has.
void lay_ground(const Draft& draft, Ground ground);

/// For what is drawn over the units: known figures on one quiet colour that is not listed, zero
/// listed.
[[nodiscard]] Ground quiet_ground(const Draft& draft, const ZoneValues& values, Measure measure);
[[nodiscard]] Colour quiet_colour(const Theme& theme);
/// Of units outside the filter: between paper and neighbours, paler than any class.
[[nodiscard]] Colour context_colour(const Theme& theme);

/// Adds a class of the zones that are zero; its index, or kNoClass where there is none.
int add_zero(const Draft& draft, Ground& ground, const ZoneValues& values, Measure measure);

}  // namespace malimap
