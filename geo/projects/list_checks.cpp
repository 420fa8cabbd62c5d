#include "geo/projects/list_checks.h"

#include <algorithm>

#include "geo/base/numbers.h"
#include "geo/projects/notations_of_list.h"
#include "geo/projects/same_rows.h"

namespace malimap {
namespace {

/// Whole units, thousands apart in a way that both languages read.
std::string shown(Cents amount) {
  return format_integer(static_cast<std::int64_t>(round_half_away(amount.dollars(), 0)),
                        Language::French);
}

void check_budget(const Projects& projects, std::size_t index, const ColumnMap& columns,
                  Reporter& reporter) {
  const auto budget = projects.budget.at(index);
  if (!budget)
    return;
  const int column = columns.at(Role::Budget);
  if (budget->value < 0)
    reporter.report({"budget-negative",
                     Severity::Doubtful,
                     N_("the budget is negative"),
                     {},
                     format_money(*budget, Language::English)},
                    column);
  if (budget->value == 0)
    reporter.report({"budget-zero",
                     Severity::Doubtful,
                     N_("the budget is zero; if it is unknown, leave the cell empty"),
                     {},
                     "0"},
                    column);
  if (budget->value > kQipCeiling.value && projects.fund.at(index) == "QIP" &&
      budget->value > kQipCeiling.value * projects.count[index])
    reporter.report({"budget-over-ceiling",
                     Severity::Doubtful,
                     N_("the budget is above the ceiling of {0} USD for each Quick Impact "
                        "Project; does the row stand for several?"),
                     {"50000"},
                     format_money(*budget, Language::English)},
                    column);
}

/// Years alone are read as their first and last day and say little about months, unless whole years
/// lie between them.
bool are_years(Date start, Date end) {
  using namespace std::chrono;
  return end.year() - start.year() <= years{1} && start.month() == January &&
         start.day() == day{1} && end.month() == December && end.day() == day{31};
}

void check_dates(const Projects& projects, std::size_t index, const ColumnMap& columns,
                 Reporter& reporter) {
  const auto start = projects.start.at(index), end = projects.end.at(index);
  if (!start || !end)
    return;
  const int column = columns.has(Role::End) ? columns.at(Role::End) : columns.at(Role::Period);
  if (*end < *start)
    reporter.report({"end-before-start",
                     Severity::Doubtful,
                     N_("the project ends before it starts ({0})"),
                     {iso(*start)},
                     iso(*end)},
                    column);
  if (projects.fund.at(index) == "QIP" && *end > *start + std::chrono::months{kQipMonths} &&
      !are_years(*start, *end))
    reporter.report({"qip-too-long",
                     Severity::Doubtful,
                     N_("a Quick Impact Project takes {0} months at most; this one starts on {1}"),
                     {std::to_string(kQipMonths), iso(*start)},
                     iso(*end)},
                    column);
}

void report_repeated_rows(const Table& table, Reporter& reporter) {
  const auto firsts = first_same_row(table);
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    if (firsts[i] == i)
      continue;
    reporter.row(table.number(i));
    reporter.report({"exact-repeat",
                     Severity::Note,
                     N_("the row says the same as row {0} in every cell; both are counted"),
                     {std::to_string(table.number(firsts[i]))}});
  }
}

void report_markers(const Table& table, Reporter& reporter) {
  for (const MissingMarker& marker : table.markers) {
    reporter.row(table.number(marker.row));
    reporter.report(
        {"missing-marker", Severity::Note, N_("this was read as a missing value"), {}, marker.text},
        marker.column);
  }
}

/// Each row with what it says, then each currency with its sum.
void report_other_currencies(const Projects& projects, const Table& table, const ColumnMap& columns,
                             Reporter& reporter) {
  struct Sum {
    std::int64_t rows = 0;
    Cents amount;
  };
  std::vector<Sum> sums(projects.currency.dictionary.size());
  const int column = columns.at(Role::Budget);
  for (std::size_t i = 0; i < projects.amount.size(); ++i) {
    const auto amount = projects.amount_of(i);
    if (!amount || projects.budget.at(i) || projects.currency.codes[i] == kMissing)
      continue;
    Sum& sum = sums[static_cast<std::size_t>(projects.currency.codes[i])];
    ++sum.rows;
    sum.amount += *amount;
    const std::string currency(projects.currency.at(i));
    const bool unknown = currency == kUnknownCurrency;
    const std::size_t row = table.row_of(projects.row[i]);
    const auto typed = row == table.size() ? std::string_view{} : table.text(row, column);
    reporter.row(projects.row[i]);
    reporter.report(
        {"other-currency",
         Severity::Doubtful,
         unknown ? N_("the amount names no currency where others name several: it is listed, not "
                      "added")
                 : N_("the amount is in {0}, for which no rate is known: it is listed, not added"),
         {currency},
         typed,
         {},
         {},
         0,
         unknown ? N_("say which with --currency, or write it behind the amount")
                 : N_("give a table of rates")},
        column);
  }
  for (std::size_t code = 0; code < sums.size(); ++code)
    if (sums[code].rows > 0) {
      const std::string& currency = projects.currency.dictionary.text(static_cast<Code>(code));
      const std::string sum = shown(sums[code].amount) + " " + currency;
      reporter.report_list({"other-currency-sum",
                            Severity::Note,
                            N_("amounts in {0} come to {1} (rows: {2}) and are in no sum in "
                               "US dollars"),
                            {currency, sum, format_integer(sums[code].rows, Language::French)},
                            currency},
                           column);
    }
}

void report_budget_column(const Projects& projects, const ColumnMap& columns,
                          const ReadOptions& options, CurrencyNamed currency_named,
                          Reporter& reporter) {
  if (!projects.has_budgets) {
    reporter.report_list({"no-budgets", Severity::Note,
                          N_("the list has no column of budgets: projects are counted, amounts are "
                             "unknown")});
    return;
  }
  bool has_amounts = false;
  for (std::size_t i = 0; i < projects.size() && !has_amounts; ++i)
    has_amounts = projects.amount_of(i).has_value();
  if (has_amounts && currency_named == CurrencyNamed::No && options.default_currency.empty())
    reporter.report_list({"currency-assumed", Severity::Note,
                          N_("no currency is named: the amounts were read as US dollars")},
                         columns.at(Role::Budget));
}

}  // namespace

void check_project(const Projects& projects, std::size_t index, const ColumnMap& columns,
                   Reporter& reporter) {
  check_budget(projects, index, columns, reporter);
  check_dates(projects, index, columns, reporter);
}

void check_list(Projects& projects, ReadCounts& counts, const Table& table,
                const ColumnMap& columns, const ReadOptions& options, CurrencyNamed currency_named,
                Reporter& reporter) {
  const bool unique_ids = find_rows_of_one_project(projects, columns, options, reporter);
  split_repeated_budgets(projects, counts, columns, options, reporter);
  // Rows that differ in their ids need no second look; rows passed over have none.
  if (!unique_ids || projects.size() < table.size())
    report_repeated_rows(table, reporter);
  report_other_currencies(projects, table, columns, reporter);
  report_markers(table, reporter);
  report_budget_column(projects, columns, options, currency_named, reporter);
}

}  // namespace malimap
