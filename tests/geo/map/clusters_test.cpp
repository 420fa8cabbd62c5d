#include "geo/map/clusters.h"

#include <cmath>
#include <numeric>
#include <random>

#include "tests/support/catch.h"

using namespace malimap;

namespace {

constexpr PlaneBox kAll{{-1e9, -1e9}, {1e9, 1e9}};

/// One row a project, or as `numbers` says; places at random around some towns.
struct Made {
  Dataset dataset;
  std::vector<Marker> places;
};

Made make(std::size_t count, bool contested = false) {
  Made made;
  Projects projects;
  std::mt19937 random(7);
  const auto within = [&](double width) {
    return width * (static_cast<double>(random()) / 4294967296.0 - 0.5);
  };
  for (std::size_t i = 0; i < count; ++i) {
    Marker place;
    const double town_x = static_cast<double>(i % 7) * 90e3,
                 town_y = static_cast<double>(i % 5) * 120e3;
    place.position = {town_x + within(80e3), town_y + within(80e3)};
    place.radius_dp = 3.5;
    place.projects = {static_cast<ProjectIndex>(i)};
    place.contested = contested && i % 4 == 0;
    made.places.push_back(place);
    projects.count.push_back(1);
  }
  made.dataset.projects = snapshot(std::move(projects));
  return made;
}

std::int64_t sum(const std::vector<Marker>& markers) {
  return std::accumulate(markers.begin(), markers.end(), std::int64_t{0},
                         [](std::int64_t s, const Marker& m) { return s + m.count; });
}

bool overlap(const std::vector<Marker>& markers, double scale) {
  for (std::size_t i = 0; i < markers.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double apart = std::hypot(markers[i].position.x - markers[j].position.x,
                                      markers[i].position.y - markers[j].position.y);
      if (markers[i].contested == markers[j].contested &&
          apart < (markers[i].radius_dp + markers[j].radius_dp) * scale)
        return true;
    }
  return false;
}

}  // namespace

TEST_CASE("At every scale all projects are shown, no circles overlap, coarser ones are fewer") {
  const Made made = make(1500);
  const auto index = make_clusters(made.places, made.dataset);
  std::size_t before = 0;
  for (const double scale : {1.0, 4.0, 30.0, 100.0, 333.0, 1000.0, 5000.0, 20000.0}) {
    const auto markers = index->select(made.places, scale, kAll);
    CHECK(sum(markers) == 1500);
    int places = 0;
    for (const Marker& marker : markers) {
      places += marker.places;
      CHECK_FALSE(marker.projects.empty());
    }
    CHECK(places == 1500);
    if (scale >= 4)
      CHECK_FALSE(overlap(markers, scale));
    CHECK((before == 0 || markers.size() <= before));
    before = markers.size();
  }
  CHECK(before < 10);
  CHECK(index->select(made.places, 1, kAll).size() == 1500);  // all apart at the finest
}

TEST_CASE("A project at several places counts once in their cluster") {
  Made made = make(0);
  Projects projects;
  projects.count = {1, 2, 5, 1};
  projects.project_of_row = {0, 1, 1, 2};
  for (int i = 0; i < 4; ++i)
    projects.id.push("");
  made.dataset.projects = snapshot(std::move(projects));
  const auto add = [&](double x, std::vector<ProjectIndex> rows, std::int64_t count) {
    Marker place;
    place.position = {x, 0};
    place.projects = std::move(rows);
    place.count = count;
    made.places.push_back(place);
  };
  add(0, {0, 1}, 3);     // project 0, and project 1 as its row says: 2
  add(500, {2}, 5);      // project 1 again: it stands for 5
  add(1000, {0, 3}, 2);  // project 0 again, and project 2
  const auto index = make_clusters(made.places, made.dataset);
  const auto one = index->select(made.places, 2000, kAll);
  REQUIRE(one.size() == 1);
  CHECK(one[0].count == 1 + 5 + 1);
  CHECK(one[0].places == 3);
  CHECK(one[0].projects.size() == 4);
  CHECK(index->select(made.places, 1, kAll).size() == 3);
}

TEST_CASE("Contested places never mix with others") {
  const Made made = make(400, true);
  const auto index = make_clusters(made.places, made.dataset);
  const auto markers = index->select(made.places, 4000, kAll);
  std::int64_t contested = 0;
  for (const Marker& marker : markers)
    contested += marker.contested ? marker.count : 0;
  CHECK(contested == 100);
  CHECK_FALSE(markers.front().contested);
  CHECK(markers.back().contested);
  CHECK_FALSE(overlap(markers, 4000));
}

TEST_CASE("Of many circles only those near the view are given, and of a cluster some projects") {
  const Made made = make(30000);
  const auto index = make_clusters(made.places, made.dataset);
  const auto all = index->select(made.places, 50, kAll);
  REQUIRE(all.size() > 2000);
  const PlaneBox box{{0, 0}, {30e3, 20e3}};
  std::size_t inside = 0;
  for (const Marker& marker : all)
    inside += marker.position.x >= 0 && marker.position.x <= 30e3 && marker.position.y >= 0 &&
              marker.position.y <= 20e3;
  const auto near = index->select(made.places, 50, box);
  CHECK(near.size() >= inside);
  CHECK(near.size() < all.size());
  for (const Marker& marker : near) {
    CHECK(marker.position.x >= -2000);
    CHECK(marker.position.x <= 32000);
  }
  for (const Marker& marker : index->select(made.places, 20000, kAll))
    CHECK(marker.projects.size() <= kClusterProjects);
}
