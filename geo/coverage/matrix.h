#pragma once
// Who does what where: zones by the values of one dimension.

#include <optional>
#include <string>
#include <vector>

#include "geo/coverage/cube.h"
#include "geo/coverage/match.h"

namespace malimap {

struct MatrixCell {
  Figures figures;
  std::optional<std::int64_t>
      partners;  // distinct organisations; nothing where the list names none or nothing is reported
};

struct Matrix {
  Dimension by = Dimension::Sector;
  std::vector<std::optional<std::string>>
      columns;            // in the order of facets(); nothing: projects without a value, last
  std::vector<int> rows;  // zones, in the coverage's order; none that is filtered out
  std::vector<MatrixCell> cells;  // row by row
  std::vector<MatrixCell> row_totals,
      column_totals;  // distinct projects: not the sums where projects have several
  MatrixCell total;
  bool published = true;  // false: the crossing is not published (aggregates), the cells hold
                          // nothing and `notes` says so
  std::vector<Message> notes;
  [[nodiscard]] const MatrixCell& at(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
};

/// What of a filter a matrix on the screen is not under, besides its own dimension.
inline constexpr FilterBits kMatrixParts = bit_of(FilterPart::Units);

[[nodiscard]] Matrix make_matrix(const CoverageCube& cube, const Filter& filter, Dimension by);

}  // namespace malimap
