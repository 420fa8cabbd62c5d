#include "geo/coverage/matrix.h"

#include <array>

#include "geo/coverage/match.h"
#include "geo/coverage/organisations.h"

namespace malimap {
namespace {

/// Of sums, zones are published by fund alone: any other margin is no cross table.
bool crossing_is_published(const CoverageCube& cube, Dimension by) {
  return !cube.dataset().aggregates || by == Dimension::Fund;
}

Message not_published(Dimension by) {
  switch (by) {
    case Dimension::Sector:
      return {N_("Not published by sector and region."), {}};
    case Dimension::Status:
      return {N_("Not published by status and region."), {}};
    case Dimension::Fund:
    case Dimension::Donor:
    case Dimension::Partner:
      break;
  }
  return {N_("The source publishes sums only: they cannot be filtered by project."), {}};
}

const CoverageZone& zone_at(const Coverage& coverage, int zone) {
  return coverage.zones[static_cast<std::size_t>(zone)];
}

/// What is published of a dimension that is not crossed with zones: its own totals, as lists show
/// them.
void put_in_margins(Matrix& matrix, const CoverageCube& cube, const Filter& filter,
                    const Coverage& whole) {
  for (const FacetValue& facet : facets(cube, matrix.by, filter)) {
    const auto& wanted = values_of(filter, matrix.by);
    const auto except = filter.except.find(matrix.by);
    if ((!wanted.empty() && !wanted.contains(facet.value)) ||
        (except != filter.except.end() && except->second.contains(facet.value)))
      continue;
    matrix.columns.emplace_back(facet.value);
    matrix.column_totals.push_back({facet.figures, {}});
  }
  matrix.cells.resize(matrix.rows.size() * matrix.columns.size());
  for (const int row : matrix.rows)
    matrix.row_totals.push_back({zone_at(whole, row).figures, {}});
  matrix.total = {whole.total, {}};
}

std::vector<int> rows_of(const Coverage& coverage) {
  std::vector<int> rows;
  for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone)
    if (!coverage.zones[zone].filtered_out)
      rows.push_back(static_cast<int>(zone));
  return rows;
}

void put_in_figures(Matrix& matrix, const Coverage& whole,
                    const std::vector<CoverageGroup>& groups) {
  matrix.cells.resize(matrix.rows.size() * groups.size());
  for (std::size_t c = 0; c < groups.size(); ++c) {
    const Coverage& coverage = groups[c].coverage;
    matrix.columns.push_back(groups[c].values.front());
    matrix.column_totals.push_back({coverage.total, {}});
    for (std::size_t r = 0; r < matrix.rows.size(); ++r)
      matrix.cells[r * groups.size() + c].figures = zone_at(coverage, matrix.rows[r]).figures;
  }
  for (const int row : matrix.rows)
    matrix.row_totals.push_back({zone_at(whole, row).figures, {}});
  matrix.total = {whole.total, {}};
}

void put_in_organisations(Matrix& matrix, const OrganisationCounts& counts) {
  const auto put = [&](MatrixCell& cell, std::size_t zone, std::size_t column) {
    if (cell.figures.reported())
      cell.partners = counts.at(zone, column);
  };
  const std::size_t columns = matrix.columns.size();
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    const auto zone = static_cast<std::size_t>(matrix.rows[r]);
    for (std::size_t c = 0; c < columns; ++c)
      put(matrix.cells[r * columns + c], zone, c);
    put(matrix.row_totals[r], zone, columns);
  }
  for (std::size_t c = 0; c < columns; ++c)
    put(matrix.column_totals[c], counts.everywhere(), c);
  put(matrix.total, counts.everywhere(), columns);
}

}  // namespace

Matrix make_matrix(const CoverageCube& cube, const Filter& filter, Dimension by) {
  Matrix matrix;
  matrix.by = by;
  matrix.published = crossing_is_published(cube, by);
  const Coverage whole = cover(cube, filter);
  matrix.rows = rows_of(whole);
  if (matrix.published) {
    put_in_figures(matrix, whole, cover_groups(cube, filter, std::array{by}));
  } else {
    put_in_margins(matrix, cube, filter, whole);
    matrix.notes.push_back(not_published(by));
  }
  matrix.notes.insert(matrix.notes.end(), whole.notes.begin(), whole.notes.end());
  if (!cube.dataset().aggregates && cube.dataset().projects->partner.dictionary.size() > 0)
    put_in_organisations(matrix, OrganisationCounts(cube, filter, by, matrix.columns));
  return matrix;
}

}  // namespace malimap
