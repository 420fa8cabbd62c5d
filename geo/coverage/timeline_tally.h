#pragma once
// What is active when, counted as rows come.

#include <vector>

#include "geo/coverage/linked.h"
#include "geo/coverage/row_bins.h"
#include "geo/coverage/row_figures.h"

namespace malimap {

/// Rows of one project must come one after another. A project is active in a month in which any of
/// its rows is, and counts as many as the one of them that stands for most; it begins with its
/// first row and ends with its last.
class TimelineTally {
 public:
  TimelineTally(const RowBins& bins, bool rows_share_projects);

  void add(std::size_t row, const RowFigures& figures);
  void merge(TimelineTally& other);
  [[nodiscard]] Timeline timeline();

 private:
  struct Stretch {
    int begin, end;  // months; begin > end: none
    std::int64_t count;
  };
  /// Of the project whose rows are coming.
  struct Project {
    std::int32_t number = -1;
    std::int64_t count = 0, begun_count = 0;
    int begin = 0, end = 0;
    bool begins = false, open = false;
    std::vector<Stretch> stretches;
  };
  void add_budget(const Stretch& stretch, const RowFigures& figures);
  void add_active(const Stretch& stretch);
  void finish_project();
  [[nodiscard]] int month_count() const { return static_cast<int>(begun_.size()); }

  const RowBins* bins_;
  bool shared_;
  Project project_;
  // Steps from month to month; one more than months.
  std::vector<std::int64_t> active_steps_, budget_steps_;
  std::vector<std::int64_t> begun_, ended_;
  std::int64_t without_ = 0, open_end_ = 0;
  std::vector<std::int64_t> most_;  // per month, of one project
};

}  // namespace malimap
