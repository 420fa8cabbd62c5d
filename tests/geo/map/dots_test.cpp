#include "geo/map/dots.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/map/pole.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

double nearest_pair(const std::vector<PlanePoint>& points) {
  double nearest = 1e300;
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      nearest = std::min(nearest, std::hypot(points[i].x - points[j].x, points[i].y - points[j].y));
  return nearest;
}

}  // namespace

TEST_CASE("Dots lie inside their unit, spread evenly, and where they were") {
  const GridMap map;
  const DetailLevel& detail = map.input.shapes->details.front();
  const UnitIndex around = 4;  // with a hole
  const auto points = spread_points(detail, around, 200, seed_of("G5"));
  REQUIRE(points.size() == 200);
  for (const PlanePoint& point : points)
    CHECK(inside(detail.unit_rings[around], point));
  CHECK(points == spread_points(detail, around, 200, seed_of("G5")));
  CHECK_FALSE(points == spread_points(detail, around, 200, seed_of("G6")));
  // 200 points at random would have a pair some 0.02 of this apart.
  const double mean = std::sqrt(area_of(detail, around) / 200);
  CHECK(nearest_pair(points) > 0.25 * mean);
}

TEST_CASE("A dot map has one dot a figure's worth in each zone, split as the parts are") {
  Scene scene;
  scene.type = MapType::Dots;
  const GridMap map(scene);
  CHECK(map.picture.dots.size() == 175);  // mentions: one dot a project
  CHECK(map.picture.legend.dots == "1 dot = 1 project");
  const auto& rings = map.input.shapes->details.front().unit_rings;
  const auto in = [&](std::size_t unit) {
    return std::count_if(map.picture.dots.begin(), map.picture.dots.end(),
                         [&](const Dot& dot) { return inside(rings[unit], dot.position); });
  };
  CHECK(in(0) == 10);
  CHECK(in(5) + in(8) == 90);
  CHECK(std::abs(in(5) - in(8)) < 10);  // about as large
  CHECK(in(2) == 0);
  scene.measure = Measure::Budget;
  const GridMap money(scene);
  CHECK(money.picture.dots.size() <= 1500);
  CHECK(money.picture.legend.dots.find("USD") != std::string::npos);
}

TEST_CASE("Whole numbers nearest to shares add up") {
  CHECK(apportion({1, 1, 1}, 10) == std::vector<std::size_t>{4, 3, 3});
  CHECK(apportion({2, 1}, 3) == std::vector<std::size_t>{2, 1});
  CHECK(apportion({0, 5}, 7) == std::vector<std::size_t>{0, 7});
  CHECK(apportion({}, 3).empty());
}
