#pragma once
// Opens files that the user dropped: boundaries or project lists, recognised by what is in them.

#include <string>
#include <vector>

#include "app/session/state.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"

namespace malimap {

/// The sources with these files in place of what they replace: lists replace the lists; boundaries
/// of levels that the present ones do not draw join them (nest()), others replace them all, and the
/// lists are matched again. Reading only, so it can run as a job. Errors: the first file that is
/// neither; two boundary files of one level.
[[nodiscard]] Result<Sources> open_files(const std::vector<std::string>& paths,
                                         const Sources& current, Progress& progress);

}  // namespace malimap
