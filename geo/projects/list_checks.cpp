#include "geo/projects/list_checks.h"

#include <map>

#include "geo/base/numbers.h"

namespace malimap {

void check_last_project(const Projects& projects, const ColumnMap& columns, Reporter& reporter) {
  const std::size_t last = projects.size() - 1;
  if (const auto budget = projects.budget.at(last)) {
    const std::string value = format_money(*budget, Language::English);
    if (budget->value < 0)
      reporter.report(
          {"budget-negative", Severity::Doubtful, N_("the budget is negative"), {}, value},
          columns.at(Role::Budget));
    if (budget->value == 0)
      reporter.report({"budget-zero",
                       Severity::Doubtful,
                       N_("the budget is zero; if it is unknown, leave the cell empty"),
                       {},
                       value},
                      columns.at(Role::Budget));
    if (projects.fund.at(last) == "QIP" && budget->value > kQipCeiling.value * projects.count[last])
      reporter.report({"budget-over-ceiling",
                       Severity::Doubtful,
                       N_("the budget is above the ceiling of {0} USD for each Quick Impact "
                          "Project; does the row stand for several?"),
                       {"50000"},
                       value},
                      columns.at(Role::Budget));
  }
  const auto start = projects.start.at(last), end = projects.end.at(last);
  if (start && end && *end < *start)
    reporter.report({"end-before-start",
                     Severity::Doubtful,
                     N_("the project ends before it starts ({0})"),
                     {iso(*start)},
                     iso(*end)},
                    columns.at(Role::End));
}

void check_ids(const Projects& projects, const ColumnMap& columns, Reporter& reporter) {
  std::map<std::string, std::vector<std::size_t>> rows;
  std::size_t with_id = 0, repeated = 0;
  for (std::size_t i = 0; i < projects.size(); ++i)
    if (!projects.id[i].empty()) {
      rows[projects.id[i]].push_back(i);
      ++with_id;
    }
  for (const auto& [id, where] : rows)
    repeated += where.size() > 1 ? where.size() : 0;
  if (repeated == 0)
    return;
  if (repeated * 2 > with_id) {
    reporter.report_list({"ids-repeat",
                          Severity::Note,
                          N_("{0} rows share their id with others: each row counts as one project"),
                          {std::to_string(repeated)}},
                         columns.at(Role::Id));
    return;
  }
  for (const auto& [id, where] : rows)
    for (std::size_t k = 1; k < where.size(); ++k) {
      reporter.row(projects.row[where[k]]);
      reporter.report({"double-id",
                       Severity::Doubtful,
                       N_("this id stands in row {0} already; both rows were counted"),
                       {std::to_string(projects.row[where[0]])},
                       id},
                      columns.at(Role::Id));
    }
}

}  // namespace malimap
