#include "geo/projects/notations_of_list.h"

#include <algorithm>
#include <set>

#include "geo/projects/rows_of_list.h"

#include "geo/base/text.h"

namespace malimap {
namespace {

std::vector<std::string_view> filled(const Table& table, int column) {
  std::vector<std::string_view> cells;
  for (std::size_t row = 0; column >= 0 && row < table.size(); ++row)
    if (const auto cell = table.text(row, column); !cell.empty())
      cells.push_back(cell);
  return cells;
}

DateNotation dates_of(const Table& table, const ColumnMap& columns, Role role, Reporter& reporter) {
  const int column = columns.at(role);
  const auto cells = filled(table, column);
  if (cells.empty())
    return DateNotation::Unknown;
  const DateNotation notation = date_notation_of(cells);
  if (notation == DateNotation::Ambiguous)
    reporter.report_list({"date-ambiguous",
                          Severity::Doubtful,
                          N_("no date of this column says whether the day or the month stands "
                             "first; they were read as day, month, year"),
                          {},
                          cells.front()},
                         column);
  if (notation == DateNotation::Contradictory)
    reporter.report_list({"date-mixed",
                          Severity::Doubtful,
                          N_("some dates of this column begin with the day and others with the "
                             "month; those that can be both were read as day, month, year"),
                          {},
                          cells.front()},
                         column);
  return notation;
}

DecimalSign amounts_of(const Table& table, int column, Reporter& reporter) {
  if (column < 0)
    return DecimalSign::Unknown;
  if (table.numeric[static_cast<std::size_t>(column)])
    return DecimalSign::Point;
  const auto cells = filled(table, column);
  const DecimalSign sign = decimal_sign_of(cells);
  if (sign == DecimalSign::Mixed)
    reporter.report_list({"amounts-mixed",
                          Severity::Doubtful,
                          N_("some amounts of this column have a comma before the decimals and "
                             "others a point; each was read by itself"),
                          {},
                          cells.front()},
                         column);
  return sign;
}

/// The currencies that the amounts name; a plain number names none and is passed over quickly.
std::string currency_of_column(const Table& table, const ColumnMap& columns, Reporter& reporter) {
  const int column = columns.at(Role::Budget);
  std::set<std::string> named;
  std::string_view unnamed;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto cell = table.text(row, column);
    if (cell.empty())
      continue;
    const bool plain = std::all_of(cell.begin(), cell.end(), [](char c) {
      return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ' ' || c == '-';
    });
    const std::string currency = plain ? std::string{} : currency_in(cell);
    if (currency.empty() && unnamed.empty() && !not_a_project(table, columns, row, {}))
      unnamed = cell;
    if (!currency.empty())
      named.insert(currency);
  }
  if (named.empty() || unnamed.empty())
    return named.size() == 1 ? *named.begin() : std::string{};
  if (named.size() == 1) {
    reporter.report_list({"currency-of-others",
                          Severity::Note,
                          N_("some amounts of this column name no currency: they were read in {0}, "
                             "as the others"),
                          {*named.begin()},
                          unnamed},
                         column);
    return *named.begin();
  }
  reporter.report_list({"currency-unnamed",
                        Severity::Doubtful,
                        N_("amounts of this column are in several currencies and some name none: "
                           "those are kept apart until you say which currency they are in"),
                        {},
                        unnamed},
                       column);
  return kUnknownCurrency;
}

/// Of the header, or of its tag: "#value+budget+usd".
std::string currency_of_header(const Table& table, std::size_t column) {
  std::string currency = currency_in(table.columns[column]);
  if (!currency.empty() || column >= table.hxl.size())
    return currency;
  for (const auto& attribute : split(table.hxl[column], "+"))
    if (!attribute.starts_with('#') && currency.empty())
      currency = currency_in(attribute);
  return currency;
}

}  // namespace

NotationsOfList notations_of_list(const Table& table, const ColumnMap& columns,
                                  const std::string& default_currency, Reporter& reporter) {
  NotationsOfList notations;
  const int budget = columns.at(Role::Budget);
  notations.amounts = amounts_of(table, budget, reporter);
  if (budget >= 0)
    notations.header_currency = currency_of_header(table, static_cast<std::size_t>(budget));
  if (budget >= 0 && notations.header_currency.empty() && default_currency.empty() &&
      !columns.has(Role::Currency) && !table.numeric[static_cast<std::size_t>(budget)])
    notations.column_currency = currency_of_column(table, columns, reporter);
  notations.start = dates_of(table, columns, Role::Start, reporter);
  notations.end = dates_of(table, columns, Role::End, reporter);
  notations.period = dates_of(table, columns, Role::Period, reporter);
  return notations;
}

}  // namespace malimap
