#include "geo/base/problems.h"

#include "tests/support/catch.h"

using namespace malimap;

namespace {

Problem problem(const std::string& reason, std::int64_t row, const std::string& value) {
  Problem problem{reason, Severity::Doubtful, {}, value, "Mopti"};
  problem.error.what = {"{0} is wrong", {value}};
  problem.error.where = {"list.csv", "S", row, "region"};
  return problem;
}

}  // namespace

TEST_CASE("a problem comes back as it was reported") {
  Problems problems;
  Problem full = problem("unknown-region", 12, "Mopty");
  full.error.what.args = {"a", "", "c\n"};
  full.error.remedy = {"do {0} or {1}", {"this", "that"}};
  full.proposal_code = "ML05";
  full.score = 0.93;
  Problem bare;
  bare.reason = "bare";
  bare.severity = Severity::Lost;
  problems.report(full);
  problems.report(bare);

  REQUIRE(problems.size() == 2);
  const Problem back = problems.all()[0];
  CHECK(back.reason == "unknown-region");
  CHECK(back.severity == Severity::Doubtful);
  CHECK(back.error.what.msgid == "{0} is wrong");
  CHECK(back.error.what.args == std::vector<std::string>{"a", "", "c\n"});
  CHECK(back.error.remedy.msgid == "do {0} or {1}");
  CHECK(back.error.remedy.args == std::vector<std::string>{"this", "that"});
  CHECK(back.error.where.file == "list.csv");
  CHECK(back.error.where.sheet == "S");
  CHECK(back.error.where.row == 12);
  CHECK(back.error.where.column == "region");
  CHECK(back.value == "Mopty");
  CHECK(back.proposal == "Mopti");
  CHECK(back.proposal_code == "ML05");
  CHECK(back.score == 0.93);
  CHECK_FALSE(problems.all()[1].error.where.row);
  CHECK(problems.all()[1].error.remedy.empty());
}

TEST_CASE("problems of the same kind and column share a group") {
  Problems problems;
  problems.report(problem("unknown-region", 2, "Mopty"));
  problems.report(problem("odd-date", 2, "30/02/2017"));
  problems.report(problem("unknown-region", 3, "Gaoo"));
  Problem elsewhere = problem("unknown-region", 4, "Gaoo");
  elsewhere.error.where.column = "cercle";
  problems.report(elsewhere);

  REQUIRE(problems.groups().size() == 3);
  CHECK(problems.groups()[0].size() == 2);
  CHECK(problems.at(problems.groups()[0], 1).value == "Gaoo");
  CHECK(problems.count("unknown-region") == 3);
  CHECK(problems.count(Severity::Doubtful) == 4);
  CHECK(problems.count(Severity::Lost) == 0);
  CHECK(problems.nth(1).value == "Gaoo");
  CHECK(problems.nth(3).error.where.column == "cercle");
}

TEST_CASE("what chunks of a list reported is put together in the order of the rows") {
  Problems first, second, third;
  first.report(problem("a", 1, "x"));
  second.report(problem("b", 5, "new"));
  second.report(problem("a", 5, "x"));
  second.report(problem("a", 6, "y"));
  third.report(problem("a", 3, "z"));
  first.append(second);
  first.append(third);

  CHECK(first.size() == 5);
  REQUIRE(first.groups().size() == 2);
  const ProblemGroup& group = first.groups()[0];
  std::string rows;
  for (std::size_t i = 0; i < group.size(); ++i)
    rows += std::to_string(*first.at(group, i).error.where.row) + first.at(group, i).value + " ";
  CHECK(rows == "1x 3z 5x 6y ");
  CHECK(first.at(first.groups()[1], 0).value == "new");
}

TEST_CASE("a problem in every row of a long list stays small") {
  Problems problems;
  constexpr int kRows = 100'000;
  for (int row = 1; row <= kRows; ++row) {
    const std::vector<std::string> args = {"Commune " + std::to_string(row)};
    problems.report(
        {"unknown-place", Severity::Doubtful, "{0} is unknown", "", "list.csv", "", "x"},
        {row, args, args[0]});
  }
  CHECK(problems.size() == kRows);
  CHECK(problems.groups().size() == 1);
  CHECK(problems.memory() < std::size_t{100} * kRows);
  CHECK(problems.nth(99'999).value == "Commune 100000");
}
