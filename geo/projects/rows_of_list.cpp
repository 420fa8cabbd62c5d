#include "geo/projects/rows_of_list.h"

#include <algorithm>
#include <array>

#include "geo/base/error.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

constexpr std::size_t kLastRows = 3;       // sums without a word stand at the very end
constexpr std::size_t kSampledRows = 500;  // how full rows usually are

std::size_t filled_cells(const Table& table, std::size_t row) {
  const auto cells = table.row(row);
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [](std::string_view cell) { return !cell.empty(); }));
}

bool only_amount(const Table& table, const ColumnMap& columns, std::size_t row) {
  return !table.text(row, columns.at(Role::Budget)).empty() && filled_cells(table, row) == 1 &&
         !table.point(row);
}

std::optional<Cents> amount(const Table& table, const ColumnMap& columns, std::size_t row,
                            DecimalSign sign) {
  const auto cell = table.text(row, columns.at(Role::Budget));
  return cell.empty() ? std::nullopt : parse_amount(cell, sign);
}

/// "Total", "TOTAL GÉNÉRAL :", "Sous-total Mopti". A project may be called "Total ..." too: more
/// words than one need a row with little else in it.
bool is_total(const Table& table, std::size_t row) {
  const std::string key = words_key(first_filled(table, row).substr(0, 60));
  static constexpr std::array<std::string_view, 8> kWhole = {
      "total",      "totaux",   "total general", "grand total",
      "sous total", "subtotal", "sub total",     "somme"};
  if (std::find(kWhole.begin(), kWhole.end(), key) != kWhole.end())
    return true;
  static constexpr std::array<std::string_view, 4> kBegin = {"total ", "sous total ", "subtotal ",
                                                             "grand total "};
  const bool begins = std::any_of(kBegin.begin(), kBegin.end(),
                                  [&](std::string_view word) { return key.starts_with(word); });
  return begins && filled_cells(table, row) <= 3;
}

/// The first letter tells most rows at once.
bool may_be_total(std::string_view cell) {
  return !cell.empty() && (cell[0] == 't' || cell[0] == 'T' || cell[0] == 's' || cell[0] == 'S' ||
                           cell[0] == 'g' || cell[0] == 'G');
}

}  // namespace

std::string_view first_filled(const Table& table, std::size_t row) {
  for (const std::string_view cell : table.row(row))
    if (!cell.empty())
      return cell;
  return {};
}

RowsOfList survey_rows(const Table& table, const ColumnMap& columns, DecimalSign sign) {
  RowsOfList list;
  std::size_t wide = 0;
  const std::size_t sampled = std::min(table.size(), kSampledRows);
  for (std::size_t row = 0; row < sampled; ++row)
    wide += filled_cells(table, row) >= 3 ? 1 : 0;
  list.rows_are_wide = sampled > 0 && wide * 2 > sampled;
  if (!columns.has(Role::Budget) || table.width < 2)
    return list;
  for (std::size_t row = table.size() - std::min(kLastRows, table.size()); row < table.size();
       ++row) {
    if (row < 2 || !only_amount(table, columns, row))
      continue;
    Cents sum;
    for (std::size_t above = 0; above < row; ++above)
      if (!is_total(table, above))
        sum += amount(table, columns, above, sign).value_or(Cents{});
    if (amount(table, columns, row, sign) == sum)
      list.unlabelled_sums.insert(row);
  }
  return list;
}

std::optional<NotAProject> not_a_project(const Table& table, const ColumnMap& columns,
                                         std::size_t row, const RowsOfList& list) {
  if (table.point(row))
    return {};
  if (list.unlabelled_sums.contains(row) ||
      (may_be_total(first_filled(table, row)) && is_total(table, row)))
    return NotAProject{"total-row", N_("this row is a sum of others and was passed over")};
  if (!list.rows_are_wide || filled_cells(table, row) > 1)
    return {};
  // An amount, a place or a code alone may be a project of which little is known.
  for (const Role role : {Role::Budget, Role::Count, Role::RegionCode, Role::CercleCode,
                          Role::CommuneCode, Role::PlaceCode})
    if (!table.text(row, columns.at(role)).empty())
      return {};
  return NotAProject{"remark-row",
                     N_("this row holds nothing but one text: a heading or a remark, no project")};
}

}  // namespace malimap
