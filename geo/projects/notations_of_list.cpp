#include "geo/projects/notations_of_list.h"

#include <algorithm>
#include <set>

#include "geo/base/parallel.h"
#include "geo/base/text.h"
#include "geo/projects/rows_of_list.h"

namespace malimap {
namespace {

constexpr std::size_t kSmallestStretch = 4096;  // rows; a thread is not worth less

/// What the cells of one column of dates say together.
struct DateColumn {
  DateSurvey survey;
  std::string_view first;  // filled cell

  void add(std::string_view cell) {
    if (cell.empty())
      return;
    first = first.empty() ? cell : first;
    survey.add(cell);
  }
  void merge(const DateColumn& behind) {
    first = first.empty() ? behind.first : first;
    survey.merge(behind.survey);
  }
};

/// What the cells of the amounts say together.
struct AmountColumn {
  DecimalSurvey survey;
  std::string_view first, unnamed;  // filled cells; `unnamed` names no currency
  std::set<std::string> currencies;

  void merge(const AmountColumn& behind) {
    first = first.empty() ? behind.first : first;
    unnamed = unnamed.empty() ? behind.unnamed : unnamed;
    survey.merge(behind.survey);
    currencies.insert(behind.currencies.begin(), behind.currencies.end());
  }
};

/// The columns whose notation only all of their cells tell, read in one pass.
class Surveyor {
 public:
  Surveyor(const Table& table, const ColumnMap& columns, bool currencies)
      : table_(table), columns_(columns), currencies_(currencies) {}

  void read(std::size_t first, std::size_t last) {
    const int budget = columns_.at(Role::Budget), starts = columns_.at(Role::Start),
              ends = columns_.at(Role::End), periods = columns_.at(Role::Period);
    const bool signs = budget >= 0 && !table_.numeric[static_cast<std::size_t>(budget)];
    if (!signs && starts < 0 && ends < 0 && periods < 0)
      return;
    for (std::size_t row = first; row < last; ++row) {
      if (signs)
        add_amount(table_.text(row, budget), row);
      start.add(table_.text(row, starts));
      end.add(table_.text(row, ends));
      period.add(table_.text(row, periods));
    }
  }

  void merge(const Surveyor& behind) {
    amounts.merge(behind.amounts);
    start.merge(behind.start);
    end.merge(behind.end);
    period.merge(behind.period);
  }

  AmountColumn amounts;
  DateColumn start, end, period;

 private:
  void add_amount(std::string_view cell, std::size_t row) {
    if (cell.empty())
      return;
    amounts.first = amounts.first.empty() ? cell : amounts.first;
    amounts.survey.add(cell);
    if (currencies_)
      add_currency(cell, row);
  }

  /// A plain number names none and is passed over quickly.
  void add_currency(std::string_view cell, std::size_t row) {
    const bool plain = std::all_of(cell.begin(), cell.end(), [](char c) {
      return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ' ' || c == '-';
    });
    std::string currency = plain ? std::string{} : currency_in(cell);
    if (currency.empty() && amounts.unnamed.empty() && !not_a_project(table_, columns_, row, {}))
      amounts.unnamed = cell;
    if (!currency.empty())
      amounts.currencies.insert(std::move(currency));
  }

  const Table& table_;
  const ColumnMap& columns_;
  bool currencies_;
};

Surveyor survey(const Table& table, const ColumnMap& columns, bool currencies) {
  const std::size_t rows = table.size();
  const std::size_t count = std::clamp<std::size_t>(rows / kSmallestStretch, 1, worker_count());
  std::vector<Surveyor> stretches(count, Surveyor(table, columns, currencies));
  in_parallel(count,
              [&](std::size_t i) { stretches[i].read(rows * i / count, rows * (i + 1) / count); });
  for (std::size_t i = 1; i < count; ++i)
    stretches.front().merge(stretches[i]);
  return std::move(stretches.front());
}

DateNotation dates_of(const DateColumn& dates, int column, Reporter& reporter) {
  const DateNotation notation = dates.survey.notation();
  if (notation == DateNotation::Ambiguous)
    reporter.report_list({"date-ambiguous",
                          Severity::Doubtful,
                          N_("no date of this column says whether the day or the month stands "
                             "first; they were read as day, month, year"),
                          {},
                          dates.first},
                         column);
  if (notation == DateNotation::Contradictory)
    reporter.report_list({"date-mixed",
                          Severity::Doubtful,
                          N_("some dates of this column begin with the day and others with the "
                             "month; those that can be both were read as day, month, year"),
                          {},
                          dates.first},
                         column);
  return notation;
}

DecimalSign amounts_of(const Table& table, const AmountColumn& amounts, int column,
                       Reporter& reporter) {
  if (column >= 0 && table.numeric[static_cast<std::size_t>(column)])
    return DecimalSign::Point;
  const DecimalSign sign = amounts.survey.sign();
  if (sign == DecimalSign::Mixed)
    reporter.report_list({"amounts-mixed",
                          Severity::Doubtful,
                          N_("some amounts of this column have a comma before the decimals and "
                             "others a point; each was read by itself"),
                          {},
                          amounts.first},
                         column);
  return sign;
}

std::string currency_of_column(const AmountColumn& amounts, int column, Reporter& reporter) {
  const auto& named = amounts.currencies;
  if (named.empty() || amounts.unnamed.empty())
    return named.size() == 1 ? *named.begin() : std::string{};
  if (named.size() == 1) {
    reporter.report_list({"currency-of-others",
                          Severity::Note,
                          N_("some amounts of this column name no currency: they were read in {0}, "
                             "as the others"),
                          {*named.begin()},
                          amounts.unnamed},
                         column);
    return *named.begin();
  }
  reporter.report_list({"currency-unnamed",
                        Severity::Doubtful,
                        N_("amounts of this column are in several currencies and some name none: "
                           "those are kept apart until you say which currency they are in"),
                        {},
                        amounts.unnamed},
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
  if (budget >= 0)
    notations.header_currency = currency_of_header(table, static_cast<std::size_t>(budget));
  const bool by_cells = budget >= 0 && notations.header_currency.empty() &&
                        default_currency.empty() && !columns.has(Role::Currency) &&
                        !table.numeric[static_cast<std::size_t>(budget)];
  const Surveyor found = survey(table, columns, by_cells);
  notations.amounts = amounts_of(table, found.amounts, budget, reporter);
  if (by_cells)
    notations.column_currency = currency_of_column(found.amounts, budget, reporter);
  notations.start = dates_of(found.start, columns.at(Role::Start), reporter);
  notations.end = dates_of(found.end, columns.at(Role::End), reporter);
  notations.period = dates_of(found.period, columns.at(Role::Period), reporter);
  return notations;
}

}  // namespace malimap
