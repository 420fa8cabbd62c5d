#pragma once
// How a unit's area is shared out among the units of another layer.

#include <vector>

#include "geo/boundaries/boundaries.h"
#include "geo/boundaries/locate.h"

namespace malimap {

/// A part of a unit's area, 0 to 1, that lies in one unit of the other layer.
struct OverlapShare {
  UnitIndex unit = kNoUnit;  // kNoUnit: in none
  double share = 0;
};

/// The shares of a unit's area in the locator's units, the largest first; together they are 1, and
/// what lies in none is among them. Counted on an even grid of points inside the unit (some
/// hundreds), so a share is good to about one hundredth. Empty for a unit without area.
[[nodiscard]] std::vector<OverlapShare> overlap_shares(const AdminUnit& unit,
                                                       const UnitLocator& others);

}  // namespace malimap
