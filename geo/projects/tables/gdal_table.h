#pragma once
// Tables of every format but delimited text: workbooks by our own reader, map files, dBASE files
// and databases through GDAL's allowed drivers.

#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/projects/table.h"

namespace malimap {

/// sheet: "" for the one that looks most like a list of projects. Workbooks have their header taken
/// (geo/projects/header.h); the other formats name their columns. Errors: not a table, an archive,
/// protected, damaged, no such sheet (naming those there are), no rows, no header, cancelled.
[[nodiscard]] Result<Table> read_gdal_table(const std::string& path, const std::string& sheet,
                                            Problems& problems, Progress* progress = nullptr);

/// The sheets or layers. Rows of workbooks are the filled ones, headers included.
[[nodiscard]] Result<std::vector<SheetInfo>> list_gdal_sheets(const std::string& path);

}  // namespace malimap
