#pragma once
// Running sums over the rows of a list, per slot of its placement (zones, then national, unlocated,
// outside, coarser).

#include "geo/coverage/coverage.h"
#include "geo/coverage/row_figures.h"

namespace malimap {

/// Projects, rows and budget of some rows.
struct Tally {
  std::int64_t projects = 0;        // a row counts as many as it stands for
  std::int64_t without_budget = 0;  // of them, those of which no row has a budget
  std::int64_t rows = 0;
  Cents budget;

  void add(std::int64_t count, bool has_budget, Cents amount) {
    projects += count;
    if (!has_budget)
      without_budget += count;
    ++rows;
    budget += amount;
  }
  /// Budgets are unknown when the list has no such column, or when none of these projects has one;
  /// no project costs nothing.
  [[nodiscard]] Figures figures(bool list_has_budgets) const;
};

/// Tallies side by side. Where rows are parts of projects, they must come in the order of a
/// RowOrder: a project counts once in each tally, and as many as its row that stands for most.
class TallyTable {
 public:
  TallyTable(std::size_t size, bool rows_share_projects)
      : tallies_(size), last_(rows_share_projects ? size : 0) {}

  void add(std::size_t index, const RowFigures& row, bool has_budget, Cents budget) {
    if (last_.empty())
      tallies_[index].add(row.count, has_budget, budget);
    else
      add_part(index, row, has_budget, budget);
  }
  [[nodiscard]] const Tally& operator[](std::size_t index) const { return tallies_[index]; }

 private:
  /// The project that a tally counted last.
  struct Last {
    std::int32_t project = -1;
    bool has_budget = false;
    std::int64_t count = 0;
  };
  void add_part(std::size_t index, const RowFigures& row, bool has_budget, Cents budget);

  std::vector<Tally> tallies_;
  std::vector<Last> last_;  // empty where each row is a project
};

/// Sums for every slot and for the whole. Dense: one tally a slot.
class Tallies {
 public:
  Tallies(const Dataset& dataset, const Placement& placement);
  void add(const RowFigures& row);
  /// The plan's zones with these figures. Without notes.
  [[nodiscard]] Coverage coverage(const Placement& placement, Level level) const;

 private:
  const Projects* projects_;
  bool rows_share_projects_;
  TallyTable slots_;
  TallyTable whole_;       // the total, and of it those with an amount in any currency
  TallyTable currencies_;  // by code; one more for amounts that name none
};

/// A coverage of the plan's zones, figures still empty.
[[nodiscard]] Coverage empty_coverage(const ZonePlan& plan, Level level);

}  // namespace malimap
