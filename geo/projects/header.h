#pragma once
// Where a typed table begins: title lines, header lines (also of two or three rows with merged
// cells), a row of HXL tags, then data.

#include "geo/projects/table.h"

namespace malimap {

/// Sets `columns`, `hxl` and `header_row` of a table whose rows still begin with its header, and
/// takes those rows out. Headers of several rows become one text per column, outer heading first
/// ("Localisation / Cercle"); a heading over several columns counts for each. Duplicate headers
/// stay as they are; columns without any header and without any cell are dropped, those with cells
/// keep "". Merged data cells are filled down and across where they stand for the same value in
/// each row (reported in one note). Errors: no row looks like a header.
[[nodiscard]] Status take_header(Table& table, Problems& problems);

}  // namespace malimap
