#pragma once
// Where a typed table begins: title lines, header lines (also of two or three rows with merged
// cells), a row of HXL tags, then data.

#include "geo/projects/table.h"

namespace malimap {

/// What the first rows of a table say.
struct TableHeader {
  std::vector<std::string> columns, hxl;  // as of Table
  std::int64_t row = 0;                   // Table::header_row
  std::size_t data = 0;                   // rows of the table before its data
  /// Its rows that are full enough to be known again further down.
  std::vector<std::vector<std::string_view>> lines;
};

/// Rows from the top that header_of() looks at.
inline constexpr std::size_t kHeadRows = 93;

/// Finds the header in a table whose rows still begin with it; rows behind kHeadRows are not looked
/// at. Errors: no rows; none looks like a header.
[[nodiscard]] Result<TableHeader> header_of(const Table& table, Problems& problems);

/// Notes that this many records, the first of them in this row, are the header again.
void note_repeated_headers(const Table& table, std::size_t count, std::int64_t first,
                           Problems& problems);

/// Sets `columns`, `hxl` and `header_row` of a table whose rows still begin with its header, and
/// takes those rows out. Headers of several rows become one text per column, outer heading first
/// ("Localisation / Cercle"); a heading over several columns counts for each. Duplicate headers
/// stay as they are; columns without any header and without any cell are dropped, those with cells
/// keep "". Merged data cells are filled down and across where they stand for the same value in
/// each row (reported in one note). Errors: no row looks like a header.
[[nodiscard]] Status take_header(Table& table, Problems& problems);

}  // namespace malimap
