#pragma once
// How rows are divided by a number.

#include <functional>
#include <optional>

#include "geo/coverage/engine/strata.h"

namespace malimap {

/// A number of each row; nothing where it has none.
using RowNumber = std::function<std::optional<std::int64_t>(std::size_t)>;

/// Cuts at `wanted` (ascending), so that a brush which follows them takes whole strata, and between
/// them where rows are many, so that any other range reads few of them. No row is loose yet.
[[nodiscard]] RangeStrata divide_by_number(std::size_t rows, const RowNumber& number,
                                           std::vector<std::int64_t> wanted);

/// Neighbours put together so that there are `most` strata at most, three or more.
[[nodiscard]] RangeStrata coarser(const RangeStrata& fine, std::size_t most);

/// Makes the rows of a project loose whose rows differ in any of the divisions, or of which any is
/// `odd` (may be empty: none is); in all of these divisions.
void set_loose(std::span<Strata* const> divisions, const Dataset& dataset, const RowOrder& order,
               const std::function<bool(std::size_t)>& odd);

}  // namespace malimap
