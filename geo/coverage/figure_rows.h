#pragma once
// The rows of a list behind one figure, and what of them its rules depend on.

#include <map>
#include <vector>

#include "geo/coverage/explain.h"

namespace malimap {

struct FigureRows {
  std::vector<ProjectIndex> rows;  // in the list's order
  Figures figures;                 // of them: what the figure shows
  std::int64_t partners = 0;       // distinct organisations that they name
  // What happened among these rows.
  bool split_by_shares = false, split_equally = false;  // a budget lies here in part only
  bool in_several_zones = false;  // a project that the rows belong to lies in other zones too
  bool several_in_a_row = false;  // a row stands for several projects
  bool sector_shares = false;     // of a budget only the shares of some sectors count
  std::map<std::string, OtherAmount> other_currencies;  // amounts that are in no sum
};

/// Of a list; of aggregates nothing. `zones`: of the coverage, of a figure of one or several.
[[nodiscard]] FigureRows rows_behind(const CoverageCube& cube, const Filter& filter,
                                     const FigureRef& ref, const std::vector<int>& zones);

}  // namespace malimap
