#include <filesystem>
#include <fstream>

#include "geo/map/projection.h"
#include "geo/map/shapes.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// A file that is gone when the test ends.
struct TextFile {
  explicit TextFile(const std::string& text, const char* name = "camps.geojson")
      : path((std::filesystem::temp_directory_path() / name).string()) {
    std::ofstream(path) << text;
  }
  ~TextFile() { std::filesystem::remove(path); }
  std::string path;
};

std::string collection(const std::string& geometries, const std::string& crs = {}) {
  return R"({"type":"FeatureCollection",)" + crs +
         R"("features":[{"type":"Feature","properties":{},)" +
         R"("geometry":{"type":"GeometryCollection","geometries":[)" + geometries + "]}}]}";
}

Shapes grid_shapes() {
  const Boundaries boundaries = grid_boundaries();
  return make_shapes(boundaries, Level::Region, {}, default_projection(boundaries)).value();
}

}  // namespace

TEST_CASE("A layer of the user's own: points, lines and areas at any depth, on the map's plane") {
  const TextFile file(collection(
      R"({"type":"Point","coordinates":[-7,16]},)"
      R"({"type":"MultiLineString","coordinates":[[[-9,14],[-8,15]],[[-6,14],[-5,15]]]},)"
      R"({"type":"Polygon","coordinates":[[[-9,14],[-8,14],[-8,15],[-9,14]]]})"));
  Shapes shapes = grid_shapes();
  const std::vector<ContextFile> files{{file.path, "", "#0a3", 50}, {file.path, "", "Red", 0.001}};
  REQUIRE(add_context_files(shapes, files));
  REQUIRE(shapes.context.size() == 2);
  const ContextShape& shape = shapes.context[0];
  CHECK(shape.name == "camps");
  CHECK(shape.colour == 0x00AA33);
  CHECK(shape.width_dp == 20);
  CHECK(shapes.context[1].width_dp == 0.1);
  CHECK(shapes.context[1].colour == 0xC0392B);
  REQUIRE(shape.points.size() == 1);
  CHECK(shape.lines.size() == 2);
  REQUIRE(shape.areas.size() == 1);
  CHECK(shape.areas[0].size() == 3);
  const auto at = Projection::create(shapes.projection)->forward({-7, 16});
  CHECK(shape.points[0].x == Approx(at->x));
  CHECK(shape.points[0].y == Approx(at->y));
}

TEST_CASE("A layer in another projection lands on the same place") {
  const auto utm = Projection::create("EPSG:32629")->forward({-7, 16});
  const TextFile file(
      collection(R"({"type":"Point","coordinates":[)" + std::to_string(utm->x) + "," +
                     std::to_string(utm->y) + "]}",
                 R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32629"}},)"));
  Shapes shapes = grid_shapes();
  REQUIRE(add_context_files(shapes, std::vector<ContextFile>{{file.path, "", "#123456", 1}}));
  const auto at = Projection::create(shapes.projection)->forward({-7, 16});
  REQUIRE(shapes.context[0].points.size() == 1);
  CHECK(shapes.context[0].points[0].x == Approx(at->x).margin(0.01));
}

TEST_CASE("What lies far away is cut off") {
  const TextFile file(collection(
      R"({"type":"Point","coordinates":[100,16]},)"
      R"({"type":"LineString","coordinates":[[-9,14],[-8,15],[60,50],[80,50],[60,40]]},)"
      R"({"type":"Polygon","coordinates":[[[-60,-20],[60,-20],[60,60],[-60,60],[-60,-20]]]},)"
      R"({"type":"Polygon","coordinates":[[[100,-20],[110,-20],[110,60],[100,60],[100,-20]]]})"));
  Shapes shapes = grid_shapes();
  REQUIRE(add_context_files(shapes, std::vector<ContextFile>{{file.path, "", "blue", 1}}));
  const ContextShape& shape = shapes.context[0];
  CHECK(shape.points.empty());
  REQUIRE(shape.lines.size() == 1);
  CHECK(shape.lines[0].size() == 3);
  REQUIRE(shape.areas.size() == 1);
  for (PlanePoint p : shape.areas[0])
    CHECK(std::abs(p.x) < 3 * shapes.box.width());
}

TEST_CASE(
    "A layer that cannot be read says which file and why, and leaves the shapes as they were") {
  const TextFile file(collection(R"({"type":"Point","coordinates":[-7,16]})"));
  const TextFile metres(collection(R"({"type":"Point","coordinates":[500000,1700000]})"),
                        "metres.geojson");
  const TextFile broken("{\"type\":", "broken.geojson");
  for (const ContextFile& bad :
       {ContextFile{file.path, "", "#12", 1}, ContextFile{file.path, "", "nothing", 1},
        ContextFile{file.path, "roads", "#123456", 1},
        ContextFile{file.path + ".none", "", "#123456", 1},
        ContextFile{metres.path, "", "#123456", 1}, ContextFile{broken.path, "", "#123456", 1},
        ContextFile{"https://example.org/a.geojson", "", "#123456", 1}}) {
    INFO(bad.path << " " << bad.layer << " " << bad.colour);
    Shapes shapes = grid_shapes();
    const Status status =
        add_context_files(shapes, std::vector<ContextFile>{{file.path, "", "#123456", 1}, bad});
    REQUIRE_FALSE(status);
    CHECK(status.error().where.file == bad.path);
    CHECK(shapes.context.empty());
  }
}
