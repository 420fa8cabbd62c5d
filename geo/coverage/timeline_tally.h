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
  /// The last project that came is whole. To be called before this is merged or taken away.
  void finish();
  /// Of other, whole projects.
  void merge(const TimelineTally& other);
  void take_away(const TimelineTally& other);
  [[nodiscard]] Timeline timeline();
  [[nodiscard]] std::size_t bytes() const {
    return (active_steps_.size() + budget_steps_.size() + begun_.size() + ended_.size() +
            most_.size()) *
           sizeof(std::int64_t);
  }

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
  template <class Combine>
  void combine(const TimelineTally& other, Combine combine);
  [[nodiscard]] int month_count() const { return static_cast<int>(begun_.size()); }

  const RowBins* bins_;
  bool shared_;
  Project project_;
  // Steps from month to month; one more than months.
  std::vector<std::int64_t> active_steps_, budget_steps_;
  std::vector<std::int64_t> begun_, ended_;
  std::int64_t without_ = 0, open_end_ = 0;
  std::vector<std::int64_t> most_;  // per month, of one project; empty where rows are projects
};

}  // namespace malimap
