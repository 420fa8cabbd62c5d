#include <cmath>

#include "geo/boundaries/read.h"
#include "geo/map/detail.h"
#include "geo/map/pole.h"
#include "geo/map/projection.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

double area(const std::vector<PlaneRing>& rings) {
  double sum = 0;
  for (const PlaneRing& ring : rings) {
    double doubled = 0;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
      doubled += (ring[before].x + ring[i].x) * (ring[i].y - ring[before].y);
    sum += doubled / 2;
  }
  return std::abs(sum);
}

double triangle_area(const DetailLevel& level, std::size_t unit) {
  double sum = 0;
  const UnitMesh& mesh = level.mesh();
  const auto corner = [&](std::size_t i) { return mesh.all.vertices[mesh.all.triangles[i]]; };
  for (std::size_t i = mesh.first[unit]; i < mesh.first[unit + 1]; i += 3) {
    const PlanePoint a = corner(i), b = corner(i + 1), c = corner(i + 2);
    sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
  }
  return sum;
}

Shapes grid_shapes() {
  const Boundaries boundaries = grid_boundaries();
  return make_shapes(boundaries, Level::Region, grid_context(), default_projection(boundaries))
      .value();
}

}  // namespace

TEST_CASE("The projection keeps areas: a unit's plane area is its geodesic one") {
  const Boundaries boundaries = embedded_boundaries();
  const Shapes shapes =
      make_shapes(boundaries, Level::Region, {}, default_projection(boundaries)).value();
  const auto& units = boundaries.layer(Level::Region)->units;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    INFO(units[unit].name);
    CHECK(area(shapes.details[0].unit_rings[unit]) / 1e6 ==
          Approx(units[unit].area_km2).epsilon(0.002));
  }
}

TEST_CASE("Mali has its own projection, other places one centred on them") {
  CHECK(default_projection(embedded_boundaries()).find("+lat_0=17.5 +lon_0=-4 ") !=
        std::string::npos);
  CHECK(default_projection(grid_boundaries()).find("+lon_0=-7.0") != std::string::npos);
}

TEST_CASE("A projection that PROJ does not know is an error, not a crash") {
  const auto shapes = make_shapes(grid_boundaries(), Level::Region, {}, "+proj=nonsense");
  REQUIRE_FALSE(shapes);
  CHECK(shapes.error().what.args.at(0) == "+proj=nonsense");
  CHECK_FALSE(Projection::create("EPSG:4326"));
  CHECK(Projection::create("EPSG:32630"));
}

TEST_CASE("There and back again") {
  const auto plane = Projection::create("+proj=laea +lat_0=17.5 +lon_0=-4 +ellps=WGS84").value();
  const auto point = plane.forward({-8, 12.65});
  REQUIRE(point);
  const auto back = plane.inverse(*point);
  REQUIRE(back);
  CHECK(back->lon == Approx(-8).margin(1e-9));
  CHECK(back->lat == Approx(12.65).margin(1e-9));
  CHECK_FALSE(plane.forward({std::nan(""), 0}));
}

TEST_CASE("Triangles cover their units, holes left out") {
  const Shapes shapes = grid_shapes();
  const DetailLevel& level = shapes.details[0];
  for (std::size_t unit = 0; unit < shapes.units.size(); ++unit)
    CHECK(triangle_area(level, unit) == Approx(area(level.unit_rings[unit])).epsilon(1e-6));
}

TEST_CASE("Rings come back from the shared arcs") {
  const Shapes shapes = grid_shapes();
  const auto rings = rings_from_arcs(shapes.details[0].arcs, shapes.units.size());
  for (std::size_t unit = 0; unit < shapes.units.size(); ++unit) {
    INFO(unit);
    CHECK(rings[unit].size() == shapes.details[0].unit_rings[unit].size());
    CHECK(area(rings[unit]) == Approx(area(shapes.details[0].unit_rings[unit])));
  }
}

TEST_CASE("Arcs that do not close give no ring") {
  std::vector<PlaneArc> arcs{{{{0, 0}, {1, 0}, {1, 1}}, 0, kNoUnit, BorderRank::National}};
  CHECK(rings_from_arcs(arcs, 1)[0].empty());
}

TEST_CASE("Borders have the rank of what they part") {
  const Shapes shapes = grid_shapes();
  for (const PlaneArc& arc : shapes.details[0].arcs)
    CHECK(arc.rank == (arc.left == kNoUnit || arc.right == kNoUnit ? BorderRank::National
                                                                   : BorderRank::Region));
}

TEST_CASE("The level of detail errs by less than half a pixel") {
  Shapes shapes;
  for (double tolerance : {0.0, 200.0, 800.0})
    shapes.details.emplace_back().tolerance_m = tolerance;
  CHECK(shapes.detail_for(100).tolerance_m == 0);
  CHECK(shapes.detail_for(500).tolerance_m == 200);
  CHECK(shapes.detail_for(1600).tolerance_m == 200);
  CHECK(shapes.detail_for(1700).tolerance_m == 800);
}

TEST_CASE("The pole of inaccessibility lies in the wide part, never in a hole") {
  const std::vector<PlaneRing> rings{{{0, 0}, {10, 0}, {10, 4}, {4, 4}, {4, 10}, {0, 10}}};
  const InnerCircle circle = pole_of_inaccessibility(rings, 0.01);
  CHECK(circle.radius == Approx(2.343).margin(0.02));
  const std::vector<PlaneRing> ring_with_hole{{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                              {{2, 2}, {2, 9}, {9, 9}, {9, 2}}};
  CHECK(inside(ring_with_hole, pole_of_inaccessibility(ring_with_hole, 0.01).centre));
  CHECK(pole_of_inaccessibility({}, 1).radius == 0);
}

TEST_CASE("Real cercles: every level keeps the areas and its neighbours joined") {
  const std::string path = shared_file("data/boundaries/mli_adm2_ocha.geojson");
  if (path.empty())
    return;
  Problems problems;
  const Boundaries boundaries = read_boundaries(path, {}, problems).value();
  const Shapes shapes =
      make_shapes(boundaries, Level::Cercle, {}, default_projection(boundaries)).value();
  REQUIRE(shapes.units.size() == 50);
  REQUIRE(shapes.details.size() == 4);
  const double whole = [&] {
    double sum = 0;
    for (const auto& rings : shapes.details[0].unit_rings)
      sum += area(rings);
    return sum;
  }();
  for (const DetailLevel& level : shapes.details) {
    double sum = 0, triangles = 0;
    for (std::size_t unit = 0; unit < 50; ++unit) {
      sum += area(level.unit_rings[unit]);
      triangles += triangle_area(level, unit);
    }
    INFO(level.tolerance_m);
    CHECK(sum == Approx(whole).epsilon(0.005));
    CHECK(triangles == Approx(sum).epsilon(0.001));
  }
}
