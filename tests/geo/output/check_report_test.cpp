#include "geo/output/check_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

using namespace malimap;
using nlohmann::ordered_json;

namespace {

Problem problem(const std::string& reason, std::int64_t row, Severity severity,
                const std::string& value) {
  Problem problem;
  problem.reason = reason;
  problem.severity = severity;
  problem.error.what = {"\"{0}\" is wrong.", {value}};
  problem.error.where = {"list.csv", "", row, "region"};
  problem.value = value;
  problem.proposal = "Mopti";
  problem.proposal_code = "ML05";
  problem.score = 0.93;
  return problem;
}

Problems several() {
  Problems problems;
  problems.report(problem("odd-date", 3, Severity::Doubtful, "30/02/2017"));
  for (int row = 10; row < 18; ++row)
    problems.report(
        problem("unknown-region", row, Severity::Lost, row % 4 == 0 ? "=Gaoo" : "=Mopty"));
  problems.report(problem("unknown-region", 30, Severity::Lost, "=Mopty"));
  return problems;
}

ReadCounts counts() {
  ReadCounts counts{20, 10, 1, 2, 3, 4, {}};
  counts.amounts["USD"] = {{1'000'050}, {500'000}, {100'000}, {200'000}, {200'050}, {}};
  counts.amounts["XOF"] = {{100}, {100}, {}, {}, {}, {}};
  return counts;
}

ordered_json json(CheckDetail detail) {
  const Problems problems = several();
  return ordered_json::parse(
      check_report({problems, counts(), 7, {}}, TextFormat::Json, detail, Language::English));
}

std::string text(TextFormat format, CheckDetail detail, Language language = Language::English) {
  const Problems problems = several();
  return check_report({problems, counts(), {}, {}}, format, detail, language);
}

}  // namespace

TEST_CASE("problems come in groups with examples, the lost ones first") {
  const auto report = json(CheckDetail::Groups);
  CHECK(report["read"] == 20);
  CHECK(report["skipped"] == 4);
  CHECK(report["projects"] == 7);
  REQUIRE(report["problems"].size() == 2);
  const auto& lost = report["problems"][0];
  CHECK(lost["reason"] == "unknown-region");
  CHECK(lost["count"] == 9);
  CHECK(lost["file"] == "list.csv");
  CHECK(lost["column"] == "region");
  CHECK(lost["examples"].size() == 5);
  CHECK(lost["examples"][0] ==
        ordered_json({{"row", 10}, {"value", "=Mopty"}, {"proposal", "Mopti"}}));
  CHECK(lost["message"] == "\"=Mopty\" is wrong.");
}

TEST_CASE("a group says which values it holds and how often, the most frequent first") {
  const auto report = json(CheckDetail::Groups);
  const auto& values = report["problems"][0]["values"];
  REQUIRE(values.size() == 2);
  CHECK(values[0] == ordered_json({{"value", "=Mopty"},
                                   {"count", 7},
                                   {"proposal", "Mopti"},
                                   {"proposal_code", "ML05"},
                                   {"score", 0.93}}));
  CHECK(values[1]["value"] == "=Gaoo");
  CHECK(values[1]["count"] == 2);
}

TEST_CASE("amounts stand by currency and by where their rows went") {
  const auto report = json(CheckDetail::Groups);
  CHECK(report["amounts"]["USD"]["read"] == 10000.5);
  CHECK(report["amounts"]["USD"]["unlocated"] == 2000.5);
  CHECK(report["amounts"]["XOF"]["used"] == 1.0);
  CHECK(report["amounts"]["XOF"]["skipped"] == 0.0);
}

TEST_CASE("every row is listed on demand") {
  CHECK(json(CheckDetail::AllRows)["problems"][0]["examples"].size() == 9);
  const auto csv = text(TextFormat::Csv, CheckDetail::AllRows);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 11);
  CHECK(csv.find("unknown-region,lost,1,list.csv,,region,10,'=Mopty,Mopti,") != std::string::npos);
  const auto groups = text(TextFormat::Csv, CheckDetail::Groups);
  CHECK(std::count(groups.begin(), groups.end(), '\n') == 3);
  CHECK(groups.find("\"10–17, 30\"") != std::string::npos);
}

TEST_CASE("the table says where rows and amounts went, and where each group stands") {
  const auto table = text(TextFormat::Table, CheckDetail::Groups);
  INFO(table);
  for (const char* part :
       {"Where the rows went", "located                10   50.0%   5,000    1",
        "read                   20", "10,001", "Lost: 9 · doubtful: 1 · notes: 0",
        "9  \"…\" is wrong.", "unknown-region · column region · rows 10–17, 30",
        "7 × =Mopty → Mopti (93%)", "2 × =Gaoo → Mopti (93%)", "1  \"30/02/2017\" is wrong."})
    CHECK(table.find(part) != std::string::npos);
}

TEST_CASE("in French numbers and signs are set as the French do") {
  const auto table = text(TextFormat::Table, CheckDetail::Groups, Language::French);
  INFO(table);
  CHECK(table.find("50,0\u00a0%") != std::string::npos);
  CHECK(table.find("10\u202f001") != std::string::npos);
}

TEST_CASE("a list without problems says so") {
  const Problems none;
  CHECK(check_report({none, {}, {}, {}}, TextFormat::Table, CheckDetail::Groups,
                     Language::English) == "No problems found.\n");
}

TEST_CASE("a workbook's other sheets are named") {
  const Problems none;
  Checked checked{none, {}, {}, {}};
  checked.sheets.push_back(
      {"a.xlsx", {{"Data", 24088, 30, false, true}, {"Lists", 12, 2, true, false}}});
  CHECK(check_report(checked, TextFormat::Table, CheckDetail::Groups, Language::English) ==
        "Sheet read: \"Data\" (24,088 rows). Others: \"Lists\" (12 rows)\n"
        "No problems found.\n");
  const auto sheets = ordered_json::parse(
      check_report(checked, TextFormat::Json, CheckDetail::Groups, Language::English))["sheets"];
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0]["chosen"] == true);
  CHECK(sheets[1]["name"] == "Lists");
}

TEST_CASE("distinct projects count a row for as many as it stands for") {
  Projects projects;
  for (int i = 0; i < 4; ++i)
    projects.id.push("");
  projects.count = {1, 1, 5, 1};
  CHECK_FALSE(distinct_projects(projects));
  projects.project_of_row = {0, 0, 1, 0};
  CHECK(distinct_projects(projects) == 6);
}

TEST_CASE("cells cannot command the terminal") {
  Problems problems;
  problems.report(problem("odd", 1, Severity::Doubtful, "a\x1b[2Jb"));
  const auto table = check_report({problems, {}, {}, {}}, TextFormat::Table, CheckDetail::Groups,
                                  Language::English);
  CHECK(table.find('\x1b') == std::string::npos);
}
