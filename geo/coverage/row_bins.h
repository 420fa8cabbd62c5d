#pragma once
// The bins of histograms and timeline. They are the list's, whatever the filter, so that axes stay
// where they are while one filters.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/units.h"
#include "geo/projects/projects.h"

namespace malimap {

class RowBins {
 public:
  static constexpr std::int16_t kNone = INT16_MIN;  // no budget, no date
  struct Row {
    std::int16_t budget = kNone, start = kNone;  // bins
    // Months of the timeline. -1: before the first; `months()` bins or more: behind the last.
    std::int16_t begin = kNone, end = kNone;
  };

  explicit RowBins(const Projects& projects);

  [[nodiscard]] const Row& operator[](std::size_t row) const { return rows_[row]; }
  /// Edges are one more than bins, or none. A bin holds its first edge and not its last. A first
  /// bin that is wider than its fellows holds amounts of zero and below.
  [[nodiscard]] const std::vector<Cents>& budget_edges() const { return budget_edges_; }
  [[nodiscard]] const std::vector<Date>& start_edges() const { return start_edges_; }
  /// First days of months. An end far behind the last beginning (30 years) lies behind the last.
  [[nodiscard]] const std::vector<Date>& months() const { return months_; }

 private:
  void bin_budgets(const Projects& projects);
  void bin_starts(const Projects& projects);
  void bin_months(const Projects& projects);

  std::vector<Row> rows_;
  std::vector<Cents> budget_edges_;
  std::vector<Date> start_edges_, months_;
};

}  // namespace malimap
