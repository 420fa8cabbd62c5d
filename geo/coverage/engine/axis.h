#pragma once
// One side of a filter (its values, its budgets, ...) that can change while the rest stays: what
// every stratum of it brings under that rest, so that a change adds strata up instead of reading
// rows.

#include <memory>

#include "geo/base/progress.h"
#include "geo/coverage/engine/strata.h"
#include "geo/coverage/engine/view_tallies.h"

namespace malimap {

/// What the strata of one axis bring under the rest of a filter.
class AxisSums {
 public:
  virtual ~AxisSums() = default;
  /// The sums of a filter whose rest is the one that these were made under, but for loose rows.
  [[nodiscard]] virtual ViewTallies under(const Filter& filter) const = 0;
  [[nodiscard]] virtual std::size_t bytes() const = 0;
};

class Axis {
 public:
  virtual ~Axis() = default;
  /// The parts of a filter that may change.
  [[nodiscard]] virtual FilterBits parts() const = 0;
  /// Whether its sums can tell of these parts of a filter.
  [[nodiscard]] virtual bool answers(const Filter& /*filter*/) const { return true; }
  /// Rows that are in none of its sums, in the list's RowOrder.
  [[nodiscard]] virtual std::span<const std::uint32_t> loose() const = 0;
  /// One pass over the rows. `rest` says nothing of the parts. The cube must outlive it. Of no use
  /// once it is cancelled.
  [[nodiscard]] virtual std::shared_ptr<const AxisSums> sums(const CoverageCube& cube,
                                                             const Filter& rest,
                                                             const Progress* progress) const = 0;
};

/// The axes of a list that are worth having: those of which few rows are loose, and that have
/// `most` strata at most; ranges are made coarser until they have. The strata must outlive them.
[[nodiscard]] std::vector<std::unique_ptr<Axis>> axes_of(const ListStrata& strata,
                                                         std::size_t most);

/// What the rows of each stratum bring, closed. On all cores.
[[nodiscard]] std::vector<ViewTallies> sums_of_strata(const ViewFilter& rest, const Strata& strata,
                                                      const Progress* progress);

}  // namespace malimap
