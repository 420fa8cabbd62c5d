#pragma once
// Project lists one behind the other.

#include "geo/projects/projects.h"

namespace malimap {

/// Puts the rows of `from` behind those of `to`. Places are the same where level and code are.
/// Numbers of projects are counted on, so that no project of one list is one of the other; where
/// only one list has them, each row of the other gets its own. Where only one list gives shares of
/// sectors, those of the other are NaN. Costs a copy of the columns and one look-up a distinct
/// text.
void append(Projects& to, Projects&& from);

}  // namespace malimap
