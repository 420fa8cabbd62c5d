#pragma once
// What one row of a list brings into the sums, under a filter.

#include "geo/coverage/filter.h"
#include "geo/coverage/placement.h"
#include "geo/coverage/row_order.h"

namespace malimap {

struct RowFigures {
  std::int32_t project = -1;  // number of its project; -1: the row is a project of its own
  std::int64_t count = 1;     // projects that the row stands for
  bool has_budget = false;
  Cents budget;
  std::span<const ProjectPart> parts;  // of the budget; empty where places are not asked for
  bool has_other_amount = false;       // no budget, but an amount in a currency without a rate
  Cents other_amount;
  Code currency = kMissing;  // of the other amount
};

/// Reads rows one by one; what it returns is valid until the next is read.
///
/// Where the list gives shares of sectors, the amounts are those of the chosen sectors: the one
/// asked for, else those that the filter names, else all. The cents of a row's sectors add up to
/// its budget, in every zone and in whole. A row without shares brings its whole budget to each of
/// its sectors.
class RowReader {
 public:
  /// All must outlive it. Without a placement rows have no parts.
  RowReader(const Dataset& dataset, const Placement* placement, const Filter& filter);

  [[nodiscard]] const RowFigures& row(std::size_t row);
  [[nodiscard]] const RowFigures& row_in_sector(std::size_t row, Code sector);

 private:
  void read(std::size_t row);
  [[nodiscard]] bool has_shares(std::size_t row) const;
  template <class Chosen>
  void choose(std::size_t row, Chosen chosen);

  const Projects* projects_;
  const Placement* placement_;
  std::span<const std::int32_t> numbers_;
  std::vector<std::uint8_t> sectors_;  // per code whether the filter names it; empty: all
  bool has_amounts_;
  RowFigures figures_;
  std::vector<ProjectPart> parts_;  // of the chosen sectors
};

}  // namespace malimap
