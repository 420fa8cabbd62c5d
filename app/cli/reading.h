#pragma once
#include "app/cli/options.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// How lists are to be read: what the options say over what the workspace (without one, the memory
/// of earlier runs) knows. Errors: those of reading rates, gazetteer and workspace; a currency that
/// is none.
[[nodiscard]] Result<ReadOptions> reading_of(const Options& options, Problems& problems);

}  // namespace malimap
