#pragma once
// A sheet of cells as a file gives it: texts and missing ones, before anything is understood. All
// cells of a table are views into memory that the table shares with its copies. Long texts keep no
// views: their rows are taken apart when they are asked for.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/mapped_file.h"
#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/base/units.h"
#include "geo/projects/tables/text_rows.h"

namespace malimap {

/// A cell that holds a word for "nothing" ("#N/A", "<Null>", "n/d"); the table gives it as missing.
struct MissingMarker {
  std::size_t row = 0;
  int column = 0;
  std::string_view text;
};

/// Cells that are shown as one, all inclusive, in rows and columns of the table.
struct MergedCells {
  std::size_t first_row = 0, last_row = 0;
  int first_column = 0, last_column = 0;
};

struct Table {
  std::string file, sheet;
  std::vector<std::string> columns;  // headers; empty as long as the header was not found
  std::vector<std::string> hxl;      // HXL tags beside `columns` ("#adm1+code"), or empty
  std::vector<bool> numeric;         // per column: the file itself says that it holds numbers (a
                                     // point is then a decimal point)
  std::int64_t header_row = 0;       // as a spreadsheet shows it; 0: the format names its columns

  std::size_t width = 0;                // columns
  std::vector<std::string_view> cells;  // row by row; trimmed; "" is missing
  std::vector<std::int64_t> numbers;    // per row: as a spreadsheet shows it (the first row is 1);
                                        // features of a map file count from 1
  std::shared_ptr<const TextRows> text_rows;  // the rows of a long text; cells and numbers are
                                              // empty then
  std::vector<std::optional<LonLat>> points;  // empty, or one a row: geometry, WGS 84
  std::vector<MissingMarker> markers;         // in the order of the rows
  std::vector<MergedCells> merged;            // of spreadsheets
  std::vector<std::shared_ptr<const void>> memory;  // what the cells point into
  std::shared_ptr<const MappedFile> mapped;         // the file, where it is read in place

  [[nodiscard]] std::size_t size() const { return text_rows ? text_rows->size() : numbers.size(); }
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return text_rows ? text_rows->row(row)[column] : cells[row * width + column];
  }
  /// The row's number as a spreadsheet shows it.
  [[nodiscard]] std::int64_t number(std::size_t row) const {
    return text_rows ? text_rows->number(row) : numbers[row];
  }
  /// The first row with this number or a higher one; size() where there is none.
  [[nodiscard]] std::size_t row_of(std::int64_t number) const;
  /// "" for column -1 too.
  [[nodiscard]] std::string_view text(std::size_t row, int column) const {
    return column < 0 ? std::string_view{} : cell(row, static_cast<std::size_t>(column));
  }
  /// Valid until this thread asks for another row; the letters stay.
  [[nodiscard]] std::span<const std::string_view> row(std::size_t row) const {
    return text_rows ? text_rows->row(row) : std::span(cells).subspan(row * width, width);
  }
  [[nodiscard]] std::optional<LonLat> point(std::size_t row) const {
    return points.empty() ? std::nullopt : points[row];
  }
  [[nodiscard]] bool has_points() const { return !points.empty(); }

  /// Index of the column with exactly this name, or -1.
  [[nodiscard]] int column(std::string_view name) const;
  /// The cell in the column of this name, or "" when missing or no such column.
  [[nodiscard]] std::string_view text(std::size_t row, std::string_view name) const;

  /// Keeps a text alive as long as the table.
  std::string_view keep(std::string text);
};

/// A sheet of a workbook, a layer of a file, a table of a database.
struct SheetInfo {
  std::string name;
  std::int64_t rows = 0;
  int columns = 0;
  bool hidden = false;
  bool chosen = false;  // the one that is read when nobody says otherwise
};

/// Everything that a file offers as a table. `chosen` is decided by what its columns say, not by
/// size alone. Delimited text has one sheet without a name.
[[nodiscard]] Result<std::vector<SheetInfo>> list_sheets(const std::string& path);

/// Reads a table from a file, or from "PG:..." : delimited text by our own reader, everything else
/// through the allowed GDAL drivers. What is inside decides, not the file's name. sheet: "" for the
/// chosen one. The header is found (geo/projects/header.h), blank rows are left out. Errors: no
/// such file, a directory, empty, no header, not a table, no such sheet (naming those there are).
[[nodiscard]] Result<Table> read_table(const std::string& path, const std::string& sheet,
                                       Problems& problems, Progress* progress = nullptr);

/// An error where the table's file was written to since it was opened: a long text is read in
/// place, so what was read may be neither the old file nor the new one.
[[nodiscard]] Status still_the_same(const Table& table);

}  // namespace malimap
