#pragma once
// A list's rows divided by what filters ask of them, so that a filter takes whole strata or leaves
// them: the cube over the categorical dimensions, and the bins of ranges. (Strata as in stratified
// sampling.) They are the list's, whatever its places.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "geo/coverage/match.h"
#include "geo/coverage/row_bins.h"
#include "geo/coverage/row_order.h"

namespace malimap {

/// Which stratum each row is in. A project is in one as a whole; the rows of one that lies in
/// several, and those whose amounts hang on the filter, are loose and have to be read one by one.
struct Strata {
  static constexpr std::uint16_t kLoose = std::numeric_limits<std::uint16_t>::max();
  static constexpr std::uint16_t kNone = kLoose - 1;  // that no row is in

  std::size_t count = 0;
  std::vector<std::uint16_t> of_row;
  std::vector<std::uint32_t> loose;  // in the list's RowOrder
};

/// By the values that rows have in some dimensions: those with the same sets of values are
/// together.
struct ValueStrata {
  FilterBits dimensions = 0;
  Strata strata;
  std::vector<std::uint32_t> example;  // a row of each: whether a filter of values lets it through
                                       // tells of them all
};

/// By a number of each row; the last stratum holds rows without one.
struct RangeStrata {
  Strata strata;
  std::vector<std::int64_t> edges;  // stratum s holds edges[s] <= number < edges[s + 1]; as many as
                                    // strata; empty: no row has a number
};

/// Numbers that ranges are compared by: cents, and days since 1970.
[[nodiscard]] inline std::int64_t as_number(Cents amount) {
  return amount.value;
}
[[nodiscard]] inline std::int64_t as_number(Date date) {
  return std::chrono::sys_days(date).time_since_epoch().count();
}

/// A closed range of such numbers.
struct NumberRange {
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
};

/// The range between bounds of a filter, each of which may be missing.
template <class Bound>
NumberRange numbers_between(const Bound& low, const Bound& high) {
  NumberRange range;
  if (low)
    range.low = as_number(*low);
  if (high)
    range.high = as_number(*high);
  return range;
}

/// All divisions of one list.
struct ListStrata {
  ListStrata(const Dataset& dataset, const RowOrder& order, const RowBins& bins);

  std::vector<ValueStrata> values;  // no dimension is in two; one with too many values in none
  RangeStrata budget, start;
  // Rows with a beginning by it; and of them those with an end by that. A row is loose in both or
  // in neither; so are those that end before they begin.
  RangeStrata begin, end;
};

}  // namespace malimap
