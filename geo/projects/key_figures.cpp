#include "geo/projects/key_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "geo/projects/reporter.h"
#include "geo/projects/table.h"
#include "geo/projects/values.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

struct FigureColumns {
  int fund = -1, sector = -1, status = -1, region = -1, cercle = -1;
  int projects = -1, budget = -1, source = -1;
};

struct Header {
  std::string_view key;  // words_key()
  int FigureColumns::*column;
};
constexpr auto kHeaders = std::to_array<Header>({
    {"fund", &FigureColumns::fund},
    {"fonds", &FigureColumns::fund},
    {"sector", &FigureColumns::sector},
    {"secteur", &FigureColumns::sector},
    {"status", &FigureColumns::status},
    {"statut", &FigureColumns::status},
    {"etat", &FigureColumns::status},
    {"region", &FigureColumns::region},
    {"cercle", &FigureColumns::cercle},
    {"projects", &FigureColumns::projects},
    {"projets", &FigureColumns::projects},
    {"number of projects", &FigureColumns::projects},
    {"nombre de projets", &FigureColumns::projects},
    {"nb projets", &FigureColumns::projects},
    {"budget", &FigureColumns::budget},
    {"budget usd", &FigureColumns::budget},
    {"usd", &FigureColumns::budget},
    {"amount", &FigureColumns::budget},
    {"montant", &FigureColumns::budget},
    {"montant usd", &FigureColumns::budget},
    {"source", &FigureColumns::source},
});

FigureColumns columns_of(const Table& table) {
  FigureColumns columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string key = words_key(table.columns[i]);
    for (const Header& header : kHeaders)
      if (header.key == key && columns.*header.column < 0)
        columns.*header.column = static_cast<int>(i);
  }
  return columns;
}

std::string header_of(const Table& table, int column) {
  return column < 0 ? "" : table.columns[static_cast<std::size_t>(column)];
}

std::optional<std::int64_t> projects_of(std::string_view cell, int column, Reporter& reporter) {
  if (cell.empty())
    return {};
  // Thousands are set apart in counts too, which an amount may hold and a plain number may not.
  const auto number = parse_amount(cell);
  if (number && number->value >= 0 && number->value % 100 == 0)
    return number->value / 100;
  reporter.report({"figure-unreadable",
                   Severity::Lost,
                   N_("this is no number of projects; the key figure was left out"),
                   {},
                   cell},
                  column);
  return {};
}

std::optional<Cents> budget_of(std::string_view cell, int column, Reporter& reporter) {
  if (cell.empty())
    return {};
  const auto money = parse_money(cell);
  if (money && (money->currency.empty() || money->currency == "USD"))
    return money->amount;
  reporter.report({"figure-unreadable",
                   Severity::Lost,
                   N_("this is no amount in US dollars; the key figure was left out"),
                   {},
                   cell},
                  column);
  return {};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

Cents rounding_of(std::string_view typed, Cents amount) {
  // Digits of the text and of the amount differ by what multiplied them ("11,9 M").
  double written = 0;
  for (const char c : typed)
    if (is_digit(c))
      written = written * 10 + (c - '0');
  if (written == 0 || amount.value == 0)
    return {};
  // One unit of the last digit, in cents: a power of ten, whatever the signs between the digits.
  const double unit =
      std::pow(10.0, std::round(std::log10(std::abs(static_cast<double>(amount.value)) / written)));
  // "11 900 000" is exact to the dollar; cents are there or not.
  return unit <= 1 ? Cents{} : Cents{static_cast<std::int64_t>(unit / 2)};
}

Result<std::vector<UserFigure>> read_key_figures(const std::string& path, Problems& problems) {
  const auto table = read_table(path, "", problems);
  if (!table)
    return tl::make_unexpected(table.error());
  const FigureColumns columns = columns_of(*table);
  if (columns.projects < 0 && columns.budget < 0)
    return failure({N_("no key figures were found"), {}}, {table->file, table->sheet, {}, {}},
                   {N_("the columns are: projects, budget (US dollars), and what is counted: fund, "
                       "sector, status, region, cercle"),
                    {}});
  Reporter reporter(*table, problems);
  std::vector<UserFigure> figures;
  for (std::size_t row = 0; row < table->size(); ++row) {
    const auto text = [&](int column) { return std::string(table->text(row, column)); };
    reporter.row(table->number(row));
    UserFigure figure;
    figure.place = {table->file, table->sheet, table->number(row), ""};
    figure.fund = text(columns.fund);
    figure.sector = text(columns.sector);
    figure.status = text(columns.status);
    figure.region = text(columns.region);
    figure.cercle = text(columns.cercle);
    figure.source = text(columns.source);
    figure.projects = projects_of(table->text(row, columns.projects), columns.projects, reporter);
    figure.budget = budget_of(table->text(row, columns.budget), columns.budget, reporter);
    if (figure.budget)
      figure.rounding = rounding_of(table->text(row, columns.budget), *figure.budget);
    figure.projects_column = header_of(*table, columns.projects);
    figure.budget_column = header_of(*table, columns.budget);
    if (figure.projects || figure.budget)
      figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace malimap
