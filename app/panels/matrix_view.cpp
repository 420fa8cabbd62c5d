#include "app/panels/matrix_view.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/coverage/dimension_codes.h"
#include "geo/coverage/match.h"

namespace malimap::matrix_view {
namespace {

const CoverageZone& zone_of_row(const Matrix& matrix, const Coverage& coverage, std::size_t row) {
  return coverage.zones[static_cast<std::size_t>(matrix.rows[row])];
}

std::set<std::string> units_of(const CoverageZone& zone, const AdminLayer& layer) {
  std::set<std::string> codes;
  for (const UnitIndex unit : zone.units)
    codes.insert(layer.units[static_cast<std::size_t>(unit)].pcode);
  return codes;
}

}  // namespace

Cell cell_of(const MatrixCell& cell, MatrixShow show) {
  const Figures& figures = cell.figures;
  if (figures.projects == 0 && figures.budget.value_or(Cents{}) == Cents{})
    return {CellKind::Nobody, 0};
  std::optional<double> value;
  if (show == MatrixShow::Projects && figures.projects)
    value = static_cast<double>(*figures.projects);
  else if (show == MatrixShow::Budget && figures.budget)
    value = figures.budget->dollars();
  else if (show == MatrixShow::Partners && cell.partners)
    value = static_cast<double>(*cell.partners);
  return value ? Cell{CellKind::Value, *value} : Cell{};
}

std::string text_of(const Cell& cell, MatrixShow show, Language language) {
  if (cell.kind != CellKind::Value)
    return {};
  if (show != MatrixShow::Budget)
    return format_integer(static_cast<std::int64_t>(cell.value), language);
  // The panel's heading says the unit.
  std::string text = format_money_compact(cents_of_dollars(cell.value), language);
  if (text.ends_with("USD"))
    text.resize(text.size() - 3);
  return std::string(trim(text));
}

std::vector<std::size_t> order_of(const Matrix& matrix, const Coverage& coverage, MatrixShow show,
                                  const MatrixText& sort) {
  std::vector<std::size_t> order(matrix.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (sort.sort == MatrixText::kByName) {
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return collates_before(zone_of_row(matrix, coverage, a).name,
                             zone_of_row(matrix, coverage, b).name);
    });
    if (!sort.rising)
      std::reverse(order.begin(), order.end());
    return order;
  }
  std::vector<double> values;
  const auto column = static_cast<std::size_t>(std::max(sort.sort, 0));
  const bool total = sort.sort == MatrixText::kByTotal || column >= matrix.columns.size();
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    const Cell cell = cell_of(total ? matrix.row_totals[row] : matrix.at(row, column), show);
    const double last = sort.rising ? 1e300 : -1e300;
    values.push_back(cell.kind == CellKind::Unknown ? last : cell.value);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sort.rising ? values[a] < values[b] : values[a] > values[b];
  });
  return order;
}

double largest_of(const Matrix& matrix, MatrixShow show) {
  double largest = 0;
  for (const MatrixCell& cell : matrix.cells)
    largest = std::max(largest, cell_of(cell, show).value);
  return largest;
}

bool is_filtered(const Filter& filter, const AdminLayer& layer, Dimension by,
                 const Chosen& chosen) {
  if (!chosen.zone && !chosen.value)
    return false;
  if (chosen.zone && filter.units != units_of(*chosen.zone, layer))
    return false;
  return !chosen.value || values_of(filter, by) == std::set<std::string>{*chosen.value};
}

Filter toggled(Filter filter, const AdminLayer& layer, Dimension by, const Chosen& chosen) {
  const bool on = is_filtered(filter, layer, by, chosen);
  if (chosen.zone)
    filter.units = on ? std::set<std::string>{} : units_of(*chosen.zone, layer);
  if (chosen.value)
    values_of(filter, by) = on ? std::set<std::string>{} : std::set<std::string>{*chosen.value};
  return filter;
}

std::vector<std::string> organisations_in(const CoverageCube& cube, const Filter& filter, int zone,
                                          Dimension by, const std::optional<std::string>& value) {
  const Projects& projects = *cube.dataset().projects;
  DimensionCodes codes(projects, by);
  const Code wanted = value ? codes.dictionary().find(*value) : kMissing;
  std::map<std::string, std::pair<int, std::string>> found;  // by folded name: rows, and the name
  for (const ProjectIndex project : projects_in(cube, zone, filter)) {
    const auto row = static_cast<std::size_t>(project);
    const auto here = codes.of(row);
    if (std::find(here.begin(), here.end(), wanted) == here.end())
      continue;
    for (const Code partner : projects.partner.at(row)) {
      const std::string& name = projects.partner.dictionary.text(partner);
      auto& entry = found.try_emplace(fold(name), 0, name).first->second;
      ++entry.first;
    }
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [folded, entry] : found)
    order.push_back(entry);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (auto& [rows, name] : order)
    names.push_back(std::move(name));
  return names;
}

}  // namespace malimap::matrix_view
