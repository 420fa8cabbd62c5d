#pragma once
// Running sums over the projects of a list, per slot of its placement (zones, then national,
// unlocated, outside, coarser).

#include "geo/coverage/placement.h"

namespace malimap {

/// Projects and budget of some rows.
struct Tally {
  std::int64_t projects = 0;        // a row counts as many as it stands for
  std::int64_t without_budget = 0;  // of them, those of rows without a budget
  Cents budget;

  void add(std::int64_t count, bool has_budget, Cents amount) {
    projects += count;
    if (!has_budget)
      without_budget += count;
    budget += amount;
  }
  /// Budgets are unknown when the list has no such column, or when none of these projects has one;
  /// no project costs nothing.
  [[nodiscard]] Figures figures(bool list_has_budgets) const;
};

/// Sums for every slot and for the whole. Dense: one tally a slot.
class Tallies {
 public:
  explicit Tallies(const Placement& placement) : slots_(placement.slot_count()) {}
  void add(const Projects& projects, const Placement& placement, std::size_t project);
  /// The plan's zones with these figures. Without notes.
  [[nodiscard]] Coverage coverage(const Placement& placement, Level level,
                                  bool list_has_budgets) const;

 private:
  std::vector<Tally> slots_;
  Tally total_;
};

/// A coverage of the plan's zones, figures still empty.
[[nodiscard]] Coverage empty_coverage(const ZonePlan& plan, Level level);

}  // namespace malimap
