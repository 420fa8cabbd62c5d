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
  Tally& operator+=(const Tally& other) {
    projects += other.projects;
    without_budget += other.without_budget;
    rows += other.rows;
    budget += other.budget;
    return *this;
  }
  Tally& operator-=(const Tally& other) {
    projects -= other.projects;
    without_budget -= other.without_budget;
    rows -= other.rows;
    budget = budget - other.budget;
    return *this;
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
  /// Adds what was counted of other rows, none of which is part of a project counted here.
  void merge(const TallyTable& other) {
    for (std::size_t i = 0; i < tallies_.size(); ++i)
      tallies_[i] += other.tallies_[i];
  }
  /// Takes away what was counted here of whole projects.
  void take_away(const TallyTable& other) {
    for (std::size_t i = 0; i < tallies_.size(); ++i)
      tallies_[i] -= other.tallies_[i];
  }
  /// Nothing is added to it any more but other tables: what was remembered of projects is let go.
  void close() { last_ = {}; }
  [[nodiscard]] std::size_t size() const { return tallies_.size(); }
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
  /// As TallyTable.
  void merge(const Tallies& other);
  void take_away(const Tallies& other);
  void close();
  [[nodiscard]] std::size_t size() const {
    return slots_.size() + coarser_.size() + whole_.size() + currencies_.size();
  }
  /// The plan's zones with these figures; nothing is said of those outside the units. Without
  /// notes.
  [[nodiscard]] Coverage coverage(const Placement& placement, Level level,
                                  const InsideUnits& inside) const;

 private:
  const Projects* projects_;
  bool rows_share_projects_;
  TallyTable slots_;
  TallyTable coarser_;     // of the slot, by Placement::coarser_codes
  TallyTable whole_;       // the total, and of it those with an amount in any currency
  TallyTable currencies_;  // by code; one more for amounts that name none
};

/// A coverage of the plan's zones, figures still empty; those outside the units are told.
[[nodiscard]] Coverage empty_coverage(const ZonePlan& plan, Level level, const InsideUnits& inside);

}  // namespace malimap
