#include "geo/projects/tables/sheet_choice.h"

#include <algorithm>
#include <array>

#include "geo/base/text.h"
#include "geo/projects/tables/header_rows.h"

namespace malimap {
namespace {

// Lists of places and of codes have place columns too, so what only projects have counts more. A
// hidden sheet is what somebody put away.
constexpr double kProjectRole = 3, kPlaceRole = 1, kMostPlaceRoles = 3;
constexpr double kTags = 2, kHidden = 6, kPivot = 12, kManyRows = 4;
constexpr double kEnoughRows = 60;

double score_of(const HeaderRows& header, double rows) {
  return kProjectRole * header.project_roles +
         kPlaceRole * std::min<double>(header.place_roles, kMostPlaceRoles) +
         (header.hxl ? kTags : 0) + kManyRows * std::min(rows, kEnoughRows) / kEnoughRows;
}

/// What spreadsheet programs write into the tables that they compute from a list.
bool is_pivot(const Table& head) {
  static constexpr std::array<std::string_view, 5> kWords{"etiquettes de lignes", "row labels",
                                                          "etiquettes de colonnes", "column labels",
                                                          "total result"};
  return std::any_of(head.cells.begin(), head.cells.end(), [](std::string_view cell) {
    if (cell.size() < 10 || cell.size() > 30)
      return false;
    const std::string text = fold(cell);
    return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
  });
}

}  // namespace

double list_score(const Table& head, bool hidden) {
  const HeaderRows header = find_header(head);
  const auto rows = static_cast<double>(head.size() - std::min(head.size(), header.data));
  return score_of(header, rows) - (hidden ? kHidden : 0) - (is_pivot(head) ? kPivot : 0);
}

double list_score(const std::vector<std::string>& columns, std::int64_t rows) {
  Table header;
  header.width = columns.size();
  header.cells.assign(columns.begin(), columns.end());
  header.numbers = {1};
  return columns.empty() ? 0 : score_of(find_header(header), static_cast<double>(rows));
}

std::size_t best_of(const std::vector<double>& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace malimap
