#pragma once
// Sums over the strata of a number from the first to each, under the rest of a filter.

#include <functional>

#include "geo/coverage/engine/axis.h"

namespace malimap {

class RunningSums {
 public:
  /// `number`: of a row that has one, the number that the strata are divided by. Cube and strata
  /// must outlive it.
  RunningSums(const CoverageCube& cube, const Filter& rest, const RangeStrata& strata,
              std::function<std::int64_t(std::size_t)> number, const Progress* progress);

  /// Adds what rows inside the range bring to these views, or takes it away.
  void add(ViewTallies& to, NumberRange range, Views views) const;
  void take_away(ViewTallies& from, NumberRange range, Views views) const;
  /// Adds what all rows bring, also those without a number.
  void add_all(ViewTallies& to, Views views) const { to.merge(running_.back(), views); }
  [[nodiscard]] std::size_t bytes() const { return running_.size() * running_.front().bytes(); }

 private:
  /// Strata that lie inside whole, from `first` up to `last`, and rows inside of those that do not.
  struct Cut {
    std::size_t first = 0, last = 0;
    std::vector<std::uint32_t> rows;
  };
  [[nodiscard]] Cut cut(NumberRange range) const;
  [[nodiscard]] std::vector<std::uint32_t> rows_inside(std::uint16_t one, std::uint16_t other,
                                                       NumberRange range) const;

  ViewFilter rest_;
  const RangeStrata* strata_;
  std::function<std::int64_t(std::size_t)> number_;
  std::vector<ViewTallies> running_;  // of the strata before each; one more than strata
};

}  // namespace malimap
