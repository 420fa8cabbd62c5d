#pragma once
// Where ReadCounts keeps the rows and the amounts of a scope.

#include "geo/projects/projects.h"

namespace malimap {

[[nodiscard]] std::int64_t& rows_of(ReadCounts& counts, Scope scope);
[[nodiscard]] Cents& part_of(ReadAmounts& amounts, Scope scope);

}  // namespace malimap
