#include "geo/projects/notations_of_list.h"

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

}  // namespace

NotationsOfList notations_of_list(const Table& table, const ColumnMap& columns,
                                  Reporter& reporter) {
  NotationsOfList notations;
  const int budget = columns.at(Role::Budget);
  notations.amounts = amounts_of(table, budget, reporter);
  if (budget >= 0)
    notations.header_currency = currency_in(table.columns[static_cast<std::size_t>(budget)]);
  notations.start = dates_of(table, columns, Role::Start, reporter);
  notations.end = dates_of(table, columns, Role::End, reporter);
  notations.period = dates_of(table, columns, Role::Period, reporter);
  return notations;
}

}  // namespace malimap
