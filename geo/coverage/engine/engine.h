#pragma once
// Answers one filter after another over a list, each from as little as it changes of the last.

#include <list>
#include <memory>
#include <optional>

#include "geo/base/progress.h"
#include "geo/coverage/engine/axis.h"

namespace malimap {

/// The way that a user explores: one part of the filter changes, the rest stays. What the changing
/// part divides the rows into is summed once under the rest (one pass over the rows); from then on
/// a step adds strata up, whatever the number of rows. Until then, and where no axis answers, a
/// filter is read row by row, as linked_views() does; the answers are the same.
class CoverageEngine {
 public:
  /// Below so many rows reading them is as fast.
  static constexpr std::size_t kWorthStrata = 50'000;
  [[nodiscard]] static bool is_worth_it(const CoverageCube& cube,
                                        std::size_t worth_strata = kWorthStrata);

  /// Sums that an axis can make under the rest of a filter.
  struct Wanted {
    std::size_t axis = 0;
    Filter rest;
    bool operator==(const Wanted&) const = default;
  };
  using Sums = std::shared_ptr<const AxisSums>;

  /// What sums may take together, a third of it those of one axis. The oldest go first.
  static constexpr std::size_t kMostBytes = std::size_t{288} << 20U;
  explicit CoverageEngine(Snapshot<CoverageCube> cube, std::size_t worth_strata = kWorthStrata,
                          std::size_t most_bytes = kMostBytes);

  /// The same as linked_views(cube, filter).
  [[nodiscard]] LinkedViews views(const Filter& filter);
  /// What would answer the next change of the part that changed last; nothing where it is at hand.
  [[nodiscard]] const std::optional<Wanted>& wanted() const { return wanted_; }

  /// One pass over the rows. On any thread, at any time. Of no use once it is cancelled.
  [[nodiscard]] Sums make(const Wanted& wanted, const Progress* progress = nullptr) const;
  void put(const Wanted& wanted, Sums sums);
  /// Makes what the first change of any one part will ask for. Of no use once it is cancelled.
  void prepare(const Progress* progress = nullptr);

  /// How many filters were answered by a pass over all rows: what a test counts instead of time.
  [[nodiscard]] std::size_t scans() const { return scans_; }

 private:
  struct Made {
    Wanted what;
    Sums sums;
  };
  [[nodiscard]] const Made* at_hand(const Filter& filter);
  [[nodiscard]] std::optional<Wanted> changed_axis(const Filter& from, const Filter& to) const;
  [[nodiscard]] LinkedViews answer(const Made& made, const Filter& filter) const;

  Snapshot<CoverageCube> cube_;
  std::size_t most_bytes_;
  std::vector<std::unique_ptr<Axis>> axes_;
  std::list<Made> made_;  // the latest first
  Filter last_;
  std::optional<Wanted> wanted_;
  std::size_t scans_ = 0;
};

}  // namespace malimap
