// Rows that are places or actions of one project, and what they say of its budget.

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/projects/list_checks.h"
#include "geo/projects/read_counts.h"
#include "geo/projects/same_rows.h"
#include "geo/projects/shares.h"

namespace malimap {
namespace {

std::string shown(std::size_t count) {
  return format_integer(static_cast<std::int64_t>(count), Language::French);
}

/// Of rows with one id those under other titles leave; `firsts` then says who is one project.
void part_by_title(const Projects& projects, std::vector<std::uint32_t>& firsts) {
  std::unordered_map<std::string, std::uint32_t> titles;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const std::uint32_t first = firsts[i];
    if (first == i || projects.title[i] == projects.title[first])
      continue;
    const std::string title = fold(projects.title[i]);
    if (title == fold(projects.title[first]))
      continue;
    const auto row = static_cast<std::uint32_t>(i);
    firsts[i] = titles.emplace(std::to_string(first) + " " + title, row).first->second;
  }
}

/// Numbers from 0 in the order of the first rows.
std::vector<std::int32_t> numbered(const std::vector<std::uint32_t>& firsts) {
  std::vector<std::int32_t> numbers(firsts.size());
  std::int32_t next = 0;
  for (std::size_t i = 0; i < firsts.size(); ++i)
    numbers[i] = firsts[i] == i ? next++ : numbers[firsts[i]];
  return numbers;
}

/// The rows of every project one behind the other.
struct RowsByProject {
  std::vector<std::uint32_t> offsets, rows;
  explicit RowsByProject(const std::vector<std::int32_t>& numbers) : rows(numbers.size()) {
    const auto last = std::max_element(numbers.begin(), numbers.end());
    const std::size_t projects = last == numbers.end() ? 0 : static_cast<std::size_t>(*last) + 1;
    offsets.assign(projects + 1, 0);
    for (const std::int32_t number : numbers)
      ++offsets[static_cast<std::size_t>(number) + 1];
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      rows[next[static_cast<std::size_t>(numbers[i])]++] = static_cast<std::uint32_t>(i);
  }
  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t project) const {
    return std::span(rows).subspan(offsets[project], offsets[project + 1] - offsets[project]);
  }
};

std::vector<std::uint32_t> rows_with_amount(const Projects& projects,
                                            std::span<const std::uint32_t> rows) {
  std::vector<std::uint32_t> with;
  for (const std::uint32_t row : rows)
    if (projects.amount_of(row))
      with.push_back(row);
  return with;
}

bool say_the_same(const Projects& projects, std::span<const std::uint32_t> rows) {
  const auto same = [&](std::uint32_t row) {
    return projects.amount_of(row) == projects.amount_of(rows.front()) &&
           projects.currency.codes[row] == projects.currency.codes[rows.front()];
  };
  return projects.amount_of(rows.front())->value != 0 &&
         std::all_of(rows.begin(), rows.end(), same);
}

struct Repeated {
  std::vector<std::vector<std::uint32_t>> projects;  // rows that repeat their project's amount
  std::size_t rows = 0;
  std::size_t others = 0;  // projects whose rows bear different amounts
};

Repeated repeated_amounts(const Projects& projects) {
  Repeated repeated;
  const RowsByProject by_project(projects.project_of_row);
  for (std::size_t p = 0; p < by_project.size(); ++p) {
    if (by_project.of(p).size() < 2)
      continue;
    auto rows = rows_with_amount(projects, by_project.of(p));
    if (rows.size() < 2)
      continue;
    if (!say_the_same(projects, rows)) {
      ++repeated.others;
      continue;
    }
    repeated.rows += rows.size();
    repeated.projects.push_back(std::move(rows));
  }
  return repeated;
}

void split_over(Projects& projects, ReadCounts& counts, std::span<const std::uint32_t> rows) {
  const std::vector<double> equal(rows.size(), 1.0);
  const auto parts = split_cents(*projects.amount_of(rows.front()), equal);
  const auto counted = counts.amounts.find(std::string(projects.currency.at(rows.front())));
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (counted != counts.amounts.end()) {
      const Cents less = parts[k] - *projects.amount_of(rows[k]);
      counted->second.read += less;
      part_of(counted->second, projects.scope[rows[k]]) += less;
    }
    projects.set_amount(rows[k], parts[k]);
  }
  // Amounts of other days can be other budgets: the first one's stands for the project.
  if (!projects.budget.present[rows.front()])
    return;
  const auto budgets = split_cents(projects.budget.values[rows.front()], equal);
  for (std::size_t k = 0; k < rows.size(); ++k)
    if (projects.budget.present[rows[k]])
      projects.set_budget(rows[k], budgets[k]);
}

}  // namespace

bool find_rows_of_one_project(Projects& projects, const ColumnMap& columns,
                              const ReadOptions& options, Reporter& reporter) {
  if (ids_all_differ(projects))
    return true;
  const auto same_id = first_with_same_id(projects);
  std::vector<bool> shared(same_id.size(), false);
  std::size_t with_id = 0, sharing = 0;
  for (std::size_t i = 0; i < same_id.size(); ++i) {
    with_id += projects.id[i].empty() ? 0 : 1;
    if (same_id[i] != i)
      shared[i] = shared[same_id[i]] = true;
  }
  sharing = static_cast<std::size_t>(std::count(shared.begin(), shared.end(), true));
  if (sharing == 0) {
    // Rows that stand for several projects were not compared.
    return with_id == projects.size() &&
           std::all_of(projects.count.begin(), projects.count.end(), [](auto n) { return n == 1; });
  }

  auto firsts = same_id;
  const bool mostly_shared = sharing * 2 > with_id;
  if (!mostly_shared && columns.has(Role::Title))
    part_by_title(projects, firsts);
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    if (firsts[i] == same_id[i])
      continue;
    reporter.row(projects.row[i]);
    reporter.report({"double-id",
                     Severity::Doubtful,
                     N_("this id stands in row {0} already, under another title; both rows were "
                        "counted"),
                     {std::to_string(projects.row[same_id[i]])},
                     projects.id[i]},
                    columns.at(Role::Id));
  }
  auto numbers = numbered(firsts);
  const auto count =
      static_cast<std::size_t>(*std::max_element(numbers.begin(), numbers.end()) + 1);
  if (count == numbers.size())
    return false;
  projects.project_of_row = std::move(numbers);
  reporter.report_list(
      {"rows-of-one-project",
       Severity::Note,
       options.rows_are_projects
           ? N_("the {0} rows name {1} projects: some bear the same id; each row counts as a "
                "project, as asked")
           : N_("the {0} rows are {1} projects: rows with the same id are places or actions of "
                "one project, which counts once; rows can be counted one by one instead"),
       {shown(projects.size()), shown(count)}},
      columns.at(Role::Id));
  return false;
}

void split_repeated_budgets(Projects& projects, ReadCounts& counts, const ColumnMap& columns,
                            const ReadOptions& options, Reporter& reporter) {
  if (projects.project_of_row.empty() || !projects.has_budgets)
    return;
  const Repeated repeated = repeated_amounts(projects);
  const std::size_t same = repeated.projects.size();
  if (same == 0 || same * 10 < (same + repeated.others) * 9)
    return;
  if (!options.rows_are_projects)
    for (const auto& rows : repeated.projects)
      split_over(projects, counts, rows);
  reporter.report_list(
      {"budget-repeated",
       Severity::Note,
       options.rows_are_projects
           ? N_("the {0} rows of {1} projects bear the same budget in each row; it was counted in "
                "each, since each row counts as a project")
           : N_("the {0} rows of {1} projects repeat the budget of the whole project; it was "
                "counted once and split equally over the rows. If each row has a budget of its "
                "own, have the rows counted one by one"),
       {shown(repeated.rows), shown(same)}},
      columns.at(Role::Budget));
}

}  // namespace malimap
