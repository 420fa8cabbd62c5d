#pragma once
// What is wrong in a project list by itself, whatever the boundaries.

#include "geo/projects/columns.h"
#include "geo/projects/projects.h"
#include "geo/projects/reporter.h"

namespace malimap {

/// The ceiling of a Quick Impact Project, 50,000 USD each (bulletin of June 2017, page 4).
inline constexpr Cents kQipCeiling{5'000'000};

/// The last project of the list: a budget that is negative or zero or above the QIP ceiling, an end
/// before the start.
void check_last_project(const Projects& projects, const ColumnMap& columns, Reporter& reporter);

/// The list as a whole: ids that stand twice. Where most rows share their id (one row per action or
/// place), that is one note.
void check_ids(const Projects& projects, const ColumnMap& columns, Reporter& reporter);

}  // namespace malimap
