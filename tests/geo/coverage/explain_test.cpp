// Every figure is the sum of the rows that explain it, and says by which rules.
#include "geo/coverage/explain.h"

#include <algorithm>
#include <map>

#include "geo/base/numbers.h"
#include "geo/coverage/matrix.h"
#include "tests/geo/coverage/random_lists.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

using Where = FigureRef::Where;

const Translator kEnglish(Language::English);

FigureRef at(Where where, const std::string& zone = {}) {
  FigureRef ref;
  ref.where = where;
  ref.zone = zone;
  return ref;
}

/// The distinct projects of rows: a row counts as many as it stands for, and rows of one project as
/// the one of them that stands for most.
std::int64_t distinct(const Dataset& dataset, const std::vector<ProjectIndex>& rows) {
  const Projects& list = *dataset.projects;
  std::int64_t projects = 0;
  std::map<std::int32_t, std::int32_t> largest;
  for (const ProjectIndex row : rows) {
    const auto at = static_cast<std::size_t>(row);
    if (list.project_of_row.empty() || dataset.rows_are_projects)
      projects += list.count[at];
    else
      largest[list.project_of_row[at]] = std::max(largest[list.project_of_row[at]], list.count[at]);
  }
  for (const auto& [project, count] : largest)
    projects += count;
  return projects;
}

struct Given {
  const CoverageCube& cube;
  const Coverage& coverage;
  const Filter& filter;
};

void check_figure(const Given& given, const FigureRef& ref, const Figures& figures) {
  const auto told = explain(given.cube, given.coverage, given.filter, ref, kEnglish);
  INFO(told.title);
  CHECK(told.projects == figures.projects.value_or(0));
  CHECK(distinct(given.cube.dataset(), told.rows) == told.projects);
  CHECK(told.budget == figures.budget.value_or(Cents{}));
  CHECK(told.value == format_or_no_data(figures.projects, kEnglish));
  FigureRef budget = ref;
  budget.measure = Measure::Budget;
  CHECK(explain(given.cube, given.coverage, given.filter, budget, kEnglish).value ==
        format_or_no_data(figures.budget, kEnglish));
  CHECK(std::is_sorted(told.rows.begin(), told.rows.end()));
  CHECK(std::adjacent_find(told.rows.begin(), told.rows.end()) == told.rows.end());
}

void check_list(const Given& given) {
  check_figure(given, {}, given.coverage.total);
  for (const CoverageZone& zone : given.coverage.zones)
    check_figure(given, at(Where::Zone, zone.code), zone.figures);
  check_figure(given, at(Where::National), given.coverage.national);
  check_figure(given, at(Where::Unlocated), given.coverage.unlocated);
  check_figure(given, at(Where::Outside), given.coverage.outside);
  check_figure(given, at(Where::Coarser), given.coverage.coarser);
  for (const auto& [code, figures] : given.coverage.coarser_in)
    check_figure(given, at(Where::Coarser, code), figures);
}

void check_matrix(const Given& given, Dimension by) {
  const Matrix matrix = make_matrix(given.cube, given.filter, by);
  for (std::size_t r = 0; r < matrix.rows.size(); ++r)
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
      FigureRef ref = at(Where::Zone);
      ref.zone = given.coverage.zones[static_cast<std::size_t>(matrix.rows[r])].code;
      ref.value = {by, matrix.columns[c].value_or("")};
      check_figure(given, ref, matrix.at(r, c).figures);
    }
}

bool says(const std::vector<std::string>& sentences, const std::string& words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
    return sentence.find(words) != std::string::npos;
  });
}

Explanation explain_zone(const Dataset& dataset, const Boundaries& boundaries, Measure measure,
                         const Filter& filter = {}) {
  const CoverageCube cube(dataset, boundaries, Level::Region);
  FigureRef ref = at(Where::Zone, "R1");
  ref.measure = measure;
  return explain(cube, cover(cube, filter), filter, ref, kEnglish);
}

}  // namespace

TEST_CASE("the rows of every figure add up to it, over random lists and filters") {
  const auto boundaries = four_regions();
  Random random(20170630);
  for (int round = 0; round < 120; ++round) {
    INFO("round " << round);
    const auto dataset = random_list(random, boundaries);
    const Filter filter = random_full_filter(random);
    for (const Level level : {Level::Region, Level::Cercle}) {
      const CoverageCube cube(dataset, boundaries, level);
      const Coverage coverage = cover(cube, filter);
      const Given given{cube, coverage, filter};
      check_list(given);
      check_matrix(given, Dimension::Sector);
      check_matrix(given, Dimension::Fund);
    }
  }
}

TEST_CASE("a cell of a matrix under a part of the filter is explained under that part") {
  const auto boundaries = four_regions();
  Random random(20171130);
  int differ = 0;
  for (int round = 0; round < 60; ++round) {
    INFO("round " << round);
    const auto dataset = random_list(random, boundaries);
    const CoverageCube cube(dataset, boundaries, Level::Region);
    const Filter filter = random_full_filter(random);
    const Dimension by = one_of(random, std::vector(kAllDimensions.begin(), kAllDimensions.end()));
    const Filter beside = without(filter, kMatrixParts | bit_of(by));
    CHECK(beside.units.empty());
    CHECK_FALSE(narrows(beside, by));
    CHECK(without(filter, 0) == filter);
    const Coverage coverage = cover(cube, beside);
    check_matrix({cube, coverage, beside}, by);
    differ += coverage.total.projects == cover(cube, filter).total.projects ? 0 : 1;
  }
  CHECK(differ > 10);  // under the whole filter the figures would be others
}

TEST_CASE("units together, as those of a class, are what a filter of them would leave") {
  const auto boundaries = four_regions();
  Random random(20170614);
  for (int round = 0; round < 60; ++round) {
    INFO("round " << round);
    const auto dataset = random_list(random, boundaries);
    const CoverageCube cube(dataset, boundaries, Level::Region);
    Filter filter = random_filter(random);
    FigureRef ref = at(Where::Zones);
    ref.zones = {"R1", "R2"};
    const auto told = explain(cube, cover(cube, filter), filter, ref, kEnglish);
    filter.units = {"R1", "R2"};
    const Coverage narrow = cover(cube, filter);
    CHECK(told.projects == narrow.total.projects.value_or(0));
    CHECK(told.budget == narrow.total.budget.value_or(Cents{}));
    CHECK(told.title == "Projects · Region 1, Region 2");
    REQUIRE(told.parts.size() >= 2);
    CHECK(told.parts.back().label.starts_with("Region "));
  }
}

TEST_CASE("what units have no common value of is told of each of them") {
  const auto boundaries = four_regions();
  const auto dataset = ListBuilder(boundaries).add({.places = {"R1"}}).dataset();
  const CoverageCube cube(dataset, boundaries, Level::Region);
  FigureRef ref = at(Where::Zones);
  ref.zones = {"R1", "R2", "R3", "R4"};
  ref.measure = Measure::Distance;
  const auto told = explain(cube, cover(cube, {}), {}, ref, kEnglish);
  CHECK(told.value == "4 units");
  CHECK(told.title.ends_with("· 4 units"));
}

TEST_CASE("an explanation names the rules that made the figure") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.cents = 1000, .places = {"R1", "R2"}});
  list.add({.places = {"R1"}});
  const auto dataset = list.dataset();
  const auto projects = explain_zone(dataset, boundaries, Measure::Projects);
  CHECK(projects.title == "Projects · Region 1");
  CHECK(projects.value == "2");
  CHECK(projects.rows == std::vector<ProjectIndex>{0, 1});
  CHECK(says(projects.rules, "counts once in each of them"));
  CHECK(says(projects.sources, "Rows 2, 3"));
  const auto budget = explain_zone(dataset, boundaries, Measure::Budget);
  CHECK(budget.value == "5\u00A0USD");
  CHECK(says(budget.rules, "split in equal parts"));
  CHECK(says(budget.rules, "1 of 2 projects has no budget"));
  CHECK_FALSE(says(budget.rules, "filter"));
  Filter filter;
  filter.text = "P1";
  const auto filtered = explain_zone(dataset, boundaries, Measure::Budget, filter);
  CHECK(says(filtered.rules, "Only rows that pass the filter count."));
}

TEST_CASE("shares that the list gives are named as such") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.cents = 1000, .places = {"R1", "R2"}, .shares = {3, 1}});
  const auto budget = explain_zone(list.dataset(), boundaries, Measure::Budget);
  CHECK(budget.value == "7.50\u00A0USD");
  CHECK(says(budget.rules, "by the shares that the list gives"));
  CHECK_FALSE(says(budget.rules, "equal parts"));
}

TEST_CASE("a rate says what it was computed from") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.cents = 100000, .places = {"R1"}});
  Dataset dataset = list.dataset();
  dataset.population = {{"R1", 4000}};
  dataset.population_source = "Census";
  const auto rate = explain_zone(dataset, boundaries, Measure::BudgetPerHead);
  CHECK(rate.value == "0.25");
  const auto part = [&](const std::string& label) {
    for (const ExplainedPart& one : rate.parts)
      if (one.label == label)
        return one.value;
    return std::string();
  };
  CHECK(part("Population (Census)") == "4,000");
  CHECK(part("Budget") == "1,000\u00A0USD");
}

TEST_CASE("organisations of a figure are those of the matrix") {
  const auto boundaries = four_regions();
  Dataset dataset = [&] {
    ListBuilder list(boundaries);
    for (int i = 0; i < 3; ++i)
      list.add({.places = {"R1"}});
    return list.dataset();
  }();
  Projects projects = *dataset.projects;
  projects.partner = {};
  const std::vector<std::string> named[] = {{"Alpha", "Béta"}, {"ALPHA"}, {}};
  for (const auto& names : named)
    projects.partner.push(names);
  dataset.projects = snapshot(std::move(projects));
  const CoverageCube cube(dataset, boundaries, Level::Region);
  FigureRef ref = at(Where::Zone, "R1");
  ref.partners = true;
  const auto told = explain(cube, cover(cube, {}), {}, ref, kEnglish);
  CHECK(told.value == "2");
  CHECK(make_matrix(cube, {}, Dimension::Fund).row_totals[0].partners == 2);
}

TEST_CASE("what the source did not publish is said, not computed") {
  const auto boundaries = four_regions();
  Dataset dataset = embedded_dataset(boundaries);
  Aggregates published = *dataset.aggregates;
  published.zones = {{"R1", "Region 1", "Region 1", {"R1"}}};
  for (ZoneFigure& figure : published.by_zone)
    figure.zone = "R1";
  published.by_zone.resize(1);
  dataset.aggregates = snapshot(std::move(published));
  const CoverageCube cube(dataset, boundaries, Level::Region);
  const Filter filter;
  const auto ask = [&](FigureRef ref) {
    return explain(cube, cover(cube, filter), filter, ref, kEnglish);
  };
  FigureRef crossing = at(Where::Zone, "R1");
  crossing.value = {Dimension::Sector, "Eau et assainissement"};
  crossing.measure = Measure::Budget;
  const auto none = ask(crossing);
  CHECK(none.value == "no data");
  CHECK(says(none.rules, "Not published by sector and region."));
  CHECK(none.rows.empty());
  const auto total = ask(at(Where::Total));
  CHECK(says(total.rules, "As published"));
  CHECK(says(total.rules, "Sum of the funds"));
  CHECK(says(total.sources, "QIP, page 1: “222 + 102”"));
  const auto other = ask(at(Where::Zone, "R2"));
  CHECK(other.value == "no data");
  CHECK(says(other.rules, "Not reported"));
}
