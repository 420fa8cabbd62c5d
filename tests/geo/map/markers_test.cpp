#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "geo/map/place_markers.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;

namespace {

constexpr char kPlane[] = "+proj=laea +lat_0=17.5 +lon_0=-4 +ellps=WGS84 +units=m";
constexpr PlaneBox kAll{{-1e9, -1e9}, {1e9, 1e9}};

void add(Projects& projects, std::vector<LonLat> points, bool contested,
         const std::string& fund = "") {
  projects.id.push("");
  projects.title.push("");
  projects.place_text.push("");
  projects.row.push_back(static_cast<std::int64_t>(projects.size()));
  projects.fund.push(fund);
  projects.status.push("");
  for (auto* column : {&projects.sector, &projects.donor, &projects.partner})
    column->push({});
  projects.count.push_back(1);
  projects.budget.push(std::nullopt);
  projects.start.push(std::nullopt);
  projects.end.push(std::nullopt);
  projects.scope.push_back(Scope::Located);
  for (const LonLat& point : points)
    projects.locations.push_back(
        {Scope::Located, point, -1, 1 / static_cast<double>(points.size()), contested});
  projects.location_offsets.push_back(static_cast<std::uint32_t>(projects.locations.size()));
}

struct Made {
  explicit Made(Projects projects, bool rows_are_projects = false) {
    dataset.projects = snapshot(std::move(projects));
    dataset.rows_are_projects = rows_are_projects;
    index = snapshot(MarkerIndex(dataset, kPlane));
    cube = snapshot(CoverageCube(dataset, testing::grid_boundaries(), Level::Region));
  }
  [[nodiscard]] PlaceMarkers under(const Filter& filter) const { return {index, *cube, filter}; }

  Dataset dataset;
  Snapshot<MarkerIndex> index;
  Snapshot<CoverageCube> cube;
};

/// Of a square.
LonLat middle_of(const AdminUnit& unit) {
  LonLat low = unit.polygons.front().outer.front(), high = low;
  for (const LonLat& at : unit.polygons.front().outer) {
    low = {std::min(low.lon, at.lon), std::min(low.lat, at.lat)};
    high = {std::max(high.lon, at.lon), std::max(high.lat, at.lat)};
  }
  return {(low.lon + high.lon) / 2, (low.lat + high.lat) / 2};
}

/// Rows of projects, some of several rows, in one to three places, on a grid so that places recur.
Projects random_list(std::size_t rows, std::mt19937& random) {
  Projects projects;
  const auto coordinate = [&](double low, double width) {
    return low + width * static_cast<double>(random() % 1000) / 1000;
  };
  const LonLat west_south = middle_of(testing::grid_boundaries().layers[0].units[0]);
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<LonLat> points;
    for (unsigned i = 0; i <= random() % 8 / 6; ++i)
      points.push_back({coordinate(west_south.lon, 4), coordinate(west_south.lat, 4)});
    add(projects, points, random() % 20 == 0, random() % 3 == 0 ? "A" : "B");
    projects.count.set(row, 1 + static_cast<std::int32_t>(random() % 4 / 3));
    projects.project_of_row.push_back(row > 0 && random() % 10 == 0
                                          ? projects.project_of_row[random() % row]
                                          : static_cast<std::int32_t>(row));
  }
  // Numbers without gaps.
  std::map<std::int32_t, std::int32_t> renamed;
  for (auto& number : projects.project_of_row)
    number = renamed.try_emplace(number, static_cast<std::int32_t>(renamed.size())).first->second;
  return projects;
}

/// Projects among rows; of the rows of one the one that stands for most counts.
std::int64_t count_of(const Projects& projects, const std::set<ProjectIndex>& rows) {
  std::map<std::int32_t, std::int32_t> most;
  for (const ProjectIndex row : rows) {
    auto& counted = most[projects.project_of_row[static_cast<std::size_t>(row)]];
    counted = std::max(counted, projects.count[static_cast<std::size_t>(row)]);
  }
  std::int64_t count = 0;
  for (const auto& [number, counted] : most)
    count += counted;
  return count;
}

/// Holds circles at all scales against the list itself.
void check_counts(const Made& made, const Filter& filter) {
  const Projects& projects = *made.dataset.projects;
  const PlaceMarkers markers = made.under(filter);
  const auto places = markers.places();
  std::set<ProjectIndex> left, found;
  for (std::size_t row = 0; row < projects.size(); ++row)
    if (filter.fund.empty() || filter.fund.contains(std::string(projects.fund.at(row))))
      left.insert(static_cast<ProjectIndex>(row));
  for (const Marker& place : places)
    found.insert(place.projects.begin(), place.projects.end());
  CHECK(found == left);
  for (const double scale : {1.0, 60.0, 400.0, 2000.0, 20000.0}) {
    std::size_t shown = 0;
    for (const Marker& marker : markers.select(scale, kAll)) {
      shown += static_cast<std::size_t>(marker.places);
      const std::set<ProjectIndex> rows(marker.projects.begin(), marker.projects.end());
      CHECK(rows.size() == marker.projects.size());
      if (rows.size() < kClusterProjects)
        CHECK(marker.count == count_of(projects, rows));
      for (const ProjectIndex row : rows)
        CHECK(left.contains(row));
    }
    CHECK(shown == places.size());
  }
  // All that is not contested in one circle: however many, each project once.
  const auto all = markers.select(1e7, kAll);
  REQUIRE(all.size() == 2);
  for (const Marker& marker : all) {
    std::set<ProjectIndex> rows;
    for (const Marker& place : places)
      if (place.contested == marker.contested)
        rows.insert(place.projects.begin(), place.projects.end());
    CHECK(marker.count == count_of(projects, rows));
  }
}

}  // namespace

TEST_CASE("projects at one place share a circle, contested ones have a hollow one of their own") {
  Projects projects;
  add(projects, {{-4, 14}}, false);
  add(projects, {{-4, 14}}, true);
  add(projects, {{-4, 14}}, false);
  add(projects, {{0, 16}}, false);
  const auto markers = Made(std::move(projects)).under({}).places();
  REQUIRE(markers.size() == 3);
  CHECK(markers[0].count == 2);
  CHECK(markers[1].count == 1);
  CHECK_FALSE(markers[1].contested);
  CHECK(markers[2].contested);
  CHECK(markers[2].projects == std::vector<ProjectIndex>{1});
}

TEST_CASE("a circle counts rows of one project once, but leads to each of them") {
  Projects projects;
  for (int i = 0; i < 3; ++i)
    add(projects, {{-4, 14}}, false);
  add(projects, {{0, 16}}, false);
  projects.project_of_row = {0, 1, 0, 0};
  projects.count = {2, 1, 3, 3};
  Location third = projects.locations[3];
  third.scope = Scope::Outside;
  projects.locations.set(3, third);
  const Projects again = projects;
  const auto markers = Made(std::move(projects)).under({}).places();
  REQUIRE(markers.size() == 1);      // the part abroad has none
  CHECK(markers[0].count == 3 + 1);  // the largest count of project 0, and project 1
  CHECK(markers[0].projects == std::vector<ProjectIndex>{0, 1, 2});
  CHECK(Made(again, true).under({}).places()[0].count == 6);
}

TEST_CASE("A project at several places counts once in their cluster") {
  Projects projects;
  for (const double x : {0.0, 0.0, 0.005, 0.01, 0.01})
    add(projects, {{-4 + x, 14}}, false);
  projects.project_of_row = {0, 1, 1, 0, 2};
  projects.count = {1, 2, 5, 1, 1};
  const PlaceMarkers markers = Made(std::move(projects)).under({});
  const auto one = markers.select(2000, kAll);
  REQUIRE(one.size() == 1);
  CHECK(one[0].count == 1 + 5 + 1);
  CHECK(one[0].places == 3);
  CHECK(one[0].projects.size() == 5);
  CHECK(markers.select(1, kAll).size() == 3);
}

TEST_CASE("Whatever the filter leaves is counted at every scale, each project once") {
  std::mt19937 random(11);
  for (int i = 0; i < 6; ++i) {
    const Made made(random_list(40 + random() % 400, random));
    REQUIRE_FALSE(made.index->tree());
    check_counts(made, {});
    Filter filter;
    filter.fund = {"A"};
    check_counts(made, filter);
  }
}

TEST_CASE("Many places share the clusters of the whole list, with what the filter leaves") {
  std::mt19937 random(12);
  const Made made(random_list(9000, random));
  REQUIRE(made.index->tree());
  check_counts(made, {});
  Filter filter;
  filter.fund = {"B"};  // more than a few places are left
  REQUIRE(made.under(filter).places().size() > kFewPlaces);
  check_counts(made, filter);
  filter.fund = {"A"};  // few
  REQUIRE(made.under(filter).places().size() < kFewPlaces);
  check_counts(made, filter);
  filter.fund = {"no such fund"};
  CHECK(made.under(filter).empty());
}

TEST_CASE("Of a row in several places those are shown that lie inside the filter's units") {
  const Boundaries boundaries = testing::grid_boundaries();
  const auto& units = boundaries.layers[0].units;
  Projects projects;
  add(projects, {middle_of(units[0]), middle_of(units[1])}, false);
  add(projects, {middle_of(units[1])}, false);
  const Made made(std::move(projects));
  Filter filter;
  filter.units = {units[0].pcode};
  const auto markers = made.under(filter).places();
  REQUIRE(markers.size() == 1);
  CHECK(markers[0].projects == std::vector<ProjectIndex>{0});
}

TEST_CASE("Of a cluster some of the projects are given, and all are counted") {
  std::mt19937 random(13);
  const Made made(random_list(300, random));
  for (const Marker& marker : made.under({}).select(1e7, kAll))
    CHECK(marker.projects.size() <= kClusterProjects);
}
