#pragma once
// Rows of a typed table that are no projects: sums, headings between the rows, remarks below them.

#include <optional>
#include <set>
#include <string_view>

#include "geo/projects/columns.h"
#include "geo/projects/table.h"
#include "geo/projects/values.h"

namespace malimap {

/// Why a row is passed over.
struct NotAProject {
  const char* reason;  // "total-row", "remark-row"
  const char* msgid;
};

/// What only the whole list tells about its rows.
struct RowsOfList {
  std::set<std::size_t> unlabelled_sums;  // rows of nothing but the sum of the amounts above them
  bool rows_are_wide = false;  // rows usually fill several columns, so one filled cell is a remark
};
[[nodiscard]] RowsOfList survey_rows(const Table& table, const ColumnMap& columns,
                                     DecimalSign sign);

[[nodiscard]] std::optional<NotAProject> not_a_project(const Table& table, const ColumnMap& columns,
                                                       std::size_t row, const RowsOfList& list);

/// The first cell of the row that holds anything, or "".
[[nodiscard]] std::string_view first_filled(const Table& table, std::size_t row);

}  // namespace malimap
