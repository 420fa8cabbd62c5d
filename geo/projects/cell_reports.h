#pragma once
// What every reader of lists says of a cell that it cannot read, in the same words.

#include "geo/projects/reporter.h"
#include "geo/projects/values.h"

namespace malimap {

/// The date; one that is none is reported on the reporter's current row.
[[nodiscard]] std::optional<Date> date_or_report(const TypedDate& typed, std::string_view cell,
                                                 int column, Reporter& reporter);

/// Reports an amount that is none.
void report_no_amount(std::string_view cell, int column, Reporter& reporter);

}  // namespace malimap
