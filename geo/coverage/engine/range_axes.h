#pragma once
// Ranges as axes: running sums over the strata of a number, so that a range is a difference of two;
// rows of a stratum that the range cuts are read.

#include "geo/coverage/engine/axis.h"

namespace malimap {

[[nodiscard]] std::unique_ptr<Axis> budget_axis(Snapshot<RangeStrata> strata);
[[nodiscard]] std::unique_ptr<Axis> start_axis(Snapshot<RangeStrata> strata);
/// Active in a window: those begun by its last day, less those ended before its first.
[[nodiscard]] std::unique_ptr<Axis> active_axis(Snapshot<RangeStrata> begin,
                                                Snapshot<RangeStrata> end);

}  // namespace malimap
