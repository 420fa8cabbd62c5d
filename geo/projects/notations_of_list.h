#pragma once
// How a list writes its amounts and dates: each column is read in one notation, which only the
// whole column tells.

#include "geo/projects/columns.h"
#include "geo/projects/reporter.h"
#include "geo/projects/table.h"
#include "geo/projects/values.h"

namespace malimap {

/// Stands for the currency of an amount that cannot be told: no rate exists for it.
inline constexpr const char* kUnknownCurrency = "?";

struct NotationsOfList {
  DecimalSign amounts = DecimalSign::Unknown;
  DateNotation start = DateNotation::Unknown, end = DateNotation::Unknown,
               period = DateNotation::Unknown;
  std::string header_currency;  // of the budget column's header, or ""
  // Of amounts that name none beside others that do: the only one named, or kUnknownCurrency where
  // several are; "" where no amount names one.
  std::string column_currency;
};

/// Reads the columns of amounts and dates once. Reported, once a column: a notation that the column
/// does not decide, or that it contradicts; amounts without a currency beside others that name one.
/// default_currency: the user's word on amounts that name none, or "".
[[nodiscard]] NotationsOfList notations_of_list(const Table& table, const ColumnMap& columns,
                                                const std::string& default_currency,
                                                Reporter& reporter);

}  // namespace malimap
