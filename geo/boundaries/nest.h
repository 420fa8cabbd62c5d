#pragma once
// Several boundary files as one, and parents for units whose file names none.

#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/boundaries/boundaries.h"

namespace malimap {

/// One Boundaries, coarse to fine, out of several, in any order. A level comes from the file that
/// draws it itself; one that is only dissolved from finer units (AdminLayer::derived) gives way.
///
/// A unit keeps the parent that its file names where code and name are those of a unit of the next
/// coarser level. Otherwise its parent is the unit that holds the largest part of its area. Where
/// that is less than 85 % of what lies in any unit, it is reported ("parent-uncertain", one for
/// each such unit; value: the share in percent).
///
/// Where there are no regions, they are made: each of the coarsest units goes to a region of
/// `fallback` by area, and the regions are dissolved from them, so that borders agree from level to
/// level; codes, names and vintage are fallback's. Its district of Bamako is known to be wrong, so
/// the units that touch it are put there when their name says so, and only then. Where a fifth of
/// the units or more lie outside fallback (another country's file), no regions are made.
///
/// `parts` has one or more. Errors: two files that both draw one level, or that cover different
/// land.
[[nodiscard]] Result<Boundaries> nest(std::vector<Boundaries> parts, const Boundaries& fallback,
                                      Problems& problems);

/// Whether nest() takes both: they draw different levels of the same land.
[[nodiscard]] bool can_nest(const Boundaries& a, const Boundaries& b);

}  // namespace malimap
