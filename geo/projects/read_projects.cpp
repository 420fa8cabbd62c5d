// Reads one project list: table -> columns -> values and places.

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "geo/base/text.h"
#include "geo/projects/columns.h"
#include "geo/projects/dataset.h"
#include "geo/projects/list_checks.h"
#include "geo/projects/places.h"
#include "geo/projects/population.h"
#include "geo/projects/reporter.h"
#include "geo/projects/table.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

constexpr std::int64_t kMostProjectsPerRow = 1'000'000;

/// Sums at the end of a list would count everything twice.
bool is_total_row(const TableRow& row) {
  const auto first =
      std::find_if(row.cells.begin(), row.cells.end(), [](const Cell& c) { return c.has_value(); });
  if (first == row.cells.end() || row.point)
    return false;
  const std::string key = fold(**first);
  for (std::string_view word : {"total", "totaux", "total general", "grand total", "sous total",
                                "subtotal", "sub total", "total :"})
    if (key == word)
      return true;
  return false;
}

class ListReader {
 public:
  ListReader(const Table& table, const Boundaries& boundaries, Problems& problems)
      : table_(table),
        columns_(recognise_columns(table.columns)),
        reporter_(table, problems),
        matcher_(boundaries, table_, columns_, projects_.places, reporter_) {}

  [[nodiscard]] bool understands() const { return !columns_.empty() || table_.has_points; }

  Dataset read(Progress* progress) {
    projects_.source = std::filesystem::path(table_.file).filename().string();
    projects_.has_budgets = columns_.has(Role::Budget);
    survey_budgets();
    matcher_.survey();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (progress != nullptr && i % 4096 == 0) {
        if (progress->cancelled())
          break;
        progress->set(static_cast<double>(i) / static_cast<double>(table_.rows.size()));
      }
      ++counts_.read;
      reporter_.row(table_.rows[i].number);
      add(table_.rows[i]);
    }
    check_ids(projects_, columns_, reporter_);
    Dataset dataset;
    dataset.counts = counts_;
    dataset.projects = snapshot(std::move(projects_));
    return dataset;
  }

 private:
  [[nodiscard]] std::string text(const TableRow& row, Role role) const {
    const int column = columns_.at(role);
    return column < 0 ? std::string{} : row.cells[static_cast<std::size_t>(column)].value_or("");
  }

  void survey_budgets() {
    const int column = columns_.at(Role::Budget);
    if (column < 0)
      return;
    header_currency_ = currency_in(table_.columns[static_cast<std::size_t>(column)]);
    if (table_.numeric[static_cast<std::size_t>(column)]) {
      sign_ = DecimalSign::Point;
      return;
    }
    std::vector<std::string_view> cells;
    for (const auto& row : table_.rows)
      if (const auto& cell = row.cells[static_cast<std::size_t>(column)])
        cells.push_back(*cell);
    sign_ = decimal_sign_of(cells);
  }

  void add(const TableRow& row) {
    if (is_total_row(row)) {
      ++counts_.skipped;
      reporter_.report(
          {"total-row", Severity::Note, N_("this row is a sum of others and was passed over")});
      return;
    }
    const auto count = count_of(row);
    if (!count) {
      ++counts_.skipped;
      return;
    }
    projects_.count.push_back(*count);
    projects_.id.push_back(text(row, Role::Id));
    projects_.title.push_back(text(row, Role::Title));
    projects_.place_text.push_back(place_text(row));
    projects_.row.push_back(row.number);
    projects_.fund.push(remembered(funds_, text(row, Role::Fund), normalised_fund));
    projects_.status.push(remembered(statuses_, text(row, Role::Status), normalised_status));
    projects_.sector.push(list(row, Role::Sector));
    projects_.donor.push(list(row, Role::Donor));
    projects_.partner.push(list(row, Role::Partner));
    projects_.budget.push(budget_of(row));
    projects_.start.push(date_of(row, Role::Start, DateRole::Start));
    projects_.end.push(date_of(row, Role::End, DateRole::End));
    add_places(row);
    check_last_project(projects_, columns_, reporter_);
  }

  using Meanings = std::unordered_map<std::string, std::string>;
  static const std::string& remembered(Meanings& known, const std::string& typed,
                                       std::string (*meaning)(std::string_view)) {
    const auto found = known.find(typed);
    return found != known.end() ? found->second
                                : known.emplace(typed, meaning(typed)).first->second;
  }

  void add_places(const TableRow& row) {
    const Placed placed = matcher_.place(row);
    projects_.scope.push_back(placed.scope);
    projects_.locations.insert(projects_.locations.end(), placed.locations.begin(),
                               placed.locations.end());
    projects_.location_offsets.push_back(static_cast<std::uint32_t>(projects_.locations.size()));
    switch (placed.scope) {
      case Scope::Located:
        ++counts_.used;
        break;
      case Scope::National:
        ++counts_.national;
        break;
      case Scope::Outside:
        ++counts_.outside;
        break;
      case Scope::Unlocated:
        ++counts_.unlocated;
        break;
    }
  }

  /// The finest place as typed, with what holds it.
  [[nodiscard]] std::string place_text(const TableRow& row) const {
    std::string all;
    for (Role role : {Role::Place, Role::Commune, Role::Cercle, Role::Region, Role::Country})
      if (const auto part = text(row, role); !part.empty())
        all += (all.empty() ? "" : ", ") + part;
    return all;
  }

  /// Several in a cell are separated by ';' or '|' only: names hold commas and slashes.
  [[nodiscard]] std::vector<std::string> list(const TableRow& row, Role role) const {
    auto parts = split(text(row, role), ";|");
    std::erase_if(parts, [](const std::string& part) { return is_missing(part); });
    std::vector<std::string> once;
    for (auto& part : parts)
      if (std::find(once.begin(), once.end(), part) == once.end())
        once.push_back(std::move(part));
    return once;
  }

  std::optional<std::int32_t> count_of(const TableRow& row) {
    const std::string cell = text(row, Role::Count);
    if (cell.empty())
      return 1;
    const auto number = decimal_number(cell);
    if (number && *number == 0) {
      reporter_.report({"count-zero",
                        Severity::Lost,
                        N_("the row stands for no project and was passed over"),
                        {},
                        cell},
                       columns_.at(Role::Count));
      return {};
    }
    if (number && *number >= 1 && *number <= static_cast<double>(kMostProjectsPerRow) &&
        *number == static_cast<double>(static_cast<std::int32_t>(*number)))
      return static_cast<std::int32_t>(*number);
    reporter_.report({"count-unreadable",
                      Severity::Doubtful,
                      N_("this is no number of projects; the row counts as one project"),
                      {},
                      cell},
                     columns_.at(Role::Count));
    return 1;
  }

  std::optional<Cents> budget_of(const TableRow& row) {
    const std::string cell = text(row, Role::Budget);
    if (cell.empty())
      return {};
    const auto money = parse_money(cell, sign_);
    if (!money) {
      reporter_.report({"budget-unreadable",
                        Severity::Lost,
                        N_("this is no amount; the budget counts as missing"),
                        {},
                        cell},
                       columns_.at(Role::Budget));
      return {};
    }
    std::string currency = money->currency;
    if (currency.empty())
      currency = currency_in(text(row, Role::Currency));
    if (currency.empty() && !text(row, Role::Currency).empty())
      currency = text(row, Role::Currency);
    if (currency.empty())
      currency = header_currency_;
    if (currency.empty() || currency == "USD")
      return money->amount;
    reporter_.report({"other-currency",
                      Severity::Lost,
                      N_("the amount is in {0}, not in US dollars; the budget counts as missing"),
                      {currency},
                      cell},
                     columns_.at(Role::Budget));
    return {};
  }

  std::optional<Date> date_of(const TableRow& row, Role role, DateRole end) {
    const std::string cell = text(row, role);
    if (cell.empty())
      return {};
    const auto typed = parse_date(cell, end);
    if (!typed.date)
      reporter_.report(
          {typed.understood ? "no-such-date" : "date-unreadable",
           Severity::Lost,
           typed.understood ? N_("there is no such day in the calendar; the date counts as missing")
                            : N_("this is no date; it counts as missing"),
           {},
           cell},
          columns_.at(role));
    return typed.date;
  }

  const Table& table_;
  ColumnMap columns_;
  Projects projects_;
  Reporter reporter_;
  PlaceMatcher matcher_;
  ReadCounts counts_;
  DecimalSign sign_ = DecimalSign::Unknown;
  std::string header_currency_;
  Meanings funds_, statuses_;
};

}  // namespace

Result<Dataset> read_projects(const std::string& path, const Boundaries& boundaries,
                              Problems& problems, Progress* progress) {
  auto table = read_table(path, problems);
  if (!table)
    return tl::make_unexpected(table.error());
  ListReader reader(*table, boundaries, problems);
  if (!reader.understands())
    return failure({N_("no column of the list was recognised"), {}}, {path, table->sheet, {}, {}},
                   {N_("give the columns headers such as region, fund, sector, budget, status, "
                       "longitude, latitude"),
                    {}});
  Dataset dataset = reader.read(progress);
  add_population(dataset, Crosswalk(boundaries), boundaries);
  return dataset;
}

}  // namespace malimap
