#pragma once
// The rows of a GDAL layer as a table.

#include <ogrsf_frmts.h>

#include <string>

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/projects/table.h"

namespace malimap {

/// `path` and `sheet` are for the table and its errors. Dates are ISO 8601, lists separated by ";
/// ", points lie inside what a feature covers, in WGS 84. Blank rows are left out. Errors: breaks
/// off, cancelled.
[[nodiscard]] Result<Table> read_layer(OGRLayer& layer, const std::string& path,
                                       const std::string& sheet, Progress* progress);

}  // namespace malimap
