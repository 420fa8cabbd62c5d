#pragma once
// All views of one filter, made in one pass over the rows: the coverage, and of every dimension and
// range what it would be under the other filters.

#include <array>
#include <vector>

#include "geo/coverage/cube.h"

namespace malimap {

/// Projects per bin of a range, under all filters but the range's own. Bins are equally wide, or
/// grow by a constant factor where budgets span more than two orders of magnitude.
struct BudgetHistogram {
  std::vector<Cents> edges;  // one more than bins; empty: the list gives no budgets
  std::vector<std::int64_t> projects;
  std::int64_t without = 0;  // projects without a budget
};
struct DateHistogram {
  std::vector<Date>
      edges;  // first days of months, quarters or years; one more than bins; empty: no dates
  std::vector<std::int64_t> projects;
  std::int64_t without = 0;
};
/// What is active in each month, under all filters but `active`.
struct Timeline {
  std::vector<Date> months;                // first days; one more than bins
  std::vector<std::int64_t> active;        // projects
  std::vector<Cents> budget;               // whole budgets of the active projects
  std::vector<std::int64_t> begun, ended;  // in that month
  std::int64_t without = 0;                // projects that have no beginning: in no month
  std::int64_t open_end = 0;               // that have a beginning and no end: taken as going on
};

struct LinkedViews {
  Coverage coverage;
  std::array<std::vector<FacetValue>, kAllDimensions.size()> facets;  // by Dimension
  std::array<Figures, kAllDimensions.size()>
      without_value;  // of a list: projects that have none in the dimension, as its facets
  BudgetHistogram budget;
  DateHistogram start;
  Timeline timeline;
};

/// The same figures as cover() and facets() give.
[[nodiscard]] LinkedViews linked_views(const CoverageCube& cube, const Filter& filter);

}  // namespace malimap
