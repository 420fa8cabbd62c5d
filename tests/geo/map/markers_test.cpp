#include "geo/map/markers.h"

#include "tests/support/catch.h"

using namespace malimap;

namespace {

constexpr char kPlane[] = "+proj=laea +lat_0=17.5 +lon_0=-4 +ellps=WGS84 +units=m";

void add(Projects& projects, LonLat point, bool contested) {
  projects.id.push("");
  projects.title.push("");
  projects.place_text.push("");
  projects.row.push_back(static_cast<std::int64_t>(projects.size()));
  projects.fund.push("");
  projects.status.push("");
  for (auto* column : {&projects.sector, &projects.donor, &projects.partner})
    column->push({});
  projects.count.push_back(1);
  projects.budget.push(std::nullopt);
  projects.start.push(std::nullopt);
  projects.end.push(std::nullopt);
  projects.scope.push_back(Scope::Located);
  projects.locations.push_back({Scope::Located, point, -1, 1, contested});
  projects.location_offsets.push_back(static_cast<std::uint32_t>(projects.locations.size()));
}

}  // namespace

TEST_CASE("projects at one place share a circle, contested ones have a hollow one of their own") {
  Projects projects;
  add(projects, {-4, 14}, false);
  add(projects, {-4, 14}, true);
  add(projects, {-4, 14}, false);
  add(projects, {0, 16}, false);
  Dataset dataset;
  dataset.projects = snapshot(std::move(projects));
  const auto markers = make_markers(dataset, Filter{}, kPlane);
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
    add(projects, {-4, 14}, false);
  add(projects, {0, 16}, false);
  projects.project_of_row = {0, 1, 0, 0};
  projects.count = {2, 1, 3, 3};
  projects.locations[3].scope = Scope::Outside;
  Dataset dataset;
  dataset.projects = snapshot(std::move(projects));
  const auto markers = make_markers(dataset, Filter{}, kPlane);
  REQUIRE(markers.size() == 1);      // the part abroad has none
  CHECK(markers[0].count == 3 + 1);  // the largest count of project 0, and project 1
  CHECK(markers[0].projects == std::vector<ProjectIndex>{0, 1, 2});
  dataset.rows_are_projects = true;
  CHECK(make_markers(dataset, Filter{}, kPlane)[0].count == 6);
}
