#include "geo/output/check_report.h"

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
  return problem;
}

std::vector<Problem> several() {
  std::vector<Problem> problems = {problem("odd-date", 3, Severity::Doubtful, "30/02/2017")};
  for (int row = 10; row < 18; ++row)
    problems.push_back(problem("unknown-region", row, Severity::Lost, "=Mopty"));
  return problems;
}

const ReadCounts kCounts{20, 10, 1, 2, 3, 4};

}  // namespace

TEST_CASE("problems come in groups with examples, the lost ones first") {
  const auto json = ordered_json::parse(
      check_report(several(), kCounts, TextFormat::Json, CheckDetail::Groups, Language::English));
  CHECK(json["read"] == 20);
  CHECK(json["skipped"] == 4);
  REQUIRE(json["problems"].size() == 2);
  const auto& lost = json["problems"][0];
  CHECK(lost["reason"] == "unknown-region");
  CHECK(lost["count"] == 8);
  CHECK(lost["file"] == "list.csv");
  CHECK(lost["column"] == "region");
  CHECK(lost["examples"].size() == 5);
  CHECK(lost["examples"][0] ==
        ordered_json({{"row", 10}, {"value", "=Mopty"}, {"proposal", "Mopti"}}));
  CHECK(lost["message"] == "\"=Mopty\" is wrong.");
}

TEST_CASE("every row is listed on demand") {
  const auto json = ordered_json::parse(
      check_report(several(), kCounts, TextFormat::Json, CheckDetail::AllRows, Language::English));
  CHECK(json["problems"][0]["examples"].size() == 8);
  const auto csv =
      check_report(several(), kCounts, TextFormat::Csv, CheckDetail::AllRows, Language::English);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 10);
  CHECK(csv.find("unknown-region,lost,1,list.csv,,region,10,'=Mopty,Mopti,") != std::string::npos);
}

TEST_CASE("the table says how many rows went where and how many are left out") {
  const auto text =
      check_report(several(), kCounts, TextFormat::Table, CheckDetail::Groups, Language::English);
  CHECK(text.find("Rows read: 20") == 0);
  CHECK(text.find("3 more rows") != std::string::npos);
  const auto clean =
      check_report({}, {}, TextFormat::Table, CheckDetail::Groups, Language::English);
  CHECK(clean == "No problems found.\n");
}
