#pragma once
// From a row of a list, as its problems name it, to its projects and to where they lie.

#include <string>
#include <vector>

#include "app/session/state.h"

namespace malimap {

/// The projects that were read from the row; none where it was skipped. `file`: which list, where
/// several are open.
[[nodiscard]] std::vector<ProjectIndex> projects_of_row(const Sources& sources,
                                                        const std::string& file, std::int64_t row);

/// A unit of the layer in which the project lies, the first of its places; of a place that is known
/// more coarsely, one of the units there. kNoUnit where no place of it is on the map.
[[nodiscard]] UnitIndex unit_of_project(const Sources& sources, const AdminLayer& layer,
                                        ProjectIndex project);

}  // namespace malimap
