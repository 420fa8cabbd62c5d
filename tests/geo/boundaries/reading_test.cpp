// Broken files: a clear error, or mended and reported; never a crash, never a word on the terminal.

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <filesystem>
#include <tuple>

#include "geo/boundaries/area.h"
#include "geo/boundaries/vector_file.h"
#include "tests/geo/boundaries/fixtures.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string error_of(const std::string& path) {
  Problems problems;
  const auto read = read_boundaries(path, {}, problems);
  return read ? "" : sentence(read.error(), Translator(Language::English));
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string polygon(const std::string& rings) {
  return R"({"type":"Polygon","coordinates":[)" + rings + "]}";
}

/// Reads one odd unit beside a good one and gives the odd one's area in square degrees; -1 when it
/// was lost.
double odd_area(const std::string& geometry, Problems& problems) {
  const auto read = read_text(collection({feature(R"("name":"odd")", geometry),
                                          feature(R"("name":"good")", square(10, 10))}),
                              {}, &problems);
  REQUIRE(read);
  for (const AdminUnit& unit : read->finest().units)
    if (unit.name == "odd") {
      double area = 0;
      for (const Polygon& part : unit.polygons) {
        area += signed_area2(part.outer) / 2;
        for (const Ring& hole : part.holes)
          area += signed_area2(hole) / 2;
      }
      return area;
    }
  return -1;
}

/// A shapefile of two squares in a projection (EPSG code, 0 for none), its corners given in that
/// projection.
void write_shapefile(const std::string& path, int epsg, double x, double y, double size) {
  prepare_gdal();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
  const GDALDatasetUniquePtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference reference;
  if (epsg)
    reference.importFromEPSG(epsg);
  OGRLayer* layer = dataset->CreateLayer("units", epsg ? &reference : nullptr, wkbPolygon, nullptr);
  OGRFieldDefn field("ADM1_FR", OFTString);
  layer->CreateField(&field);
  for (int i = 0; i < 2; ++i) {
    const double left = x + i * size;
    OGRLinearRing ring;
    for (const auto& [dx, dy] : {std::pair{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}})
      ring.addPoint(left + dx * size, y + dy * size);
    OGRPolygon shape;
    shape.addRing(&ring);
    const OGRFeatureUniquePtr row(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    row->SetField("ADM1_FR", i == 0 ? "Mopti" : "Gao");
    row->SetGeometry(&shape);
    REQUIRE(layer->CreateFeature(row.get()) == OGRERR_NONE);
  }
}

}  // namespace

TEST_CASE("What is no boundary file is refused in one clear line") {
  const TempDir directory;
  CHECK(says(error_of(directory.path("absent.geojson")), "no such file"));
  CHECK(says(error_of(directory.path(".")), "directory"));
  CHECK(says(error_of(directory.write("empty.geojson", "")), "empty"));
  CHECK(says(error_of("https://example.org/mali.geojson"), "addresses are not opened"));
  CHECK(says(error_of("/vsicurl/https://example.org/mali.geojson"), "addresses are not opened"));
  CHECK(says(error_of(directory.write("noise.geojson", "\x7f\x45LF nonsense")), "cannot be read"));
  const std::string whole = squares({R"("name":"A")", R"("name":"B")"});
  CHECK(says(error_of(directory.write("cut.geojson", whole.substr(0, whole.size() - 40))),
             "cannot be read"));
  CHECK(
      says(error_of(directory.write(
               "points.geojson",
               collection({feature(R"("name":"A")", R"({"type":"Point","coordinates":[1,2]})")}))),
           "no areas"));
  CHECK(says(error_of(directory.write("none.geojson", collection({}))), "no units"));
  for (const std::string& text :
       {error_of(directory.path(".")), error_of(directory.path("absent.geojson"))})
    CHECK_FALSE(says(text, "\n"));
}

TEST_CASE("A VRT does not lead elsewhere") {
  const TempDir directory;
  const std::string target = directory.write("real.geojson", squares({R"("name":"A")"}));
  const std::string vrt =
      directory.write("way.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"real\"><SrcDataSource>" +
                                     target + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
  CHECK(says(error_of(vrt), "cannot be read"));
}

TEST_CASE("A shapefile names the part that it lacks") {
  const TempDir directory;
  const std::string path = directory.path("units.shp");
  write_shapefile(path, 4326, -4, 14, 1);
  CHECK(error_of(path).empty());
  std::filesystem::rename(directory.path("units.dbf"), directory.path("units.DBF"));
  CHECK(error_of(path).empty());
  std::filesystem::remove(directory.path("units.DBF"));
  CHECK(says(error_of(path), ".dbf"));
  CHECK(says(error_of(directory.path("units.shx")), "side file"));
  write_shapefile(directory.path("other.shp"), 4326, -4, 14, 1);
  std::filesystem::remove(directory.path("other.shx"));
  CHECK(says(error_of(directory.path("other.shp")), ".shx"));
}

TEST_CASE("KML keeps the columns that it carries") {
  const TempDir directory;
  std::string places;
  for (const auto& [code, name, x] : {std::tuple{"ML05", "Mopti", 0}, {"ML07", "Gao", 1}})
    places += fmt::format(
        "<Placemark><ExtendedData><Data name=\"ADM1_PCODE\"><value>{}</value></Data><Data "
        "name=\"ADM1_FR\">"
        "<value>{}</value></Data></"
        "ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>{},0 {},0 {},1 {},1 "
        "{},0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>",
        code, name, x, x + 1, x + 1, x, x);
  Problems problems;
  const auto read = read_boundaries(
      directory.write(
          "a.kml",
          "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" +
              places + "</Document></kml>"),
      {}, problems);
  REQUIRE(read);
  REQUIRE(read->finest().units.size() == 2);
  CHECK(read->finest().units[0].pcode == "ML05");
  CHECK(read->finest().units[1].name == "Gao");
}

TEST_CASE("A stated projection is transformed, an unstated one refused") {
  const TempDir directory;
  const std::string path = directory.path("utm.shp");
  write_shapefile(path, 32630, 400000, 1600000,
                  10000);  // UTM zone 30 north, central meridian 3 degrees west
  Problems problems;
  const auto read = read_boundaries(path, {}, problems);
  REQUIRE(read);
  const AdminUnit& unit = read->finest().units[0];
  CHECK(unit.area_km2 == Approx(100).epsilon(0.002));
  CHECK(unit.polygons[0].outer[0].lon == Approx(-3.93).margin(0.1));
  CHECK(unit.polygons[0].outer[0].lat == Approx(14.47).margin(0.1));
  std::filesystem::remove(directory.path("utm.prj"));
  CHECK(says(error_of(path), "projection"));
}

TEST_CASE("Rings that are not valid are mended and reported") {
  Problems problems;
  SECTION("a bow-tie keeps its two triangles") {
    CHECK(odd_area(polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]"), problems) == Approx(2));
    CHECK(count(problems, "repaired-ring") == 1);
  }
  SECTION("an open ring is closed") {
    CHECK(odd_area(polygon("[[0,0],[1,0],[1,1],[0,1]]"), problems) == Approx(1));
  }
  SECTION("a spike is taken off") {
    CHECK(odd_area(polygon("[[0,0],[1,0],[1,0.5],[9,0.5],[1,0.5],[1,1],[0,1],[0,0]]"), problems) ==
          Approx(1));
    CHECK(count(problems, "repaired-ring") == 1);
  }
  SECTION("vertices given twice and the wrong winding are put right without a word") {
    CHECK(odd_area(polygon("[[0,0],[0,1],[0,1],[1,1],[1,0],[1,0],[0,0]]"), problems) == Approx(1));
    CHECK(problems.empty());
  }
  SECTION("a hole outside becomes no hole") {
    odd_area(polygon("[[0,0],[1,0],[1,1],[0,1],[0,0]],[[5,5],[5,6],[6,6],[6,5],[5,5]]"), problems);
    CHECK(count(problems, "repaired-ring") == 1);
  }
  SECTION("a hole stays a hole") {
    CHECK(odd_area(polygon("[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]"),
                   problems) == Approx(15));
    CHECK(problems.empty());
  }
}

TEST_CASE("What cannot be drawn is reported as lost, and the rest is read") {
  for (
      const char* geometry :
      {"null", R"({"type":"Point","coordinates":[1,2]})",
       R"({"type":"LineString","coordinates":[[1,2],[3,4]]})",
       R"({"type":"Polygon","coordinates":[]})",
       R"({"type":"Polygon","coordinates":[[[1,1],[2,2],[1,1]]]})",
       R"({"type":"Polygon","coordinates":[[[500000,1600000],[510000,1600000],[510000,1610000],[500000,1600000]]]})"}) {
    Problems problems;
    INFO(geometry);
    CHECK(odd_area(geometry, problems) == -1);
    CHECK(count(problems, "lost-unit") == 1);
  }
}

TEST_CASE("Old shapefiles' Latin-1 names come out as UTF-8") {
  const auto read = read_text(squares({"\"name\":\"S\xe9gou\"", R"("name":"Gao")"}));
  REQUIRE(read);
  CHECK(read->finest().units[0].name == "Ségou");
}

TEST_CASE("No file of the collections of broken files ends the program") {
  std::size_t files = 0;
  for (const char* folder : {"data/nasty/geojson-invalid", "data/nasty/mapshaper",
                             "data/nasty/pyshp", "data/nasty/shp_without_dbf"}) {
    const std::string root = shared_file(folder);
    if (root.empty())
      continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file())
        continue;
      Problems problems;
      BoundaryOptions options;
      const auto read = read_boundaries(entry.path().string(), options, problems);
      ++files;
      if (!read) {
        CHECK_FALSE(read.error().what.empty());
        continue;
      }
      for (const AdminLayer& layer : read->layers)
        for (const AdminUnit& unit : layer.units)
          CHECK(std::isfinite(unit.area_km2));
    }
  }
  WARN(files << " broken files read");
}
