// The surface of distances: its areas end at the units and hold what is far.

#include "geo/map/bands.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "geo/base/numbers.h"
#include "geo/coverage/gaps/distance_tree.h"
#include "geo/map/contours.h"
#include "geo/map/pole.h"
#include "geo/map/projection.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

double area_of(const std::vector<PlaneRing>& rings) {
  double doubled = 0;
  for (const PlaneRing& ring : rings)
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
      doubled += ring[before].x * ring[i].y - ring[i].x * ring[before].y;
  return doubled / 2;
}

double area_of(const BandArea& area) {
  double doubled = 0;
  for (std::size_t i = 0; i + 2 < area.triangles.size(); i += 3) {
    const PlanePoint a = area.vertices[area.triangles[i]], b = area.vertices[area.triangles[i + 1]],
                     c = area.vertices[area.triangles[i + 2]];
    doubled += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
  }
  return doubled / 2;
}

struct Measured {
  Boundaries boundaries = grid_boundaries();
  Dataset dataset = grid_dataset();
  DistanceStudy study;
  Shapes shapes;
  Snapshot<Bands> bands;
  explicit Measured(const std::string& projection = "") {
    dataset.aggregates = nullptr;
    const CoverageCube cube(dataset, boundaries, Level::Region);
    study = study_distances(cube, boundaries, {}, {}, 25);
    auto made = make_shapes(boundaries, Level::Region, grid_context(),
                            projection_of(projection, boundaries));
    REQUIRE(made);
    shapes = std::move(*made);
    bands = make_bands(study, shapes);
    REQUIRE(bands);
  }
};

bool in_units(const DetailLevel& detail, PlanePoint p) {
  return std::any_of(detail.unit_rings.begin(), detail.unit_rings.end(),
                     [&](const auto& rings) { return inside(rings, p); });
}

/// At random places: beyond the limit and inside the units, or not in the area.
int wrong_places(const Measured& m, std::size_t level, std::size_t limit) {
  const auto plane = Projection::create(m.shapes.projection);
  REQUIRE(plane);
  std::mt19937 random(limit + 1);
  std::uniform_real_distribution<double> lon(-10.5, -3.5), lat(12.5, 19.5);
  int wrong = 0;
  for (int i = 0; i < 4000; ++i) {
    const double x = lon(random);
    const LonLat at{x, lat(random)};
    double km = 1e9;
    for (const MeasuredPlace& place : m.study.places)
      km = std::min(km, geodesic_km(at, place.position));
    if (std::abs(km - kDistanceBands[limit]) < 0.6)
      continue;  // between nodes of the grid
    const PlanePoint p = *plane->forward(at);
    const bool expected = km > kDistanceBands[limit] && in_units(m.shapes.details[level], p);
    wrong += inside(m.bands->levels[level][limit].rings, p) != expected ? 1 : 0;
  }
  return wrong;
}

}  // namespace

TEST_CASE("a contour around one place is a circle, what is far to its left") {
  DistanceGrid grid{{0, 0}, {4, 4}, 201, 201, {}};
  const LonLat middle{2.003, 1.991};
  for (int row = 0; row < grid.rows; ++row)
    for (int column = 0; column < grid.columns; ++column)
      grid.km.push_back(static_cast<float>(
          std::hypot(grid.at(column, row).lon - middle.lon, grid.at(column, row).lat - middle.lat) *
          100));
  const auto rings = contours(grid, 100);
  REQUIRE(rings.size() == 2);  // the circle, and the edge of the grid
  double least = 1e9, most = 0;
  const Ring& circle = rings[0].size() < rings[1].size() ? rings[0] : rings[1];
  double doubled = 0;
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const LonLat a = circle[i], b = circle[(i + 1) % circle.size()];
    doubled += a.lon * b.lat - b.lon * a.lat;
    const double r = std::hypot(a.lon - middle.lon, a.lat - middle.lat);
    least = std::min(least, r);
    most = std::max(most, r);
  }
  CHECK(least > 0.999);
  CHECK(most < 1.001);
  CHECK(std::abs(-doubled / 2 - M_PI) < 0.01);  // clockwise around what is near
  CHECK(contours(grid, 1e6).empty());
  CHECK(contours(grid, -1).size() == 1);
}

TEST_CASE("where opposite corners agree the lines do not cross, and every ring closes") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    DistanceGrid grid{{0, 0}, {7, 5}, 8, 6, {}};
    for (int i = 0; i < 48; ++i)
      grid.km.push_back(static_cast<float>(random() % 100));
    double sum = 0;
    for (const Ring& ring : contours(grid, 50))
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
        CHECK(std::abs(a.lon - b.lon) <= 1);
        CHECK(std::abs(a.lat - b.lat) <= 1);
        sum += a.lon * b.lat - b.lon * a.lat;
      }
    CHECK(sum >= 0);  // holes are inside what they are holes of
    CHECK(sum / 2 <= 35);
  }
}

TEST_CASE("bands hold what is beyond their limit and end at the units, on any plane") {
  for (const char* projection : {"", "EPSG:32630", "web-mercator"}) {
    const Measured m(projection);
    REQUIRE(m.bands->levels.size() == m.shapes.details.size());
    for (std::size_t limit = 0; limit < kDistanceBands.size(); ++limit) {
      CAPTURE(projection, kDistanceBands[limit]);
      CHECK(wrong_places(m, 0, limit) == 0);
    }
  }
}

TEST_CASE("areas are nested, and their triangles cover them") {
  const Measured m;
  double before = 1e300;
  for (const BandArea& area : m.bands->levels[0]) {
    const double covered = area_of(area);
    CHECK(std::abs(covered - area_of(area.rings)) < 1e-6 * (covered + 1));
    CHECK(covered <= before);
    CHECK(covered > 0);
    before = covered;
  }
}

TEST_CASE("without a place there are no bands") {
  CHECK_FALSE(make_bands({}, {}));
}

TEST_CASE("the map of distances says the shares, what it measures to and what it does not") {
  Scene scene;
  scene.type = MapType::Distance;
  GridMap map(scene);
  PictureInput input = map.input;
  input.scene = &scene;
  const CoverageCube cube(*input.dataset, *input.boundaries, Level::Region);
  input.distances = snapshot(study_distances(cube, *input.boundaries, {}, {}, 25));
  Coverage coverage = *input.coverage;
  add_distances(coverage, *input.distances);
  input.coverage = snapshot(std::move(coverage));
  const Picture picture = make_picture(input);
  CHECK(picture.title == "Distance to the nearest project");
  REQUIRE(picture.bands);
  REQUIRE(picture.band_colours.size() == kDistanceBandCount);
  REQUIRE(picture.legend.entries.size() == kDistanceBandCount + 1);
  CHECK(picture.legend.entries[1].text == "10 to 25 km");
  CHECK(picture.legend.entries.back().kind == EntryKind::NotReported);
  // What the source does not report on is hatched, not far.
  for (std::size_t zone = 0; zone < input.coverage->zones.size(); ++zone)
    for (const UnitIndex unit : input.coverage->zones[zone].units)
      CHECK((picture.paint[static_cast<std::size_t>(unit)].class_index == 0) ==
            input.coverage->zones[zone].figures.reported());
  const auto said = [&](const std::string& words) {
    return std::any_of(picture.legend.notes.begin(), picture.legend.notes.end(),
                       [&](const std::string& note) { return note.find(words) == 0; });
  };
  CHECK(said("Measured to the 6 listed projects with a place alone"));
  CHECK(said("Under the names: the share of the area farther than 25"));
  REQUIRE(picture.zone_words.size() == input.coverage->zones.size());
  const double share = *input.distances->zones[0].share_beyond;
  REQUIRE((share > 0.005 && share < 0.995));
  CHECK(picture.zone_words[0] == format_percent(share, 0, Language::English));
  CHECK(picture.markers.size() == 2);
  CHECK(picture.legend.marker_contested.empty());
}

TEST_CASE("until the distances are known the units are plain and the legend says so") {
  for (const bool surface : {true, false}) {
    Scene scene;
    scene.type = surface ? MapType::Distance : MapType::Choropleth;
    scene.measure = Measure::Distance;
    GridMap map(scene);
    const Picture& picture = map.picture;
    CHECK_FALSE(picture.bands);
    for (const UnitPaint& paint : picture.paint)
      CHECK(paint.class_index == 0);
    REQUIRE(!picture.legend.entries.empty());
    CHECK(picture.legend.entries[0].text == "The distances are being measured.");
  }
}
