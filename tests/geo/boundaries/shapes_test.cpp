// Triangles and simplified lines.

#include <cmath>
#include <numbers>
#include <random>

#include "geo/boundaries/read.h"
#include "geo/boundaries/simplify.h"
#include "geo/boundaries/triangulate.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Points = std::vector<PlanePoint>;

double area_of(const Mesh& mesh) {
  double sum = 0;
  for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
    const PlanePoint a = mesh.vertices[mesh.triangles[i]], b = mesh.vertices[mesh.triangles[i + 1]],
                     c = mesh.vertices[mesh.triangles[i + 2]];
    sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
  }
  return sum;
}

double area_of(const Points& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PlanePoint a = ring[i], b = ring[(i + 1) % ring.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return std::abs(sum) / 2;
}

Points box(double x, double y, double size) {
  return {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
}

Points circle(int points, double radius) {
  Points ring;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * std::numbers::pi * i / points;
    ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  return ring;
}

}  // namespace

TEST_CASE("Triangles cover the polygon: holes out, islands in, closed rings or not") {
  CHECK(area_of(triangulate(std::vector<Points>{box(0, 0, 10)})) == Approx(100));
  CHECK(area_of(triangulate(std::vector<Points>{box(0, 0, 10), box(2, 2, 5), box(3, 3, 1)})) ==
        Approx(76));
  Points closed = box(0, 0, 10);
  closed.push_back(closed.front());
  CHECK(area_of(triangulate(std::vector<Points>{closed, box(20, 0, 1)})) == Approx(101));
}

TEST_CASE("A bow-tie gets a vertex where it crosses") {
  const Mesh mesh = triangulate(std::vector<Points>{{{0, 0}, {2, 2}, {2, 0}, {0, 2}}});
  CHECK(area_of(mesh) == Approx(2));
  CHECK(mesh.vertices.size() == 5);
}

TEST_CASE("Nothing to triangulate gives an empty mesh") {
  CHECK(triangulate({}).triangles.empty());
  CHECK(triangulate(std::vector<Points>{{{0, 0}, {1, 1}}, {}}).triangles.empty());
  CHECK(triangulate(std::vector<Points>{{{0, 0}, {0, 0}, {0, 0}}}).triangles.empty());
}

TEST_CASE("The regions' triangles have the regions' area") {
  const Boundaries boundaries = embedded_boundaries();
  for (const AdminUnit& unit : boundaries.finest().units) {
    std::vector<Points> rings;
    double area = 0;
    const auto add = [&](const Ring& ring, double sign) {
      Points points;
      for (const LonLat& point : ring)
        points.push_back({point.lon * 1e5, point.lat * 1e5});
      area += sign * area_of(points);
      rings.push_back(std::move(points));
    };
    for (const Polygon& polygon : unit.polygons) {
      add(polygon.outer, 1);
      for (const Ring& hole : polygon.holes)
        add(hole, -1);
    }
    INFO(unit.name);
    CHECK(area_of(triangulate(rings)) == Approx(area).epsilon(1e-9));
  }
}

TEST_CASE("Simplifying keeps the ends and drops what is smaller than the tolerance") {
  const Points line = {{0, 0}, {1, 0.01}, {2, 0}, {3, 5}, {4, 0}};
  const Points simple = simplify_arc(line, 0.5);
  REQUIRE(simple.size() == 4);
  CHECK(simple.front() == line.front());
  CHECK(simple.back() == line.back());
  CHECK(simple[2] == PlanePoint{3, 5});
  CHECK(simplify_arc(line, 0) == line);
  CHECK(simplify_arc(line, 1e6).size() == 2);
  CHECK(simplify_arc(Points{}, 1).empty());
}

TEST_CASE("A closed arc keeps four points at least and nearly its area") {
  Points ring = circle(1000, 1000);
  ring.push_back(ring.front());
  CHECK(simplify_arc(ring, 1e9).size() == 4);
  const Points simple = simplify_arc(ring, 50);
  CHECK(simple.size() < 60);
  CHECK(simple.front() == simple.back());
  CHECK(area_of(simple) == Approx(area_of(ring)).epsilon(0.02));
}

TEST_CASE("A coarser tolerance never keeps more points") {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> step(-1, 1);
  Points line{{0, 0}};
  for (int i = 0; i < 2000; ++i)
    line.push_back({line.back().x + 1, line.back().y + step(random)});
  std::size_t before = line.size();
  for (const double tolerance : {0.1, 0.5, 1.0, 3.0, 10.0}) {
    const std::size_t now = simplify_arc(line, tolerance).size();
    CHECK(now <= before);
    before = now;
  }
}
