#include "geo/coverage/sector_cells.h"

#include <algorithm>
#include <cstdlib>

#include "geo/projects/shares.h"

namespace malimap {
namespace {

void add_cells(const Projects& projects, std::size_t row, Placement& placement) {
  const auto parts = placement.parts_of(row);
  const bool has_budget = projects.budget.present[row];
  const auto amount_of = [&](std::size_t part) {
    if (has_budget)
      return parts[part].budget;
    return placement.other.empty() ? Cents{} : placement.other[placement.offsets[row] + part];
  };
  Cents whole;
  for (std::size_t i = 0; i < parts.size(); ++i)
    whole += amount_of(i);
  const std::size_t sectors = projects.sector.at(row).size();
  auto left = split_cents(
      whole, std::span(projects.sector_share).subspan(projects.sector.offsets[row], sectors));
  std::vector<double> weights(sectors);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t s = 0; s < sectors; ++s)
      weights[s] = static_cast<double>(std::abs(left[s].value));
    const auto here = split_cents(amount_of(i), weights);
    for (std::size_t s = 0; s < sectors; ++s)
      left[s] = left[s] - here[s];
    placement.cells.insert(placement.cells.end(), here.begin(), here.end());
  }
}

}  // namespace

bool has_sector_shares(const Projects& projects, std::size_t row) {
  const auto& all = projects.sector_share;
  const auto& offsets = projects.sector.offsets;
  // Not above 0 is also NaN: not given.
  const auto given = [](double share) { return share > 0; };
  return !all.empty() && offsets[row + 1] - offsets[row] > 1 &&
         std::any_of(all.begin() + offsets[row], all.begin() + offsets[row + 1], given);
}

void add_sector_cells(const Projects& projects, Placement& placement) {
  if (projects.sector_share.empty())
    return;
  placement.cell_offsets.assign(1, 0);
  for (std::size_t row = 0; row < projects.size(); ++row) {
    if (has_sector_shares(projects, row))
      add_cells(projects, row, placement);
    placement.cell_offsets.push_back(placement.cells.size());
  }
}

}  // namespace malimap
