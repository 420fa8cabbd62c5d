#include "app/session/row_of_list.h"

#include "tests/support/catch.h"

namespace malimap {
namespace {

using Found = std::vector<ProjectIndex>;

AdminLayer layer(Level level, std::vector<std::pair<const char*, const char*>> units) {
  AdminLayer layer;
  layer.level = level;
  for (const auto& [pcode, parent] : units) {
    AdminUnit unit;
    unit.pcode = pcode;
    unit.parent_pcode = parent;
    layer.units.push_back(std::move(unit));
  }
  return layer;
}

void add(Projects& projects, std::int64_t row, std::int32_t place) {
  projects.id.push("");
  projects.row.push_back(row);
  Location location;
  location.place = place;
  location.scope = place < 0 ? Scope::Unlocated : Scope::Located;
  projects.locations.push_back(location);
  projects.location_offsets.push_back(static_cast<std::uint32_t>(projects.locations.size()));
}

// Two lists: rows 2 and 4 of the one, 2 and 3 of the other; row 3 of the first was skipped.
Sources two_lists() {
  Boundaries boundaries;
  boundaries.layers.push_back(layer(Level::Region, {{"ML01", ""}, {"ML05", ""}}));
  boundaries.layers.push_back(
      layer(Level::Cercle, {{"ML0101", "ML01"}, {"ML0501", "ML05"}, {"ML0502", "ML05"}}));
  Projects projects;
  projects.places.push_back({"ML05", "Mopti", Level::Region, {"ML05"}});
  projects.places.push_back({"ML0502", "Bankass", Level::Cercle, {"ML0502"}});
  add(projects, 2, 0);
  add(projects, 4, 1);
  add(projects, 2, -1);
  add(projects, 3, 1);
  Dataset dataset;
  dataset.projects = snapshot(std::move(projects));
  Sources sources;
  sources.boundaries = snapshot(std::move(boundaries));
  sources.dataset = snapshot(std::move(dataset));
  sources.project_paths = {"/lists/a.csv", "/lists/b.csv"};
  return sources;
}

}  // namespace

TEST_CASE("a row is found in its own list") {
  const Sources sources = two_lists();
  CHECK(projects_of_row(sources, "/lists/a.csv", 2) == Found{0});
  CHECK(projects_of_row(sources, "/lists/a.csv", 4) == Found{1});
  CHECK(projects_of_row(sources, "b.csv", 2) == Found{2});
  CHECK(projects_of_row(sources, "/lists/b.csv", 3) == Found{3});
  CHECK(projects_of_row(sources, "/lists/a.csv", 3).empty());
  CHECK(projects_of_row(sources, "/lists/c.csv", 2).empty());
}

TEST_CASE("a project's unit is given in the layer that is shown, finer or coarser") {
  const Sources sources = two_lists();
  const AdminLayer& regions = sources.boundaries->layers[0];
  const AdminLayer& cercles = sources.boundaries->layers[1];
  CHECK(unit_of_project(sources, regions, 0) == 1);
  CHECK(unit_of_project(sources, regions, 1) == 1);
  CHECK(unit_of_project(sources, cercles, 1) == 2);
  CHECK(unit_of_project(sources, cercles, 0) == 1);  // known as the region: a cercle of it
  CHECK(unit_of_project(sources, regions, 2) == kNoUnit);
}

}  // namespace malimap
