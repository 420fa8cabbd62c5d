// A unit beside the others, and tables in the order of a column, against what is counted here by
// hand.
#include "geo/coverage/profile.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

Arc border(UnitIndex left, UnitIndex right) {
  return {{{0, 0}, {1, 1}}, left, right};
}

/// R1 touches R2, R2 touches R3; R4 touches nothing but the outside.
Boundaries with_borders() {
  Boundaries boundaries = four_regions();
  boundaries.layers[0].arcs = {border(0, 1), border(2, 1), border(1, 2), border(3, kNoUnit)};
  return boundaries;
}

Dataset three_projects(const Boundaries& boundaries) {
  ListBuilder list(boundaries);
  list.add(
      {.fund = "QIP", .status = "ongoing", .sectors = {"Water"}, .cents = 1000, .places = {"R1"}});
  list.add({.fund = "TF",
            .status = "completed",
            .sectors = {"Water", "Health"},
            .cents = 3000,
            .places = {"R1", "R2"}});
  list.add({.fund = "QIP", .sectors = {}, .places = {"R2"}});
  Dataset dataset = list.dataset();
  dataset.population = {{"R1", 1000}, {"R2", 3000}, {"R3", 500}};
  return dataset;
}

const ProfileMeasure& line(const Profile& profile, Measure measure) {
  return *std::find_if(profile.measures.begin(), profile.measures.end(),
                       [&](const ProfileMeasure& one) { return one.measure == measure; });
}

Profile profile_of(const Dataset& dataset, const Boundaries& boundaries, int zone,
                   const Filter& filter = {}) {
  const CoverageCube cube(dataset, boundaries, Level::Region);
  return make_profile(cube, boundaries, cover(cube, filter), filter, zone);
}

std::vector<ProjectIndex> all_rows(const Projects& projects) {
  std::vector<ProjectIndex> rows(projects.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = static_cast<ProjectIndex>(i);
  return rows;
}

}  // namespace

TEST_CASE("neighbours share an arc, whichever side they are on") {
  const auto boundaries = with_borders();
  const auto dataset = three_projects(boundaries);
  CHECK(profile_of(dataset, boundaries, 0).neighbours == std::vector<int>{1});
  CHECK(profile_of(dataset, boundaries, 1).neighbours == std::vector<int>{0, 2});
  CHECK(profile_of(dataset, boundaries, 3).neighbours.empty());
}

TEST_CASE("a measure stands beside the country and the neighbours, with its rank") {
  const auto boundaries = with_borders();
  const auto profile = profile_of(three_projects(boundaries), boundaries, 0);
  const auto& projects = line(profile, Measure::Projects);
  CHECK(projects.value == 2.0);    // R1: both; R2: two as well; R3 and R4: none
  CHECK(projects.country == 1.0);  // the mean zone: 4 mentions over 4 zones
  CHECK(projects.neighbours == 2.0);
  CHECK(projects.rank == 1);  // shared with R2
  CHECK(projects.of == 4);
  const auto& per_head = line(profile, Measure::BudgetPerHead);
  CHECK(*per_head.value == Approx(25.0 / 1000));  // 10 + half of 30 dollars
  CHECK(*per_head.neighbours == Approx(15.0 / 3000));
  CHECK(*per_head.country == Approx(40.0 / 4500));  // R4's people are not known: it is left out
  CHECK(per_head.rank == 1);
  CHECK(per_head.of == 3);
  const auto third = profile_of(three_projects(boundaries), boundaries, 2);
  CHECK(line(third, Measure::Projects).rank == 3);  // behind the two that share the first rank
  const auto fourth = profile_of(three_projects(boundaries), boundaries, 3);
  CHECK(line(fourth, Measure::BudgetPerHead).rank == 0);
  CHECK_FALSE(line(fourth, Measure::BudgetPerHead).value);
}

TEST_CASE("lines of a profile are the zone's coverage under each value") {
  const auto boundaries = with_borders();
  const auto dataset = three_projects(boundaries);
  const CoverageCube cube(dataset, boundaries, Level::Region);
  const auto profile = profile_of(dataset, boundaries, 1);
  const auto check = [&](Dimension dimension, const std::vector<ProfileLine>& lines) {
    const Dimension by[] = {dimension};
    std::size_t found = 0;
    for (const CoverageGroup& group : cover_groups(cube, {}, by)) {
      const Figures& figures = group.coverage.zones[1].figures;
      if (figures.projects.value_or(0) == 0)
        continue;
      ++found;
      const auto same = std::find_if(lines.begin(), lines.end(), [&](const ProfileLine& one) {
        return one.value == group.values[0];
      });
      REQUIRE(same != lines.end());
      CHECK(same->figures.projects == figures.projects);
      CHECK(same->figures.budget == figures.budget);
    }
    CHECK(found == lines.size());
  };
  check(Dimension::Fund, profile.by_fund);
  check(Dimension::Sector, profile.by_sector);
  check(Dimension::Status, profile.by_status);
  CHECK(profile.projects == std::vector<ProjectIndex>{1, 2});
  CHECK_FALSE(profile.by_sector.back().value);  // the project without a sector, last
}

TEST_CASE("of published sums only the funds are known for a region") {
  const auto boundaries = four_regions();
  Dataset dataset = three_projects(boundaries);
  Aggregates published;
  published.funds = {"QIP", "TF"};
  published.zones = {{"R1", "Region 1", "Region 1", {"R1"}}};
  published.by_zone = {{"R1", "QIP", 5, {}, Basis::Published, Basis::Published},
                       {"R1", "TF", 2, {}, Basis::Published, Basis::Published}};
  dataset.aggregates = snapshot(std::move(published));
  const auto profile = profile_of(dataset, boundaries, 0);
  CHECK_FALSE(profile.crossing_published);
  CHECK(profile.by_sector.empty());
  CHECK(profile.by_status.empty());
  REQUIRE(profile.by_fund.size() == 2);
  CHECK(profile.by_fund[0].figures.projects == 5);
  CHECK(profile.projects == std::vector<ProjectIndex>{0, 1});  // described, already inside
  CHECK(line(profile, Measure::Projects).of == 1);
}

TEST_CASE("texts are sorted as in a dictionary, missing ones last either way") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  for (const char* title : {"Eau", "", "école", "Zone", "École", "eau", "Projet 10", "Projet 9"})
    list.add({.places = {"R1"}, .title = title});
  const auto dataset = list.dataset();
  const Projects& projects = *dataset.projects;
  const auto sorted = [&](bool falling) {
    std::vector<std::string> titles;
    for (const ProjectIndex row : sorted_projects(all_rows(projects), projects,
                                                  ProjectColumn::Title, falling, Language::French))
      titles.emplace_back(projects.title[static_cast<std::size_t>(row)]);
    return titles;
  };
  CHECK(sorted(false) == std::vector<std::string>{"eau", "Eau", "école", "École", "Projet 9",
                                                  "Projet 10", "Zone", ""});
  CHECK(sorted(true) == std::vector<std::string>{"Zone", "Projet 10", "Projet 9", "École", "école",
                                                 "Eau", "eau", ""});
}

TEST_CASE("amounts are sorted by size, equal ones as in the list") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  for (const std::optional<std::int64_t> cents :
       std::vector<std::optional<std::int64_t>>{500, {}, 100, 500, -3, {}})
    list.add({.cents = cents, .places = {"R1"}});
  const auto dataset = list.dataset();
  const Projects& projects = *dataset.projects;
  const auto sorted = [&](bool falling) {
    std::vector<ProjectIndex> rows = all_rows(projects);
    std::reverse(rows.begin(), rows.end());  // in whatever order they come
    return sorted_projects(rows, projects, ProjectColumn::Budget, falling, Language::English);
  };
  CHECK(sorted(false) == std::vector<ProjectIndex>{4, 2, 0, 3, 1, 5});
  CHECK(sorted(true) == std::vector<ProjectIndex>{0, 3, 2, 4, 1, 5});
}

TEST_CASE("a column of several values is sorted as its cell is read") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.sectors = {"Water", "Health"}, .places = {"R1"}});
  list.add({.sectors = {}, .places = {"R1"}});
  list.add({.sectors = {"Water"}, .places = {"R1"}});
  list.add({.sectors = {"Health", "Water"}, .places = {"R1"}});
  const auto dataset = list.dataset();
  CHECK(sorted_projects(all_rows(*dataset.projects), *dataset.projects, ProjectColumn::Sector,
                        false, Language::English) == std::vector<ProjectIndex>{3, 2, 0, 1});
}

TEST_CASE("long titles with one beginning are in the collator's order") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  std::mt19937 random(5);
  std::vector<std::string> titles;
  for (int i = 0; i < 300; ++i) {
    titles.push_back("Projet d'appui à l'élevage " + std::to_string(random() % 40) +
                     (random() % 2 ? " é" : " e") + std::to_string(random() % 9));
    list.add({.places = {"R1"}, .title = titles.back()});
  }
  const auto dataset = list.dataset();
  const auto rows = sorted_projects(all_rows(*dataset.projects), *dataset.projects,
                                    ProjectColumn::Title, false, Language::French);
  // The same by comparing number, then letter: what numeric collation means for these titles.
  const auto key = [&](ProjectIndex row) {
    const std::string& title = titles[static_cast<std::size_t>(row)];
    const std::string rest = title.substr(std::string("Projet d'appui à l'élevage ").size());
    const auto blank = rest.find(' ');
    const bool accent = rest.find("é") != std::string::npos;
    const int last = rest.back() - '0';
    // The accent decides only between texts that are otherwise the same.
    return std::tuple(std::stoi(rest.substr(0, blank)), last, accent, row);
  };
  CHECK(std::is_sorted(rows.begin(), rows.end(),
                       [&](ProjectIndex a, ProjectIndex b) { return key(a) < key(b); }));
}
