#pragma once
// A sheet of cells as the files give it: texts and missing ones, before anything is understood.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/base/units.h"

namespace malimap {

using Cell =
    std::optional<std::string>;  // trimmed; nothing for missing ("", "#N/A", "None", null, ...)

struct TableRow {
  std::int64_t number =
      0;  // as a spreadsheet shows it (the header is row 1); features of a map file count from 1
  std::vector<Cell> cells;      // as many as columns
  std::optional<LonLat> point;  // geometry of the file, WGS 84
};

struct Table {
  std::string file, sheet;
  std::vector<std::string> columns;
  std::vector<bool> numeric;  // per column: the file itself says that it holds numbers (a point is
                              // then a decimal point)
  std::vector<TableRow> rows;
  bool has_points = false;

  /// Index of the column with exactly this name, or -1.
  [[nodiscard]] int column(std::string_view name) const;
  /// The cell's text, or "" when missing or no such column.
  [[nodiscard]] std::string_view text(const TableRow& row, std::string_view name) const;
};

/// Reads a table from a file: delimited text by our own reader, everything else through the allowed
/// GDAL drivers. What is inside decides, not the file's name. Errors: no such file, a directory,
/// empty, no header, not a table.
[[nodiscard]] Result<Table> read_table(const std::string& path, Problems& problems);

}  // namespace malimap
