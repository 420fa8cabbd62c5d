#pragma once
#include <optional>
#include <string_view>

#include "geo/projects/values.h"

namespace malimap {

/// The short way of parse_money(), for the cells that most columns are made of: digits, blanks
/// between thousands, at most one sign, a usual currency behind. Nothing for the rest.
[[nodiscard]] std::optional<Money> plain_amount(std::string_view text, DecimalSign sign);

}  // namespace malimap
