#pragma once
// One list, one filter, one level: what every view of it is held against.

#include <set>
#include <utility>
#include <vector>

#include "geo/coverage/cube.h"

namespace malimap::testing {

struct View {
  const Boundaries& boundaries;
  const CoverageCube& cube;
  Filter filter;
  Coverage coverage = cover(cube, filter);

  [[nodiscard]] const Dataset& dataset() const { return cube.dataset(); }
  /// Rows can be asked for: figures of aggregates have none.
  [[nodiscard]] bool has_rows() const { return dataset().aggregates == nullptr; }
};

/// Of every coverage: zones, what stands apart and the mentions add up to the total.
void check_parts(const View& view);
void check_linked_views(const View& view);
/// Groups by a dimension, the filter of one of its values and the matrix by it give the same.
void check_matrix(const View& view, Dimension by);
/// The rows told for a figure make the figure; explanations say the same number.
void check_rows(const View& view);
void check_explanations(const View& view);
/// What is told of the country does not hang on the level, and a region is its cercles and what is
/// known more coarsely.
void check_levels(const View& regions, const View& cercles);

void check_profiles(const View& view);
void check_picture(const View& view, unsigned chosen);
void check_summary(const View& view, Dimension by);
void check_gaps(const View& view);
void check_table(const View& view);

}  // namespace malimap::testing
