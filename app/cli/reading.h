#pragma once
#include "app/cli/options.h"
#include "geo/projects/dataset.h"
#include "geo/projects/workspace.h"

namespace malimap {

/// How lists are to be read: what the options say over what the opened workspace or that of
/// --workspace (without either, the memory of earlier runs) knows. Errors: those of reading rates,
/// gazetteer and workspace; a currency that is none.
[[nodiscard]] Result<ReadOptions> reading_of(const Options& options, const Workspace* opened,
                                             Problems& problems);

}  // namespace malimap
