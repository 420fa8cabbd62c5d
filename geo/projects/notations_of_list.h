#pragma once
// How a list writes its amounts and dates: each column is read in one notation, which only the
// whole column tells.

#include "geo/projects/columns.h"
#include "geo/projects/reporter.h"
#include "geo/projects/table.h"
#include "geo/projects/values.h"

namespace malimap {

struct NotationsOfList {
  DecimalSign amounts = DecimalSign::Unknown;
  DateNotation start = DateNotation::Unknown, end = DateNotation::Unknown,
               period = DateNotation::Unknown;
  std::string header_currency;  // of the budget column's header, or ""
};

/// Reads the columns of amounts and dates once. Reported, once a column: a notation that the column
/// does not decide, or that it contradicts.
[[nodiscard]] NotationsOfList notations_of_list(const Table& table, const ColumnMap& columns,
                                                Reporter& reporter);

}  // namespace malimap
