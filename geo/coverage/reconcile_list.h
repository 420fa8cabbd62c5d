#pragma once
// A list against key figures that the user gives: what differs is listed with both numbers.

#include <span>

#include "geo/base/problems.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/dataset.h"
#include "geo/projects/key_figures.h"

namespace malimap {

/// Counts from the list what each figure counts. A difference is reported as "sum-differs"
/// (doubtful) on the figure's row and column, with both numbers, the difference and both sources;
/// the list's number is the proposal. A budget agrees when it rounds to what was typed. Figures
/// that agree are one note; a region or cercle that the boundaries do not have is
/// "figure-place-unknown". Costs a pass over the list for each distinct filter and level.
void reconcile_list(std::span<const UserFigure> figures, const Dataset& dataset,
                    const Boundaries& boundaries, Problems& problems);

}  // namespace malimap
