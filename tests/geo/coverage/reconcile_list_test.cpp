// A list against figures that somebody else published.
#include "geo/coverage/reconcile_list.h"

#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// Two QIP projects in R1 (1,000 and 2,500.40 USD), one TF project in R2 (9,000 USD).
Dataset three_projects(const Boundaries& boundaries) {
  Row first{"QIP"}, second{"QIP"}, third{"TF"};
  first.places = {"R1"};
  first.cents = 100'000;
  second.places = {"R1"};
  second.cents = 250'040;
  third.places = {"R2"};
  third.cents = 900'000;
  return ListBuilder(boundaries).add(first).add(second).add(third).dataset();
}

UserFigure figure(std::optional<std::int64_t> projects, std::optional<std::int64_t> cents) {
  UserFigure figure;
  figure.place = {"figures.csv", "", 2, ""};
  figure.projects = projects;
  if (cents)
    figure.budget = Cents{*cents};
  figure.projects_column = "projets";
  figure.budget_column = "budget";
  return figure;
}

std::vector<Problem> differences(const UserFigure& figure) {
  const Boundaries boundaries = four_regions();
  Problems problems;
  reconcile_list({&figure, 1}, three_projects(boundaries), boundaries, problems);
  return problems.all();
}

}  // namespace

TEST_CASE("figures that agree are one note") {
  UserFigure qip = figure(2, 350'040);
  qip.fund = "qip";
  qip.region = "Region 1";
  const auto found = differences(qip);
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason == "sums-agree");
  CHECK(found[0].severity == Severity::Note);
  CHECK(found[0].error.what.args[0] == "2");
}

TEST_CASE("a difference names both numbers and both sources") {
  UserFigure all = figure(5, std::nullopt);
  all.source = "Bulletin de juin";
  const auto found = differences(all);
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason == "sum-differs");
  CHECK(found[0].severity == Severity::Doubtful);
  CHECK(found[0].error.where.row == 2);
  CHECK(found[0].error.where.column == "projets");
  CHECK(found[0].value == "5");
  CHECK(found[0].proposal == "3");
  CHECK(found[0].error.what.args ==
        std::vector<std::string>{"*", "5", "Bulletin de juin", "", "3", "−2"});
}

TEST_CASE("a budget agrees when it rounds to what was typed") {
  UserFigure qip = figure(std::nullopt, 350'000);
  qip.region = "R1";
  CHECK(differences(qip)[0].reason == "sum-differs");
  qip.rounding = Cents{50};
  CHECK(differences(qip)[0].reason == "sums-agree");
}

TEST_CASE("a place that the boundaries lack is said, a fund that the list lacks counts nothing") {
  UserFigure nowhere = figure(1, std::nullopt);
  nowhere.region = "Atlantide";
  CHECK(differences(nowhere)[0].reason == "figure-place-unknown");
  UserFigure pbf = figure(0, std::nullopt);
  pbf.fund = "PBF";
  CHECK(differences(pbf)[0].reason == "sums-agree");
}

TEST_CASE("an amount leaves open what lies behind its last digit") {
  CHECK(rounding_of("11,9 M", Cents{1'190'000'000}).value == 5'000'000);
  CHECK(rounding_of("11 900 000", Cents{1'190'000'000}).value == 50);
  CHECK(rounding_of("45 317,39", Cents{4'531'739}).value == 0);
  CHECK(rounding_of("0", Cents{0}).value == 0);
}
