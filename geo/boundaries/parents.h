#pragma once
// The parent of a unit by geometry.

#include <span>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

struct FoundParent {
  UnitIndex unit = kNoUnit;  // in the coarser layer
  double share = 0;          // of the unit's area that lies in any unit of the coarser layer
  bool outside = false;      // most of it lies in none
};

/// Units whose parents below this share are uncertain.
inline constexpr double kCertainShare = 0.85;

enum class BamakoOutline {
  AsDrawn,
  ByName,  // Natural Earth's is too large and lies askew: a unit in it belongs to the district when
           // its name says so, and only then
};

/// For each of the finer layer's units the coarser one with the largest part of its area; a unit
/// outside all of them goes with the neighbour that it shares its longest border with.
[[nodiscard]] std::vector<FoundParent> parents_by_area(const AdminLayer& finer,
                                                       const AdminLayer& coarser,
                                                       BamakoOutline bamako);

}  // namespace malimap
