#pragma once
// The inner side of parse_date(), shared with periods.

#include <string>
#include <string_view>

#include "geo/projects/values.h"

namespace malimap {

/// A date from a folded text, in which '~' stands for a dash.
[[nodiscard]] TypedDate folded_date(std::string_view folded, DateRole role, DateNotation notation);

/// "3/4/2024" in its column's notation.
[[nodiscard]] TypedDate numeric_day(int first, int second, int year, DateNotation notation);

/// Folded with every dash kept as '~' (fold() makes blanks of them).
[[nodiscard]] std::string fold_with_dashes(std::string_view text);

/// A month's number by its French or English name or its abbreviation, folded; 0 for other words.
[[nodiscard]] int month_named(std::string_view folded);

/// Whether the folded text names a span that is longer than a day and has an end of its own: a
/// year, years, a half, a quarter, a month.
[[nodiscard]] bool is_span(std::string_view folded);

}  // namespace malimap
