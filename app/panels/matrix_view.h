#pragma once
// A matrix as the panel shows it: what stands in a cell, in which order the rows come, and what a
// press on a cell makes of the filter. Draws nothing.

#include <string>
#include <vector>

#include "app/panels/context.h"
#include "geo/coverage/matrix.h"

namespace malimap::matrix_view {

/// Nobody is told from nothing known.
enum class CellKind { Value, Nobody, Unknown };
struct Cell {
  CellKind kind = CellKind::Unknown;
  double value = 0;
};
[[nodiscard]] Cell cell_of(const MatrixCell& cell, MatrixShow show);
/// "12", "3,1 M"; empty unless there is a value.
[[nodiscard]] std::string text_of(const Cell& cell, MatrixShow show, Language language);

/// Rows of the matrix in the order of the sorting; what is not known comes last.
[[nodiscard]] std::vector<std::size_t> order_of(const Matrix& matrix, const Coverage& coverage,
                                                MatrixShow show, const MatrixText& sort);

/// The largest of the cells, without the totals.
[[nodiscard]] double largest_of(const Matrix& matrix, MatrixShow show);

/// Nothing stands for the total of a row or a column.
struct Chosen {
  const CoverageZone* zone = nullptr;
  const std::string* value = nullptr;
};
/// Whether the filter asks for just this.
[[nodiscard]] bool is_filtered(const Filter& filter, const AdminLayer& layer, Dimension by,
                               const Chosen& chosen);
/// The filter with just this asked for, or with that taken back.
[[nodiscard]] Filter toggled(Filter filter, const AdminLayer& layer, Dimension by,
                             const Chosen& chosen);

/// The organisations behind a cell, those with most rows first.
[[nodiscard]] std::vector<std::string> organisations_in(const CoverageCube& cube,
                                                        const Filter& filter, int zone,
                                                        Dimension by,
                                                        const std::optional<std::string>& value);

}  // namespace malimap::matrix_view
