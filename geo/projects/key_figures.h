#pragma once
// Sums that the user knows from elsewhere (a report, a dashboard), to hold a list against.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/base/units.h"

namespace malimap {

/// One row of a table of key figures: what is counted, and what it comes to. Texts are as typed; an
/// empty one means all.
struct UserFigure {
  Place place;  // file, sheet and row
  std::string fund, sector, status, region, cercle;
  std::optional<std::int64_t> projects;
  std::optional<Cents> budget;  // US dollars
  Cents rounding;  // what the budget as typed leaves open: half a unit of its last digit
  std::string projects_column, budget_column;
  std::string source;  // where the figure comes from, in the user's words; may be empty
};

/// Reads a table with any of the columns fund (fonds), sector (secteur), status (statut), region,
/// cercle, and with projects (projets) or budget (USD) or both; source as a remark. Figures that
/// cannot be read are reported and left out. Errors: as read_table; neither projects nor budget.
[[nodiscard]] Result<std::vector<UserFigure>> read_key_figures(const std::string& path,
                                                               Problems& problems);

/// Half a unit of the last digit that an amount was typed with: 50,000 for "11,9 M", half a dollar
/// for "11 900 000", nothing for "45 317,39". `amount` is what the text was read as.
[[nodiscard]] Cents rounding_of(std::string_view typed, Cents amount);

}  // namespace malimap
