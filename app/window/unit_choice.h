#pragma once
// Units of the map into the filter: one that was pressed, or those inside a line.

#include <vector>

#include "app/session/action.h"
#include "app/session/pipeline.h"

namespace malimap {

/// The P-codes that stand for a zone in a filter: its own where that is a unit's, else those of its
/// units, so that a figure known for several is taken whole.
[[nodiscard]] std::set<std::string> pcodes_of(const CoverageZone& zone, const Derived& derived);

/// The unit's zone into the filter, or out of it. Nothing for kNoUnit.
void toggle_in_filter(const State& state, const Derived& derived, UnitIndex unit,
                      std::vector<Action>& actions);

/// The zones of the units whose label point lies inside the line (closed by its ends). `adds`: to
/// those in the filter. A line around nothing changes nothing.
void filter_by_lasso(const State& state, const Derived& derived,
                     const std::vector<PlanePoint>& line, bool adds, std::vector<Action>& actions);

}  // namespace malimap
