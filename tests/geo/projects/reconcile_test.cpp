#include "geo/projects/reconcile.h"

#include <map>

#include "geo/projects/notation.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

std::map<std::string, int> reasons(const std::vector<Problem>& problems) {
  std::map<std::string, int> counts;
  for (const auto& problem : problems)
    ++counts[problem.reason];
  return counts;
}

const Problem& first(const std::vector<Problem>& problems, const std::string& reason) {
  for (const auto& problem : problems)
    if (problem.reason == reason)
      return problem;
  FAIL("not found: " << reason);
  return problems.front();
}

std::string_view& cell_of(Table& table, std::size_t row, const std::string& column) {
  return table.cells[row * table.width + static_cast<std::size_t>(table.column(column))];
}

/// Changes one cell of a table: the row whose `key` column holds `id`.
void set(Table& table, const std::string& key, const std::string& id, const std::string& column,
         const std::string& value) {
  for (std::size_t row = 0; row < table.size(); ++row)
    if (table.text(row, key) == id) {
      cell_of(table, row, column) = table.keep(value);
      return;
    }
  FAIL("no row " << id);
}

void set_key_figure(BulletinTables& bulletin, const std::string& fund, const std::string& column,
                    const std::string& value) {
  auto& table = bulletin.key_figures;
  for (std::size_t row = 0; row < table.size(); ++row)
    if (table.text(row, "fund") == fund && table.text(row, "as_of") == bulletin.as_of)
      cell_of(table, row, column) = table.keep(value);
}

}  // namespace

TEST_CASE("the bulletin's own slips are found, and nothing else") {
  const auto problems = reconcile(embedded_bulletin());
  CHECK(reasons(problems) == std::map<std::string, int>{{"no-such-date", 1},
                                                        {"fund-differs", 1},
                                                        {"rounded-wrong", 2},
                                                        {"cap-explained", 1},
                                                        {"several-regions", 2},
                                                        {"mixed-notations", 1}});
  CHECK(first(problems, "no-such-date").value == "30 février 2017");
  CHECK(first(problems, "no-such-date").proposal == "2017-06-30");
  CHECK(first(problems, "fund-differs").proposal == "QIP");
  CHECK(first(problems, "rounded-wrong").value == "24,9M");
  CHECK(first(problems, "rounded-wrong").proposal == "25,0M");
  CHECK(first(problems, "cap-explained").severity == Severity::Note);
  CHECK(first(problems, "several-regions").value == "166");
  for (const auto& problem : problems)
    CHECK_FALSE(problem.error.where.file.empty());
}

TEST_CASE("a date that is mended is not reported, another that breaks is") {
  auto bulletin = embedded_bulletin();
  set(bulletin.statements, "id", "S46", "printed", "30 juin 2017");
  CHECK(reasons(reconcile(bulletin)).count("no-such-date") == 0);
  set(bulletin.statements, "id", "S34", "printed", "31 juin 2017");
  CHECK(first(reconcile(bulletin), "no-such-date").value == "31 juin 2017");
  set(bulletin.statements, "id", "S34", "printed", "15 juin");
  CHECK(first(reconcile(bulletin), "date-differs").proposal == "2017-06-14");
}

TEST_CASE("a rounded amount is held against the exact one") {
  auto bulletin = embedded_bulletin();
  set(bulletin.statements, "id", "S40", "printed", "25,0M");
  set(bulletin.statements, "id", "S40", "as_number", "25.0");
  CHECK(reasons(reconcile(bulletin))["rounded-wrong"] == 1);
  set_key_figure(bulletin, "TF", "cost_usd", "24938258");
  const auto problems = reconcile(bulletin);
  CHECK(first(problems, "rounded-wrong").value == "25,0M");
  CHECK(first(problems, "rounded-wrong").proposal == "24,9M");
  CHECK(reasons(problems)["amount-differs"] == 1);
}

TEST_CASE("sums of status and of regions are held against the totals") {
  auto bulletin = embedded_bulletin();
  set_key_figure(bulletin, "QIP", "projects_total", "325");
  const auto problems = reconcile(bulletin);
  CHECK(reasons(problems)["sum-differs"] == 2);
  CHECK(reasons(problems)["count-differs"] == 1);
  CHECK(reasons(problems)["counts-below-total"] == 1);
}

TEST_CASE("several regions are a note, a region above the total is not") {
  auto bulletin = embedded_bulletin();
  set_key_figure(bulletin, "PBF", "projects_total", "10");
  CHECK(reasons(reconcile(bulletin))["several-regions"] == 1);
  set_key_figure(bulletin, "PBF", "projects_total", "4");
  CHECK(reasons(reconcile(bulletin))["counts-above-total"] == 2);
}

TEST_CASE("a project above the ceiling is explained only by the projects that it stands for") {
  auto bulletin = embedded_bulletin();
  set(bulletin.projects, "id", "QIP-2017-06-3", "project_count", "1");
  const auto problems = reconcile(bulletin);
  CHECK(reasons(problems)["over-cap"] == 1);
  CHECK(reasons(problems).count("cap-explained") == 0);
}

TEST_CASE("a project's fund decides, whatever the headline") {
  auto bulletin = embedded_bulletin();
  set(bulletin.projects, "id", "QIP-2017-06-4", "fund", "TF");
  CHECK(first(reconcile(bulletin), "fund-differs").error.where.row >
        20);  // now the description is the odd one
}

TEST_CASE("shares that add up to 100 give nothing, others do") {
  auto bulletin = embedded_bulletin();
  CHECK(reasons(reconcile(bulletin)).count("shares-not-100") == 0);
  set(bulletin.region_budgets, "region_group", "Mopti", "share_percent", "21");
  CHECK(reasons(reconcile(bulletin))["shares-not-100"] == 1);
  set(bulletin.statements, "id", "S22", "printed", "7 + 11");
  CHECK(reasons(reconcile(bulletin))["shares-not-100"] == 2);
}

TEST_CASE("one notation throughout is not reported") {
  auto bulletin = embedded_bulletin();
  auto& table = bulletin.statements;
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::string cell(table.text(row, "printed"));
    if (cell.empty() || table.text(row, "kind") == "date")
      continue;
    const bool decimal_point = cell == "12.1M";
    for (auto& c : cell)
      c = c == '.' ? (decimal_point ? ',' : ' ') : c;
    if (const auto word = cell.find(" millions"); word != std::string::npos)
      cell.replace(word, 9, "M");
    if (cell == "12,1")
      cell = "12,1M";
    cell_of(table, row, "printed") = table.keep(std::move(cell));
  }
  CHECK(reasons(reconcile(bulletin)).count("mixed-notations") == 0);
}

TEST_CASE("notations are told by what the number means") {
  CHECK(notation_of("50.000", Cents{5000000})->thousands == '.');
  CHECK(notation_of("45.317,39", Cents{4531739})->decimal == ',');
  CHECK(notation_of("45.317,39", Cents{4531739})->thousands == '.');
  CHECK(notation_of("12.1M", Cents{1210})->decimal == '.');
  CHECK(notation_of("12.1M", Cents{1210})->multiplier == "M");
  CHECK(notation_of("11,9 millions", Cents{1190})->multiplier == "millions");
  CHECK(notation_of("324", Cents{32400})->plain());
  CHECK_FALSE(notation_of("Ber", std::nullopt));
  CHECK(rewritten("24,9M", 250, 1) == "25,0M");
  CHECK(rewritten("11,9 millions", 4, 1) == "0,4 millions");
}
