#pragma once
#include "geo/base/progress.h"
#include "geo/boundaries/features.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {

/// Reads one layer through GDAL: the one that the options name, else the one with areas whose name
/// says the deepest level. Errors: no such layer; no layer with areas; no features; coordinates
/// that are neither degrees nor in a stated projection; too many units; cancelled.
[[nodiscard]] Result<Features> read_features(const VectorFile& file, const BoundaryOptions& options,
                                             Problems& problems, Progress* progress);

}  // namespace malimap
