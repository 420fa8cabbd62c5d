#pragma once
// What one row of a list brings into the sums, under a filter.

#include "geo/coverage/filter.h"
#include "geo/coverage/inside_units.h"
#include "geo/coverage/placement.h"
#include "geo/coverage/row_order.h"

namespace malimap {

struct RowFigures {
  std::int32_t project = -1;  // number of its project; -1: the row is a project of its own
  std::int64_t count = 1;     // projects that the row stands for
  bool has_budget = false;
  Cents budget;
  // Of the budget, one a slot (whatever the place); empty where places are not asked for, and where
  // none lies inside the filter's units.
  std::span<const ProjectPart> parts;
  std::span<const ProjectPart> coarser;  // of Apart::Coarser: slots are Placement::coarser_codes
  bool has_other_amount = false;         // no budget, but an amount in a currency without a rate
  Cents other_amount;
  Code currency = kMissing;  // of the other amount
};

/// Reads rows one by one; what it returns is valid until the next is read. Allocates nothing a row.
///
/// Under a filter of units the amounts are those of the parts inside. Where the list gives shares
/// of sectors, they are those of the chosen sectors: the one asked for, else those that the filter
/// names, else all. The cents of a row's sectors add up to its budget, in every zone and in whole.
/// A row without shares brings its whole budget to each of its sectors.
class RowReader {
 public:
  /// All must outlive it. Without a placement rows have no parts and units are left out.
  RowReader(const Dataset& dataset, const Placement* placement, const Filter& filter);

  [[nodiscard]] const RowFigures& row(std::size_t row) { return read(row, nullptr, true); }
  [[nodiscard]] const RowFigures& row_in_sector(std::size_t row, Code sector) {
    return read(row, &sector, true);
  }
  /// The same without parts.
  [[nodiscard]] const RowFigures& amounts(std::size_t row) { return read(row, nullptr, false); }
  [[nodiscard]] const RowFigures& amounts_in_sector(std::size_t row, Code sector) {
    return read(row, &sector, false);
  }

 private:
  /// One part a slot: where the part of a slot stands, while its row is read.
  struct Merged {
    std::vector<ProjectPart> parts;
    std::vector<std::uint32_t> row_of_slot, index_of_slot;
    void add(std::uint32_t row, int slot, Cents budget);
  };
  const RowFigures& read(std::size_t row, const Code* sector, bool with_parts);
  void read_columns(std::size_t row);
  template <class Amount>
  void gather(std::size_t row, bool with_parts, Amount amount_of);
  void cut_without_places(std::size_t row, const Code* sector);
  [[nodiscard]] bool is_chosen(Code code, const Code* sector) const {
    return sector ? code == *sector : sectors_[static_cast<std::size_t>(code)] != 0;
  }

  const Projects* projects_;
  const Placement* placement_;
  InsideUnits inside_;
  std::span<const std::int32_t> numbers_;
  std::vector<std::uint8_t> sectors_;  // per code whether the filter names it; empty: all
  bool has_amounts_;
  RowFigures figures_;
  Merged slots_, coarser_;
  ProjectPart single_;
  std::uint32_t turn_ = 0;
};

}  // namespace malimap
