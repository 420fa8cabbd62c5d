#include "geo/map/pole.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "geo/map/ring_rows.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Rings = std::vector<std::vector<PlanePoint>>;

/// Tangled rings on a coarse grid, so that points meet corners and edges lie along rays; some short
/// of being rings at all.
Rings tangle(std::mt19937& random) {
  std::uniform_int_distribution<int> rings(0, 3), corners(0, 40), place(-12, 12);
  Rings made(static_cast<std::size_t>(rings(random)));
  for (auto& ring : made)
    for (int i = corners(random); i > 0; --i)
      ring.push_back({place(random) / 2.0, place(random) / 3.0});
  return made;
}

/// A round border of so many corners, none of which lies on a round number.
std::vector<PlanePoint> round_border(std::size_t corners, double radius) {
  std::vector<PlanePoint> ring;
  for (std::size_t i = 0; i < corners; ++i) {
    const double angle = 6.283185307179586 * static_cast<double>(i) / static_cast<double>(corners);
    const double out = radius * (1 + 0.2 * std::sin(17 * angle));
    ring.push_back({out * std::cos(angle), out * std::sin(angle)});
  }
  return ring;
}

}  // namespace

TEST_CASE("Rows of a shape's edges tell inside from outside as all edges do") {
  std::mt19937 random(static_cast<unsigned>(GENERATE(range(1, 200))));
  const Rings rings = tangle(random);
  const RingRows rows(rings);
  for (int x = -30; x <= 30; ++x)
    for (int y = -30; y <= 30; ++y) {
      const PlanePoint point{x / 4.0, y / 6.0};
      if (rows.hold(point) != inside(rings, point))
        FAIL("differs at " << point.x << ", " << point.y);
    }
}

TEST_CASE("Rows of a border with many corners") {
  const Rings rings = {round_border(9001, 250'000), round_border(77, 40'000)};
  const RingRows rows(rings);
  std::mt19937 random(5);
  std::uniform_real_distribution<double> place(-320'000, 320'000);
  for (int i = 0; i < 20'000; ++i) {
    const PlanePoint point{place(random), place(random)};
    if (rows.hold(point) != inside(rings, point))
      FAIL("differs at " << point.x << ", " << point.y);
  }
  for (const PlanePoint corner : rings[0])
    CHECK(rows.hold(corner) == inside(rings, corner));
}

TEST_CASE("No place is inside nothing") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double far = std::numeric_limits<double>::infinity();
  const Rings square = {{{0, 0}, {4, 0}, {4, 4}, {0, 4}}};
  const Rings broken = {{{0, 0}, {4, nan}, {4, 4}, {nan, 4}}};
  for (const PlanePoint place : {PlanePoint{nan, nan}, {1, nan}, {nan, 1}, {1, far}, {1, -far}}) {
    CHECK_FALSE(RingRows(square).hold(place));
    CHECK_FALSE(RingRows().hold(place));
    CHECK(RingRows(broken).hold(place) == inside(broken, place));
  }
  CHECK(RingRows(square).hold({1, 1}));
  CHECK_FALSE(RingRows(Rings{{{0, 2}, {4, 2}, {2, 2}}}).hold({1, 2}));
}

TEST_CASE("No point is further from every border than the pole of inaccessibility") {
  std::mt19937 random(static_cast<unsigned>(GENERATE(range(1, 60))));
  const Rings rings = tangle(random);
  constexpr double kPrecision = 0.01;
  const InnerCircle found = pole_of_inaccessibility(rings, kPrecision);
  const auto away = [&](PlanePoint p) {
    double nearest = 1e300;
    for (const auto& ring : rings)
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const PlanePoint a = ring[i], b = ring[(i + 1) % ring.size()];
        const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
        const double along =
            length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
        nearest = std::min(nearest, std::hypot(a.x + along * dx - p.x, a.y + along * dy - p.y));
      }
    return inside(rings, p) ? nearest : 0;
  };
  double best = 0;
  for (int x = -120; x <= 120; ++x)
    for (int y = -80; y <= 80; ++y)
      best = std::max(best, away({x / 20.0, y / 20.0}));
  CHECK(found.radius >= best - kPrecision);
  if (found.radius > 0)
    CHECK(std::abs(away(found.centre) - found.radius) < 1e-9);
}
