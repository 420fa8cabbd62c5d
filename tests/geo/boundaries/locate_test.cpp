// A point's unit, against the test of every unit by brute force.

#include "geo/boundaries/locate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "geo/boundaries/area.h"
#include "geo/boundaries/context.h"
#include "geo/boundaries/edge_rows.h"
#include "tests/geo/boundaries/fixtures.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

UnitIndex by_brute_force(const AdminLayer& layer, LonLat point) {
  for (std::size_t u = 0; u < layer.units.size(); ++u)
    for (const Polygon& polygon : layer.units[u].polygons) {
      bool inside = ring_contains(polygon.outer, point);
      for (const Ring& hole : polygon.holes)
        inside = inside && !ring_contains(hole, point);
      if (inside)
        return static_cast<UnitIndex>(u);
    }
  return kNoUnit;
}

std::size_t disagreements(const AdminLayer& layer, int points) {
  const UnitLocator locator(layer);
  std::mt19937 random(2017);
  std::uniform_real_distribution<double> lon(-13, 5), lat(9.5, 25.5);
  std::size_t wrong = 0;
  for (int i = 0; i < points; ++i) {
    const LonLat point{lon(random), lat(random)};
    wrong += locator.locate(point) != by_brute_force(layer, point);
  }
  return wrong;
}

}  // namespace

TEST_CASE("The locator agrees with brute force") {
  CHECK(disagreements(embedded_boundaries().finest(), 20000) == 0);
  const std::string path = shared_file("data/boundaries/mli_adm2_ocha.geojson");
  if (path.empty())
    return;
  Problems problems;
  const auto read = read_boundaries(path, {}, problems);
  REQUIRE(read);
  for (const AdminLayer& layer : read->layers)
    CHECK(disagreements(layer, 5000) == 0);
}

TEST_CASE("A locator for few points gives the answers of one for many, on borders too") {
  const Boundaries boundaries = embedded_boundaries();
  const AdminLayer& layer = boundaries.finest();
  std::vector<LonLat> points;
  std::mt19937 random(3);
  std::uniform_real_distribution<double> lon(-13, 5), lat(9.5, 25.5);
  for (int i = 0; i < 5000; ++i)
    points.push_back({lon(random), lat(random)});
  for (const Arc& arc : layer.arcs)
    for (std::size_t i = 1; i < arc.points.size(); ++i) {
      const LonLat a = arc.points[i - 1], b = arc.points[i];
      points.push_back(a);
      points.push_back({(a.lon + b.lon) / 2, (a.lat + b.lat) / 2});
    }
  const UnitLocator many(layer), few(layer, 1), some(layer, 1000);
  std::size_t wrong = 0;
  for (const LonLat point : points) {
    const UnitIndex unit = many.locate(point);
    wrong += few.locate(point) != unit || some.locate(point) != unit ? 1 : 0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("The units that hold a point, where they overlap too") {
  AdminLayer layer;
  std::mt19937 random(11);
  std::uniform_real_distribution<double> place(0, 10), size(0.2, 3);
  for (int i = 0; i < 40; ++i) {
    AdminUnit unit;
    const double x = place(random), y = place(random), wide = size(random), high = size(random);
    unit.polygons.push_back(
        {{{x, y}, {x + wide, y + 0.1}, {x + wide, y + high}, {x - 0.1, y + high}},
         {{{x + wide / 3, y + high / 2},
           {x + wide / 2, y + 0.7 * high},
           {x + wide / 2, y + high / 2}}}});
    layer.units.push_back(std::move(unit));
  }
  const EdgeRows rows(layer.units);
  std::uniform_real_distribution<double> anywhere(-1, 14);
  std::size_t wrong = 0, several = 0;
  for (int i = 0; i < 20'000; ++i) {
    const LonLat point{anywhere(random), anywhere(random)};
    std::vector<UnitIndex> expected, holders = rows.holders(point);
    for (std::size_t u = 0; u < layer.units.size(); ++u) {
      const Polygon& polygon = layer.units[u].polygons[0];
      if (ring_contains(polygon.outer, point) && !ring_contains(polygon.holes[0], point))
        expected.push_back(static_cast<UnitIndex>(u));
    }
    std::sort(holders.begin(), holders.end());
    wrong += holders != expected ? 1 : 0;
    several += holders.size() > 1 ? 1 : 0;
  }
  CHECK(wrong == 0);
  CHECK(several > 1000);
  CHECK(EdgeRows({}).holders({0, 0}).empty());
}

TEST_CASE("Edges that run through many cells of a row do not mislead") {
  // A flat pie: its wedges' edges are nearly level, and crowd in the middle.
  AdminLayer layer;
  const int wedges = 90;
  const auto rim = [](int i) {
    const double angle = 2 * std::numbers::pi * i / wedges;
    return LonLat{-4 + 8 * std::cos(angle), 17 + 0.2 * std::sin(angle)};
  };
  for (int i = 0; i < wedges; ++i) {
    AdminUnit unit;
    unit.polygons.push_back({{{-4, 17}, rim(i), rim((i + 1) % wedges)}, {}});
    layer.units.push_back(unit);
  }
  const UnitLocator locator(layer);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> lon(-12, 4), lat(16.8, 17.2);
  for (int i = 0; i < 20000; ++i) {
    const LonLat point{lon(random), lat(random)};
    REQUIRE(locator.locate(point) == by_brute_force(layer, point));
  }
}

TEST_CASE("A point on a border belongs to exactly one unit, always the same") {
  const auto read =
      read_text(squares({R"("name":"A")", R"("name":"B")", R"("name":"C")", R"("name":"D")"}, 2));
  REQUIRE(read);
  const UnitLocator locator(read->finest());
  for (const LonLat point : {LonLat{1, 0.5},
                             {0.5, 1},
                             {1, 1},
                             {0, 0},
                             {2, 2},
                             {2, 0.5},
                             {0.5, 2},
                             {0, 0.7},
                             {1, 0},
                             {1, 2}}) {
    INFO(point.lon << " " << point.lat);
    const UnitIndex unit = locator.locate(point);
    CHECK(unit != kNoUnit);
    CHECK(locator.locate(point) == unit);
  }
}

TEST_CASE("Every vertex of the regions lies in one of the two units beside it") {
  const Boundaries boundaries = embedded_boundaries();
  const UnitLocator locator(boundaries.finest());
  for (const Arc& arc : boundaries.finest().arcs)
    for (std::size_t i = 1; i + 1 < arc.points.size(); ++i) {
      const UnitIndex unit = locator.locate(arc.points[i]);
      CHECK(unit != kNoUnit);
      CHECK((unit == arc.left || unit == arc.right));
    }
}

TEST_CASE("Far away, off the globe and no number at all are in no unit") {
  const Boundaries boundaries = embedded_boundaries();
  const UnitLocator locator(boundaries.finest());
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double inf = std::numeric_limits<double>::infinity();
  for (const LonLat point :
       {LonLat{0, 0}, {40, 15}, {nan, 15}, {-4, nan}, {inf, 15}, {-4, -inf}, {1e300, 1e300}})
    CHECK(locator.locate(point) == kNoUnit);
  CHECK(UnitLocator(AdminLayer{}).locate({0, 0}) == kNoUnit);
}

TEST_CASE("The towns lie in their regions") {
  const ContextLayers context = embedded_context();
  const Boundaries boundaries = embedded_boundaries();
  const UnitLocator locator(boundaries.finest());
  CHECK(context.neighbours.size() >= 7);
  CHECK(context.rivers.size() >= 2);
  REQUIRE(context.towns.size() >= 40);
  CHECK(context.towns[0].name_fr == "Bamako");
  CHECK(context.towns[0].rank == 0);
  for (const Town& town : context.towns) {
    INFO(town.name_fr);
    CHECK(locator.locate(town.position) != kNoUnit);
  }
}
