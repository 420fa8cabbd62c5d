// Shared borders, dissolving, and the real files.

#include "geo/boundaries/topology.h"

#include <cmath>
#include <map>

#include "geo/boundaries/area.h"
#include "geo/boundaries/dissolve.h"
#include "tests/geo/boundaries/fixtures.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

Ring box(double west, double south, double east, double north) {
  return {{west, south}, {east, south}, {east, north}, {west, north}};
}

std::vector<AdminUnit> units_of(const std::vector<Polygon>& polygons) {
  std::vector<AdminUnit> units;
  for (const Polygon& polygon : polygons) {
    AdminUnit unit;
    unit.polygons.push_back(polygon);
    units.push_back(unit);
  }
  return units;
}

AdminLayer layer_of(std::vector<AdminUnit> units) {
  AdminLayer layer;
  layer.arcs = chain_arcs(border_graph(units));
  layer.units = std::move(units);
  return layer;
}

std::size_t inner_arcs(const AdminLayer& layer) {
  std::size_t inner = 0;
  for (const Arc& arc : layer.arcs)
    inner += arc.left != kNoUnit && arc.right != kNoUnit;
  return inner;
}

Dissolved dissolve_all(std::vector<AdminUnit> units, const std::vector<UnitIndex>& groups,
                       std::size_t count) {
  const BorderGraph graph = border_graph(units);
  return dissolve(graph, units, groups, count);
}

}  // namespace

TEST_CASE("Two squares share one arc") {
  const AdminLayer layer = layer_of(units_of({{box(0, 0, 1, 1), {}}, {box(1, 0, 2, 1), {}}}));
  CHECK(layer.arcs.size() == 3);
  CHECK(inner_arcs(layer) == 1);
  CHECK(arc_faults(layer) == 0);
}

TEST_CASE("A vertex on a neighbour's edge becomes a vertex of both") {
  const AdminLayer layer = layer_of(
      units_of({{box(0, 0, 1, 2), {}}, {box(1, 0, 2, 1), {}}, {box(1.0000004, 1, 2, 2), {}}}));
  CHECK(inner_arcs(layer) == 3);
  CHECK(arc_faults(layer) == 0);
  CHECK(layer.units[0].polygons[0].outer.size() == 5);
}

TEST_CASE("A unit in the hole of another: one closed arc") {
  const Ring hole = {{1, 1}, {1, 2}, {2, 2}, {2, 1}};
  const AdminLayer layer = layer_of(units_of({{box(0, 0, 3, 3), {hole}}, {box(1, 1, 2, 2), {}}}));
  REQUIRE(layer.arcs.size() == 2);
  for (const Arc& arc : layer.arcs)
    CHECK(arc.points.front() == arc.points.back());
  CHECK(arc_faults(layer) == 0);
}

TEST_CASE("The winding of the rings does not matter") {
  Ring clockwise = box(1, 0, 2, 1);
  std::reverse(clockwise.begin(), clockwise.end());
  const AdminLayer layer = layer_of(units_of({{box(0, 0, 1, 1), {}}, {clockwise, {}}}));
  CHECK(inner_arcs(layer) == 1);
  CHECK(arc_faults(layer) == 0);
  CHECK(signed_area2(layer.units[1].polygons[0].outer) > 0);
}

TEST_CASE("A grid dissolves into its halves without inner lines") {
  std::vector<Polygon> cells;
  std::vector<UnitIndex> halves;
  for (int y = 0; y < 10; ++y)
    for (int x = 0; x < 10; ++x) {
      cells.push_back({box(x, y, x + 1, y + 1), {}});
      halves.push_back(x < 5 ? 0 : 1);
    }
  const Dissolved result = dissolve_all(units_of(cells), halves, 2);
  CHECK(result.arcs.size() == 3);
  REQUIRE(result.polygons[0].size() == 1);
  CHECK(result.polygons[0][0].holes.empty());
  CHECK(signed_area2(result.polygons[0][0].outer) == Approx(100));
  CHECK(signed_area2(result.polygons[1][0].outer) == Approx(100));
}

TEST_CASE("A ring of units keeps its hole; another group fills it") {
  std::vector<Polygon> cells;
  std::vector<UnitIndex> groups;
  for (int y = 0; y < 3; ++y)
    for (int x = 0; x < 3; ++x) {
      cells.push_back({box(x, y, x + 1, y + 1), {}});
      groups.push_back(x == 1 && y == 1 ? 1 : 0);
    }
  const Dissolved result = dissolve_all(units_of(cells), groups, 2);
  REQUIRE(result.polygons[0].size() == 1);
  CHECK(result.polygons[0][0].holes.size() == 1);
  CHECK(result.polygons[1].size() == 1);
  CHECK(result.arcs.size() == 2);
}

TEST_CASE("Parts of a group that touch in a corner stay two polygons") {
  const Dissolved result =
      dissolve_all(units_of({{box(0, 0, 1, 1), {}}, {box(1, 1, 2, 2), {}}}), {0, 0}, 1);
  CHECK(result.polygons[0].size() == 2);
}

TEST_CASE("A hole that touches its outer ring is a hole, not a crossing") {
  // Eight cells around a diamond that touches the outline in one point.
  const Ring outer = {{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}};
  const Ring hole = {{2, 0}, {1, 1}, {2, 2}, {3, 1}};
  const Dissolved result = dissolve_all(units_of({{outer, {hole}}}), {0}, 1);
  REQUIRE(result.polygons[0].size() == 1);
  CHECK(result.polygons[0][0].holes.size() == 1);
}

TEST_CASE("A sliver between siblings vanishes, a lake stays") {
  // Between the two halves runs a gap of some 100 m by 11 km; the lake is 11 by 11 km.
  const Ring west = {{0, 0}, {1, 0}, {1, 0.4}, {0.9995, 0.45}, {1, 0.5}, {1, 1}, {0, 1}};
  const Ring east = {{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0.5}, {1.0005, 0.45}, {1, 0.4}};
  const Ring lake = {{0.2, 0.2}, {0.2, 0.3}, {0.3, 0.3}, {0.3, 0.2}};
  const Dissolved result = dissolve_all(units_of({{west, {lake}}, {east, {}}}), {0, 0}, 1);
  REQUIRE(result.polygons[0].size() == 1);
  CHECK(result.polygons[0][0].holes.size() == 1);
  CHECK(signed_area2(result.polygons[0][0].outer) == Approx(4));
  CHECK(result.polygons[0][0].outer.size() == 6);  // the outline has not moved
  CHECK(result.arcs.size() == 2);
}

TEST_CASE("Siblings that overlap by a strip are joined by their areas") {
  const Dissolved result =
      dissolve_all(units_of({{box(0, 0, 1.0003, 1), {}}, {box(0.9997, 0, 2, 1), {}}}), {0, 0}, 1);
  REQUIRE(result.polygons[0].size() == 1);
  CHECK(result.polygons[0][0].holes.empty());
  CHECK(signed_area2(result.polygons[0][0].outer) == Approx(4).epsilon(1e-5));
  CHECK(result.arcs.size() == 1);
}

TEST_CASE("Siblings with a gap that opens to the outside are joined") {
  const Dissolved result =
      dissolve_all(units_of({{box(0, 0, 0.9997, 1), {}}, {box(1.0003, 0, 2, 1), {}}}), {0, 0}, 1);
  REQUIRE(result.polygons[0].size() == 1);
  CHECK(result.polygons[0][0].holes.empty());
  CHECK(signed_area2(result.polygons[0][0].outer) == Approx(4).epsilon(1e-4));
}

TEST_CASE("Borders that do not match at all are joined by their areas") {
  // The two sides of the common border were generalised apart: gaps and overlaps of some 30 m
  // alternate all along.
  Ring west = {{0, 1}, {0, 0}, {1, 0}}, east = {{2, 0}, {2, 1}, {1, 1}};
  for (int i = 1; i < 20; ++i) {
    west.push_back({1 + (i % 2 ? 0.0003 : -0.0003), i / 20.0});
    east.push_back({1 + (i % 3 ? 0.0002 : -0.0002), 1 - i / 20.0 + 0.01});
  }
  west.push_back({1, 1});
  east.push_back({1, 0});
  const Dissolved result = dissolve_all(units_of({{west, {}}, {east, {}}}), {0, 0}, 1);
  REQUIRE(result.polygons[0].size() == 1);
  CHECK(result.polygons[0][0].holes.empty());
  CHECK(result.arcs.size() == 1);
  CHECK(signed_area2(result.polygons[0][0].outer) == Approx(4).epsilon(1e-3));
}

namespace {

void check_whole(const Boundaries& boundaries) {
  const double area = total_area(boundaries.finest());
  for (const AdminLayer& layer : boundaries.layers) {
    INFO(word_of(layer.level));
    CHECK(arc_faults(layer) == 0);
    CHECK(total_area(layer) == Approx(area).epsilon(1e-9));
    for (const AdminUnit& unit : layer.units) {
      INFO(unit.pcode << " " << unit.name);
      CHECK(unit.area_km2 == Approx(area_km2(unit.polygons)).epsilon(1e-6));
    }
  }
}

}  // namespace

TEST_CASE("The 50 cercles give the 9 regions without slivers or inner lines") {
  const std::string path = shared_file("data/boundaries/mli_adm2_ocha.geojson");
  if (path.empty())
    return;
  Problems problems;
  const auto read = read_boundaries(path, {}, problems);
  REQUIRE(read);
  REQUIRE(read->layers.size() == 2);
  CHECK(read->vintage == "2012");
  CHECK(problems.empty());
  CHECK(read->layer(Level::Cercle)->units.size() == 50);
  const AdminLayer& regions = *read->layer(Level::Region);
  REQUIRE(regions.units.size() == 9);
  for (const AdminUnit& region : regions.units) {
    INFO(region.name);
    CHECK(region.polygons.size() == 1);
    CHECK(ring_count(region) ==
          (region.pcode == "ML02" ? 2U : 1U));  // Bamako lies inside Koulikoro
  }
  check_whole(*read);
}

TEST_CASE("The 701 communes give 50 cercles and 9 regions") {
  const std::string path =
      shared_file("data/ocha_cod_2017/mli_admbnda_adm3_gov_ocha/mli_admbnda_adm3_gov_ocha.shp");
  if (path.empty())
    return;
  Problems problems;
  const auto read = read_boundaries(path, {}, problems);
  REQUIRE(read);
  REQUIRE(read->layers.size() == 3);
  CHECK(read->layers[0].units.size() == 9);
  CHECK(read->layers[1].units.size() == 50);
  CHECK(read->layers[2].units.size() == 701);
  for (const AdminUnit& cercle : read->layers[1].units)
    CHECK(cercle.polygons.size() == 1);
  check_whole(*read);
}

TEST_CASE("geoBoundaries' communes are one layer") {
  const std::string path = shared_file("data/boundaries/mli_adm3_geoboundaries.geojson");
  if (path.empty())
    return;
  Problems problems;
  const auto read = read_boundaries(path, {}, problems);
  REQUIRE(read);
  CHECK(read->layers.size() == 1);
  CHECK(read->finest().level == Level::Commune);
  CHECK(read->finest().units.size() == 701);
}

TEST_CASE("The boundaries that ship: nine units, ML01 to ML09, whole") {
  const Boundaries boundaries = embedded_boundaries();
  REQUIRE(boundaries.layers.size() == 1);
  CHECK(boundaries.vintage == "2012");
  const AdminLayer& regions = boundaries.finest();
  REQUIRE(regions.units.size() == 9);
  CHECK(regions.find("ML05") != kNoUnit);
  CHECK(regions.units[static_cast<std::size_t>(regions.find("ML04"))].name == "Ségou");
  CHECK(total_area(regions) == Approx(1.25e6).epsilon(0.02));
  check_whole(boundaries);
  // They are read without GDAL; through GDAL and GEOS they must be the same, and without a flaw.
  Problems problems;
  const auto again =
      read_boundaries(in_repository("assets/boundaries/mali_regions.geojson"), {}, problems);
  REQUIRE(again);
  CHECK(problems.empty());
  REQUIRE(again->finest().units.size() == 9);
  for (std::size_t i = 0; i < 9; ++i) {
    CHECK(again->finest().units[i].pcode == regions.units[i].pcode);
    CHECK(again->finest().units[i].area_km2 == Approx(regions.units[i].area_km2));
  }
}
