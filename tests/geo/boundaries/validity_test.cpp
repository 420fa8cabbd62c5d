// The quick judge of polygons says no more than GEOS does.

#include "geo/boundaries/validity.h"

#include <cmath>
#include <numbers>

#include "geo/boundaries/ogr_shapes.h"
#include "geo/boundaries/vector_file.h"
#include "tests/support/catch.h"
#include "tests/support/misspelt.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

using Polygons = std::vector<Polygon>;

bool valid_for_geos(const Polygons& polygons) {
  const GdalMessages silent;
  return to_ogr(std::span<const Polygon>(polygons))->IsValid() != 0;
}

/// A star around a middle: it never crosses itself.
Ring star(Dice& dice, LonLat middle, double size) {
  Ring ring;
  const std::size_t count = 3 + dice.roll(40);
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
    const double radius = size * (0.5 + static_cast<double>(dice.roll(500)) / 1000);
    ring.push_back({middle.lon + radius * std::cos(angle), middle.lat + radius * std::sin(angle)});
  }
  return ring;
}

/// Through the points of a small grid: touches and crosses itself in every way.
Ring tangle(Dice& dice, std::size_t most) {
  Ring ring;
  for (std::size_t i = 0, count = 3 + dice.roll(most); i < count; ++i) {
    const LonLat p{static_cast<double>(dice.roll(6)), static_cast<double>(dice.roll(6))};
    if (ring.empty() || (ring.back() != p && ring.front() != p))
      ring.push_back(p);
  }
  return ring;
}

Ring box(double x, double y, double size) {
  return {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
}

}  // namespace

TEST_CASE("Stars with holes and islands are surely valid") {
  Dice dice(5);
  for (int i = 0; i < 200; ++i) {
    Polygons polygons;
    for (int part = 0; part < 3; ++part) {
      const LonLat middle{3.0 * part, 10};
      polygons.push_back({star(dice, middle, 1), {star(dice, middle, 0.2)}});
      polygons.push_back({star(dice, middle, 0.05), {}});  // an island in the hole
    }
    CHECK(surely_valid(polygons));
    CHECK(valid_for_geos(polygons));
  }
}

TEST_CASE("What is surely valid is valid for GEOS") {
  Dice dice(2026);
  int sure = 0, valid = 0;
  for (int i = 0; i < 20'000; ++i) {
    Polygons polygons;
    for (std::size_t part = 0, parts = 1 + dice.roll(2); part < parts; ++part) {
      Polygon polygon{tangle(dice, 5), {}};
      for (std::size_t holes = dice.roll(3); holes > 0; --holes)
        polygon.holes.push_back(tangle(dice, 2));
      polygons.push_back(std::move(polygon));
    }
    bool rings = true;  // GEOS cannot be asked about rings of two points
    for (const Polygon& polygon : polygons) {
      rings &= polygon.outer.size() >= 3;
      for (const Ring& hole : polygon.holes)
        rings &= hole.size() >= 3;
    }
    if (!rings) {
      CHECK_FALSE(surely_valid(polygons));
      continue;
    }
    const bool quick = surely_valid(polygons), slow = valid_for_geos(polygons);
    sure += quick ? 1 : 0;
    valid += slow ? 1 : 0;
    if (quick)
      CHECK(slow);
  }
  CHECK(sure > 1000);
  CHECK(sure > valid / 2);  // the others touch in points, which may be valid
}

TEST_CASE("Polygons in the wrong place are not surely valid") {
  const Ring outer = box(0, 0, 10);
  CHECK(surely_valid(Polygons{{outer, {box(1, 1, 2), box(5, 5, 2)}}}));
  CHECK(surely_valid(Polygons{{outer, {box(1, 1, 4)}}, {box(2, 2, 1), {}}, {box(20, 0, 1), {}}}));
  for (const Polygons& polygons :
       {Polygons{{outer, {box(11, 1, 2)}}}, Polygons{{outer, {box(1, 1, 4), box(2, 2, 1)}}},
        Polygons{{outer, {}}, {box(2, 2, 1), {}}}, Polygons{{box(2, 2, 1), {}}, {outer, {}}},
        Polygons{{outer, {box(0, 1, 1)}}}, Polygons{{outer, {}}, {box(10, 0, 1), {}}},
        Polygons{{outer, {}}, {outer, {}}}, Polygons{{{{0, 0}, {1, 1}}, {}}}, Polygons{}})
    CHECK_FALSE(surely_valid(polygons));
}

TEST_CASE("What would take long is left to GEOS") {
  Ring zigzag;
  for (int i = 0; i < 20'000; ++i)
    zigzag.push_back({i * 1e-3, i % 2 == 0 ? 0.0 : 10.0});
  zigzag.push_back({20, 20});
  zigzag.push_back({0, 20});
  CHECK_FALSE(surely_valid(Polygons{{zigzag, {}}}));
  Polygons many;
  for (int i = 0; i < 1001; ++i)
    many.push_back({box(2 * i, 0, 1), {}});
  CHECK_FALSE(surely_valid(many));
}

TEST_CASE("Points nearer to a line than the arithmetic can tell are left to GEOS") {
  // The middle of a line that no binary number is exactly on.
  const LonLat a{0.1, 0.1}, b{0.7, 0.3};
  const LonLat middle{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
  CHECK_FALSE(surely_valid(Polygons{{{a, b, {1, 1}, middle, {0, 1}}, {}}}));
}
