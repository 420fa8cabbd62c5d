// What a list says against itself, on lists made by hand.
#include "geo/projects/list_checks.h"

#include <chrono>

#include "tests/support/catch.h"

using namespace malimap;
using namespace std::chrono_literals;

namespace {

struct HandMadeRow {
  std::string id, title;
  std::optional<std::int64_t> cents = {};
  std::string fund = {};
  std::optional<Date> start = {}, end = {};
  int count = 1;
};

/// Columns: id, title, budget. Row i of the list is row i + 2 of its file.
struct HandMade {
  Table table;
  ColumnMap columns;
  Projects projects;
  ReadCounts counts;
  ReadOptions options;
  Problems problems;

  explicit HandMade(const std::vector<HandMadeRow>& rows) {
    table.file = "list.csv";
    table.columns = {"id", "title", "budget"};
    table.width = 3;
    columns.set(Role::Id, 0);
    columns.set(Role::Title, 1);
    columns.set(Role::Budget, 2);
    projects.has_budgets = true;
    for (const HandMadeRow& row : rows)
      add(row);
  }

  void add(const HandMadeRow& row) {
    const auto number = static_cast<std::int64_t>(table.size()) + 2;
    const std::string budget = row.cents ? std::to_string(*row.cents) : "";
    for (const std::string& cell : {row.id, row.title, budget})
      table.cells.push_back(*kept.insert(kept.end(), std::make_shared<std::string>(cell))->get());
    table.numbers.push_back(number);
    projects.id.push(row.id);
    projects.title.push(row.title);
    projects.row.push_back(number);
    projects.count.push_back(row.count);
    projects.fund.push(row.fund);
    const auto cents = row.cents ? std::optional(Cents{*row.cents}) : std::nullopt;
    projects.push_money(cents, cents);
    projects.currency.push(row.cents ? "USD" : "");
    projects.start.push(row.start);
    projects.end.push(row.end);
    projects.scope.push_back(Scope::Located);
    counts.amounts["USD"].read += Cents{row.cents.value_or(0)};
    counts.amounts["USD"].used += Cents{row.cents.value_or(0)};
  }

  void check(CurrencyNamed named = CurrencyNamed::Yes) {
    Reporter reporter(table, problems);
    check_list(projects, counts, table, columns, options, named, reporter);
  }
  void check_each() {
    Reporter reporter(table, problems);
    for (std::size_t i = 0; i < projects.size(); ++i) {
      reporter.row(projects.row[i]);
      check_project(projects, i, columns, reporter);
    }
  }
  [[nodiscard]] Problem first(std::string_view reason) const {
    for (const Problem& problem : problems.all())
      if (problem.reason == reason)
        return problem;
    return {};
  }
  [[nodiscard]] std::vector<std::int64_t> cents() const {
    std::vector<std::int64_t> all;
    for (const Cents budget : projects.budget.values)
      all.push_back(budget.value);
    return all;
  }

  std::vector<std::shared_ptr<std::string>> kept;  // what the cells point into
};

using Numbers = std::vector<std::int32_t>;
using Amounts = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("rows that share their ids are one project, however the ids are spaced") {
  HandMade list({{"CML 1355", "Wells"},
                 {"CML1355", "School"},
                 {"cml 1355", "Road"},
                 {"CZZ2322", "Wells"},
                 {"CZZ2322", "Wells"},
                 {"", "Wells"},
                 {"", "Wells"}});
  list.check();
  CHECK(list.projects.project_of_row == Numbers{0, 0, 0, 1, 1, 2, 3});
  CHECK(list.problems.count("rows-of-one-project") == 1);
  CHECK(list.first("rows-of-one-project").error.what.args == std::vector<std::string>{"7", "4"});
  CHECK(list.problems.count("double-id") == 0);
}

TEST_CASE("blanks between digits separate numbers") {
  HandMade list({{"1 11", "a"}, {"11 1", "a"}, {"1-11", "a"}, {"11-1", "a"}});
  list.check();
  CHECK(list.projects.project_of_row.empty());
}

TEST_CASE("an id that stands twice under two titles is doubtful, and the rows stay apart") {
  HandMade list({{"A", "Wells"}, {"B", "School"}, {"A", "Road"}, {"C", "x"}, {"D", "y"}});
  list.check();
  CHECK(list.projects.project_of_row.empty());
  REQUIRE(list.problems.count("double-id") == 1);
  CHECK(list.first("double-id").error.where.row == 4);
  CHECK(list.first("double-id").error.what.args == std::vector<std::string>{"2"});
  CHECK(list.first("double-id").value == "A");
}

TEST_CASE("an id that stands twice under one title is one project in two places") {
  HandMade list({{"A", "Forage à Ménaka"},
                 {"B", "School"},
                 {"A", "forage a menaka"},
                 {"C", "x"},
                 {"A", "Road"},
                 {"D", "y"},
                 {"E", "z"}});
  list.check();
  CHECK(list.projects.project_of_row == Numbers{0, 1, 0, 2, 3, 4, 5});
  CHECK(list.problems.count("double-id") == 1);
}

TEST_CASE("rows that stand for several projects are never one") {
  HandMade list({{"A", "x", {}, "", {}, {}, 3}, {"A", "x", {}, "", {}, {}, 2}});
  list.check();
  CHECK(list.projects.project_of_row.empty());
}

TEST_CASE("a budget that each row of a project repeats counts once, to the cent") {
  HandMade list({{"A", "x", 1000},
                 {"A", "y", 1000},
                 {"A", "z", 1000},
                 {"B", "x", 500},
                 {"B", "y", {}},
                 {"C", "x", 700},
                 {"C", "y", 700}});
  list.check();
  CHECK(list.cents() == Amounts{334, 333, 333, 500, 0, 350, 350});
  CHECK(list.problems.count("budget-repeated") == 1);
  CHECK(list.first("budget-repeated").error.what.args == std::vector<std::string>{"5", "2"});
  CHECK(list.counts.amounts["USD"].read.value == 2200);
  CHECK(list.counts.amounts["USD"].used.value == 2200);
}

TEST_CASE("budgets that differ within projects are each row's own") {
  HandMade list({{"A", "x", 1000}, {"A", "y", 1000}, {"B", "x", 500}, {"B", "y", 600}});
  list.check();
  CHECK(list.cents() == Amounts{1000, 1000, 500, 600});
  CHECK(list.problems.count("budget-repeated") == 0);
}

TEST_CASE("counted row by row, repeated budgets stay as they stand, and that is said") {
  HandMade list({{"A", "x", 1000}, {"A", "y", 1000}});
  list.options.rows_are_projects = true;
  list.check();
  CHECK(list.cents() == Amounts{1000, 1000});
  CHECK(list.problems.count("budget-repeated") == 1);
}

TEST_CASE("rows that stand twice are noted and stay") {
  HandMade list({{"A", "x", 1}, {"", "y", 2}, {"", "y", 2}, {"", "y", 3}, {"", "y", 2}});
  list.check();
  REQUIRE(list.problems.count("exact-repeat") == 2);
  CHECK(list.first("exact-repeat").error.where.row == 4);
  CHECK(list.first("exact-repeat").error.what.args == std::vector<std::string>{"3"});
  CHECK(list.first("exact-repeat").severity == Severity::Note);
  CHECK(list.projects.size() == 5);
}

TEST_CASE("amounts without a rate are listed and summed by currency") {
  HandMade list({{"A", "x", 100}, {"B", "y", 250'000}, {"C", "z", 50'049}});
  for (const std::size_t row : {std::size_t{1}, std::size_t{2}}) {
    list.projects.set_budget(row, {});
    list.projects.currency.codes.set(row, list.projects.currency.dictionary.add("EUR"));
  }
  list.check();
  CHECK(list.problems.count("other-currency") == 2);
  CHECK(list.first("other-currency").error.where.row == 3);
  CHECK(list.first("other-currency").value == "250000");
  CHECK(list.first("other-currency-sum").error.what.args ==
        std::vector<std::string>{"EUR", "3\u202f000 EUR", "2"});
}

TEST_CASE("marks of missing values are one group a column") {
  HandMade list({{"A", "x"}, {"B", "y"}});
  list.table.markers = {{0, 1, "#N/A"}, {1, 1, "n/d"}, {1, 2, "#N/A"}};
  list.check();
  CHECK(list.problems.count("missing-marker") == 3);
  const Problem first = list.first("missing-marker");
  CHECK(first.error.where.row == 2);
  CHECK(first.error.where.column == "title");
  CHECK(first.value == "#N/A");
}

TEST_CASE("no currency and no budgets are said once") {
  HandMade list({{"A", "x", 1}});
  list.check(CurrencyNamed::No);
  CHECK(list.problems.count("currency-assumed") == 1);
  HandMade named({{"A", "x", 1}});
  named.options.default_currency = "XOF";
  named.check(CurrencyNamed::No);
  CHECK(named.problems.empty());
  HandMade without({HandMadeRow{"A", "x"}});
  without.projects.has_budgets = false;
  without.check(CurrencyNamed::No);
  CHECK(without.problems.count("no-budgets") == 1);
  CHECK(without.problems.count("currency-assumed") == 0);
}

TEST_CASE("budgets and dates that cannot be are doubtful") {
  HandMade list({{"A", "", -1},
                 {"B", "", 0},
                 {"C", "", 5'000'001, "QIP"},
                 {"D", "", 5'000'000, "QIP"},
                 {"E", "", 10'000'000, "QIP", {}, {}, 2},
                 {"F", "", 9'000'000, "TF"}});
  list.check_each();
  CHECK(list.first("budget-negative").error.where.row == 2);
  CHECK(list.first("budget-zero").error.where.row == 3);
  CHECK(list.problems.count("budget-over-ceiling") == 1);
  CHECK(list.first("budget-over-ceiling").error.where.row == 4);
}

TEST_CASE("a Quick Impact Project takes six months at most") {
  const auto row = [](const char* fund, Date start, Date end) {
    return HandMadeRow{"", "", {}, fund, start, end};
  };
  HandMade list(
      {row("QIP", 2024y / 1 / 15, 2024y / 7 / 15), row("QIP", 2024y / 1 / 15, 2024y / 7 / 16),
       row("TF", 2024y / 1 / 15, 2025y / 7 / 16), row("QIP", 2024y / 1 / 1, 2024y / 12 / 31),
       row("QIP", 2024y / 8 / 31, 2025y / 3 / 1), row("TF", 2024y / 2 / 1, 2024y / 1 / 31)});
  list.check_each();
  CHECK(list.problems.count("qip-too-long") == 2);
  CHECK(list.first("qip-too-long").error.where.row == 3);
  CHECK(list.problems.count("end-before-start") == 1);
  CHECK(list.first("end-before-start").error.where.row == 7);
}
