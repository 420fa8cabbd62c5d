// Indices and ranks explain themselves: from which units, by which rule, from which rows.
#include "geo/coverage/gaps/explain_gaps.h"

#include <algorithm>

#include "tests/geo/coverage/gaps_case.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

FigureRef gap(FigureRef::Gap gap, const std::string& zone = {}, const std::string& sector = {}) {
  FigureRef ref;
  ref.gap = gap;
  ref.zone = zone;
  ref.where = zone.empty() ? FigureRef::Where::Total : FigureRef::Where::Zone;
  if (!sector.empty())
    ref.value = {Dimension::Sector, sector};
  return ref;
}

Explanation told_of(const Case& given, const FigureRef& ref) {
  return explain_gap(given.study(), given.cube, given.input.filter, ref, kEnglish);
}

std::string part(const Explanation& told, const std::string& label) {
  for (const ExplainedPart& one : told.parts)
    if (one.label == label)
      return one.value;
  return "no such part";
}

bool says_in(const std::vector<std::string>& lines, const std::string& words) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.find(words) != std::string::npos;
  });
}

/// Two projects in R1, one of them in R2 too, none in R3; nothing is known of R4's people.
struct ThreeProjects : Case {
  ThreeProjects() : Case(four_regions(), list()) {}
  static Dataset list() {
    const Boundaries boundaries = four_regions();
    Dataset data = ListBuilder(boundaries)
                       .add({.sectors = {"Santé"}, .places = {"R1"}})
                       .add({.sectors = {"Éducation"}, .places = {"R1", "R2"}})
                       .add({.sectors = {"Santé"}, .places = {"R4"}})
                       .dataset();
    data.population = {{"R1", 100}, {"R2", 100}, {"R3", 200}};
    data.population_source = "census";
    return data;
  }
};

}  // namespace

TEST_CASE("an index tells the shares of each unit, its universe, its rule and its rows") {
  const ThreeProjects three;
  const Explanation told = told_of(three, gap(FigureRef::Gap::Gini));
  CHECK(told.title == "Gini · Projects held against: Population (census)");
  // Shares of aid 2/3, 1/3, 0; of need 1/4, 1/4, 1/2: 1 - (0 + 1/4 * 1/3 + 1/4 * 4/3).
  CHECK(told.value == "0.583");
  CHECK(part(told, "Projects") == "3");
  CHECK(part(told, "Need: people") == "400");
  CHECK(part(told, "Region 1") == "66.7% · 25.0%");
  CHECK(part(told, "Region 3") == "0.0% · 50.0%");
  CHECK(part(told, "Region 4") == "no such part");
  CHECK(says_in(told.rules, "Brown 1994"));
  CHECK(says_in(told.rules, "3 units that the source reports on; 1 without a known need"));
  CHECK(told.rows == std::vector<ProjectIndex>{0, 1});
  CHECK(says_in(told.sources, "Rows 2, 3"));
  CHECK(says_in(told.sources, "Population (census)"));
}

TEST_CASE("what the units add to Theil's index adds up to it") {
  const ThreeProjects three;
  const Explanation told = told_of(three, gap(FigureRef::Gap::Theil));
  double sum = 0;
  for (const char* region : {"Region 1", "Region 2", "Region 3"})
    sum += std::stod(part(told, region));
  CHECK(std::abs(sum - std::stod(told.value)) < 0.002);
  CHECK(told_of(three, gap(FigureRef::Gap::Hoover)).value == "0.500");
}

TEST_CASE("a line of where next tells what its place comes from, and leads to its rows") {
  ThreeProjects three;
  const Explanation first = told_of(three, gap(FigureRef::Gap::Rank, "R3"));
  CHECK(first.title == "Where next · Region 3");
  CHECK(first.value == "Rank 1");
  CHECK(part(first, "Need: people") == "200");
  CHECK(part(first, "Share of the need") == "50.0%");
  CHECK(part(first, "Projects") == "0");
  CHECK(first.rows.empty());
  CHECK(says_in(first.rules, "Region 3: 50.0% of the population, but no project"));
  CHECK(says_in(told_of(three, gap(FigureRef::Gap::Rank, "R1")).rules, "No longer in the list"));

  NeedTable table;
  table.path = "/data/need.csv";
  table.source = "need.csv";
  table.column = "In Need";
  table.sectors = {"Santé", "Éducation"};
  table.entries = {{"R1", Level::Region, {"R1"}, "Santé", 50, 7},
                   {"R2", Level::Region, {"R2"}, "Santé", 70, 8},
                   {"R1", Level::Region, {"R1"}, "Éducation", 90, 9},
                   {"R2", Level::Region, {"R2"}, "Éducation", 10, 10}};
  three.input.need = {{NeedKind::File, "/data/need.csv", "In Need"}, snapshot(std::move(table))};
  three.input.settings.by_sector = true;
  three.input.settings.order = GapOrder::Load;
  const Explanation schools = told_of(three, gap(FigureRef::Gap::Rank, "R1", "Éducation"));
  CHECK(schools.title == "Where next · Region 1 · Education");
  CHECK(part(schools, "Need: people in need (Education)") == "90");
  CHECK(part(schools, "Need for each, with one more") == "45");
  CHECK(schools.rows == std::vector<ProjectIndex>{1});
  CHECK(says_in(schools.sources, "In Need (need.csv) · Row 9"));
}

TEST_CASE("of published sums an index has no rows, and the issue as its source") {
  const QipBulletin qip;
  const Explanation told = told_of(qip, gap(FigureRef::Gap::Gini));
  CHECK(told.value == "0.437");
  CHECK(told.rows.empty());
  CHECK(part(told, "Mopti") == "20.1% · 39.7%");
  CHECK(part(told, "Kayes") == "no such part");
  CHECK_FALSE(told.sources.empty());
}
