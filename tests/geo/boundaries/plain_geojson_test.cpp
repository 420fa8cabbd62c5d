// GeoJSON read without GDAL says what GDAL says of it.

#include "geo/boundaries/plain_geojson.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <numbers>

#include "geo/boundaries/ogr_features.h"
#include "tests/geo/boundaries/fixtures.h"
#include "tests/support/catch.h"
#include "tests/support/misspelt.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// Everything, to be compared; "" where GDAL reads nothing, or only a part.
std::string everything(const Features& features) {
  std::string all = "layer " + features.layer + "\n";
  for (const std::string& field : features.table.fields)
    all += "field " + field + "\n";
  for (std::size_t row = 0; row < features.shapes.size(); ++row) {
    all += fmt::format("feature {}\n", features.numbers[row]);
    for (const std::string& value : features.table.rows[row])
      all += "value " + value + "\n";
    const ShapeResult& shape = features.shapes[row];
    for (const std::string& flaw : shape.flaws)
      all += "flaw " + flaw + "\n";
    const auto ring = [&](const char* kind, const Ring& points) {
      all += kind;
      for (const LonLat p : points)
        all += fmt::format(" {} {}", p.lon, p.lat);
      all += "\n";
    };
    for (const Polygon& polygon : shape.polygons) {
      ring("outer", polygon.outer);
      for (const Ring& hole : polygon.holes)
        ring("hole", hole);
    }
    all += fmt::format("off globe {}\n", shape.off_globe);
  }
  return all;
}

std::string by_gdal(const std::string& path) {
  const auto file = open_vector_file(path, FileContent::Shapes, {"DATE_AS_STRING=YES"});
  if (!file)
    return {};
  Problems problems;
  const auto features = read_features(*file, {}, problems, nullptr);
  return features && problems.size() == 0 ? everything(*features) : std::string{};
}

/// Whether the file is read without GDAL; checks that it is then read as GDAL reads it.
bool is_plain(const std::string& path) {
  const auto features = plain_geojson(path, {});
  if (!features)
    return false;
  INFO(path);
  CHECK(everything(*features) == by_gdal(path));
  return true;
}

bool is_plain_text(const std::string& text) {
  const TempDir folder;
  INFO(text);
  return is_plain(folder.write("units.geojson", text));
}

std::string with_properties(const std::string& first, const std::string& second) {
  return collection({feature(first, square(0, 0)), feature(second, square(1, 0))});
}

std::string with_geometry(const std::string& geometry) {
  return collection({feature(R"("name":"A")", geometry), feature(R"("name":"B")", square(3, 3))});
}

/// A ring around a middle, as JSON: round, or through random points.
std::string random_ring(Dice& dice, double x, double y, double size) {
  const bool wild = dice.roll(6) == 0, closed = dice.roll(8) != 0, high = dice.roll(6) == 0;
  const std::size_t count = 3 + dice.roll(9);
  std::vector<std::string> points;
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
    const double across = wild ? static_cast<double>(dice.roll(9)) / 4 - 1 : std::cos(angle);
    const double along = wild ? static_cast<double>(dice.roll(9)) / 4 - 1 : std::sin(angle);
    points.push_back(fmt::format("[{},{}{}]", x + size * across, y + size * along,
                                 high ? "," + std::to_string(i) : ""));
    if (dice.roll(10) == 0)
      points.push_back(points.back());
  }
  if (closed)
    points.push_back(points.front());
  return fmt::format("[{}]", fmt::join(points, ","));
}

std::string random_polygon(Dice& dice, double x, double y) {
  std::string rings = random_ring(dice, x, y, 1);
  for (std::size_t holes = dice.roll(3); holes > 0; --holes)
    rings += "," + random_ring(dice, x + (holes == 1 ? 0.3 : -0.3), y, 0.2);
  return "[" + rings + "]";
}

std::string random_geometry(Dice& dice, double x, double y) {
  if (dice.roll(12) == 0)
    return "null";
  if (dice.roll(2) == 0)
    return R"({"type":"Polygon","coordinates":)" + random_polygon(dice, x, y) + "}";
  std::string parts = random_polygon(dice, x, y);
  for (std::size_t more = dice.roll(3); more > 0; --more)
    parts += "," + random_polygon(dice, x + static_cast<double>(dice.roll(5)), y);
  return R"({"type":"MultiPolygon","coordinates":[)" + parts + "]}";
}

std::string random_value(Dice& dice, std::size_t kind) {
  if (dice.roll(8) == 0)
    return "null";
  switch (kind) {
    case 0:
      return fmt::format("\"Unité {}\"", dice.roll(100));
    case 1:
      return std::to_string(static_cast<int>(dice.roll(2000)) - 1000);
    case 2:
      return fmt::format("{}", static_cast<double>(dice.roll(100'000)) / 7);
    case 3:
      return dice.roll(2) == 0 ? "true" : "false";
    case 4:
      return fmt::format("\"20{:02}-{:02}-{:02}\"", dice.roll(30), 1 + dice.roll(12),
                         1 + dice.roll(28));
    default:
      return dice.roll(2) == 0 ? "5" : "2.5e3";
  }
}

std::string random_collection(Dice& dice) {
  std::vector<std::size_t> kinds{0};
  for (std::size_t more = dice.roll(5); more > 0; --more)
    kinds.push_back(dice.roll(6));
  std::vector<std::string> features;
  for (std::size_t i = 0, count = 1 + dice.roll(6); i < count; ++i) {
    std::vector<std::string> properties;
    for (std::size_t column = 0; column < kinds.size(); ++column)
      properties.push_back(fmt::format("\"c{}\":{}", column, random_value(dice, kinds[column])));
    features.push_back(feature(fmt::format("{}", fmt::join(properties, ",")),
                               random_geometry(dice, 3 * static_cast<double>(i), 10)));
  }
  return collection(features);
}

/// The text with a piece of it taken out, doubled, or replaced.
std::string damaged(std::string text, Dice& dice) {
  static constexpr std::array<std::string_view, 17> kPieces = {
      "null", "[]", "{}",   "\"\"",    ",",     "]",   "[",    "1e400",   "\"id\":1,",
      "-",    ":",  "true", "\\u0000", "Point", "0.5", "\xff", "\"name\""};
  const std::size_t at = dice.roll(text.size()), length = 1 + dice.roll(6);
  switch (dice.roll(3)) {
    case 0:
      return text.erase(at, length);
    case 1:
      return text.insert(at, text.substr(at, length));
    default:
      return text.replace(at, length, kPieces[dice.roll(kPieces.size())]);
  }
}

}  // namespace

TEST_CASE("A plain GeoJSON is read as GDAL reads it") {
  const std::string a = R"("name":"A")", b = R"("name":"B")";
  CHECK(is_plain_text(with_properties(a, b)));
  CHECK(is_plain_text(with_properties(R"("nom":" Ségou ","code":"n/a","x":null)",
                                      R"("nom":"N\u00e9","code":"-","x":null)")));
  CHECK(
      is_plain_text(with_properties(R"("n":1,"r":0.1,"b":true)", R"("n":-7,"r":1e21,"b":false)")));
  CHECK(is_plain_text(with_properties(R"("n":1,"r":3,"d":"2015-11-04")",
                                      R"("n":9007199254740993,"r":2.0,"d":"2020-01-01")")));
  CHECK(is_plain_text(with_properties(R"("when":"2015-11-04T10:00:00Z","t":"10:15:00")",
                                      R"("when":"2015/11/04","t":"x")")));
  CHECK(is_plain_text(with_properties(R"("id":"x","name":"A")", R"("id":"y","name":"B")")));
  CHECK(is_plain_text(with_properties(R"("id":7,"name":"A")", R"("id":7,"name":"B")")));
  CHECK(is_plain_text(R"({"name":"admin2","bbox":[0,0,1,1],)" + with_properties(a, b).substr(1)));
  CHECK(is_plain_text(
      R"({"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)" +
      with_properties(a, b).substr(1)));
  CHECK(is_plain_text(with_geometry("null")));
  CHECK(is_plain_text(with_geometry(
      R"({"type":"Polygon","coordinates":[[[0,0,5],[2,0,5],[2,2,5],[0,2,5],[0,0,5]],[[1,1],[1.5,1],[1,1.5],[1,1]]]})")));
  // What has to be mended, is mended alike: open, crossing itself, flat, far off the globe.
  for (const char* ring :
       {"[[0,0],[1,0],[1,1]]", "[[0,0],[1,1],[1,0],[0,1],[0,0]]", "[[0,0],[1,0],[2,0],[0,0]]",
        "[[0,0],[1,0],[1,0],[1,1],[1,2],[1,1],[0,1],[0,0]]", "[[0,0],[500,0],[500,1],[0,0]]",
        "[[0,0]]"})
    CHECK(is_plain_text(
        with_geometry(fmt::format(R"({{"type":"Polygon","coordinates":[{}]}})", ring))));
}

TEST_CASE("What is not plain is left to GDAL") {
  const std::string a = R"("name":"A")", b = R"("name":"B")";
  const std::string plain = with_properties(a, b);
  for (const std::string& text :
       {std::string("{}"),
        std::string("[1]"),
        std::string("not JSON"),
        "\xEF\xBB\xBF" + plain,
        plain.substr(0, plain.size() - 2),
        std::string(plain).replace(3, 4, "TYPE"),
        R"({"crs":{"type":"name","properties":{"name":"EPSG:32630"}},)" + plain.substr(1),
        R"({"name":"x","name":"y",)" + plain.substr(1),
        R"({"foreign":1,)" + plain.substr(1),
        with_properties(a, R"("other":"B")"),
        with_properties(a, a + "," + b),
        with_properties(R"("name":"A","n":1)", R"("n":1,"name":"A")"),
        with_properties(R"("v":1)", R"("v":"text")"),
        with_properties(R"("v":true)", R"("v":1)"),
        with_properties(R"("v":[1])", R"("v":[2])"),
        with_properties(R"("v":{})", R"("v":{})"),
        with_properties(R"("v":"a\u0000b")", R"("v":"c")"),
        with_properties(R"("v":18446744073709551615)", R"("v":1)"),
        with_properties("", ""),
        with_geometry(R"({"type":"Point","coordinates":[0,0]})"),
        with_geometry(R"({"type":"Polygon","coordinates":[]})"),
        with_geometry(R"({"type":"Polygon","coordinates":[[[0],[1],[2]]]})"),
        with_geometry(R"({"type":"Polygon","coordinates":[[[0,0],[1,null],[2,2],[0,0]]]})"),
        collection({feature(a, "null")}),
        collection({}),
        collection({R"({"type":"Feature","id":1,"properties":{"name":"A"},"geometry":)" +
                    square(0, 0) + "}"})})
    CHECK_FALSE(is_plain_text(text));
  const TempDir folder;
  BoundaryOptions layer;
  layer.layer = "units";
  CHECK_FALSE(plain_geojson(folder.write("units.geojson", plain), layer));
  CHECK_FALSE(plain_geojson(folder.write("units.kml", plain), {}));
  CHECK_FALSE(plain_geojson(folder.path("none.geojson"), {}));
}

TEST_CASE("Random GeoJSON is read as GDAL reads it") {
  Dice dice(20'261'130);
  const TempDir folder;
  int plain = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_collection(dice);
    INFO(text);
    plain += is_plain(folder.write("units.geojson", text)) ? 1 : 0;
  }
  CHECK(plain > 200);  // the rest has nothing but null shapes, or a whole number beside "true"
}

TEST_CASE("Damaged GeoJSON is read as GDAL reads it, or left to it") {
  Dice dice(6);
  const TempDir folder;
  int plain = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = damaged(random_collection(dice), dice);
    INFO(text);
    plain += is_plain(folder.write("units.geojson", text)) ? 1 : 0;
  }
  CHECK(plain > 300);
  CHECK(plain < 2700);
}

TEST_CASE("Real files are read as GDAL reads them") {
  std::size_t plain = 0;
  for (const char* folder :
       {"data/boundaries", "data/nasty/geojson-invalid", "data/nasty/mapshaper"}) {
    const std::string root = shared_file(folder);
    if (root.empty())
      return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
      if (entry.is_regular_file())
        plain += is_plain(entry.path().string()) ? 1 : 0;
  }
  CHECK(plain >= 2);
  WARN(plain << " of the real files are plain");
}

TEST_CASE("A file that begins with areas is one of boundaries") {
  const TempDir folder;
  const auto begins = [&](const std::string& text) {
    return begins_with_areas(folder.write("units.geojson", text));
  };
  CHECK(begins(with_geometry(square(0, 0))));
  CHECK(begins(with_geometry("null")));
  CHECK(begins(collection({feature(R"("x":{})", square(0, 0)),
                           feature(R"("y":1)", R"({"type":"Point","coordinates":[0,0]})")})));
  CHECK_FALSE(begins(with_geometry(R"({"type":"Point","coordinates":[0,0]})")));
  CHECK_FALSE(begins(collection({feature("", "null")})));
  CHECK_FALSE(begins("{}"));
  CHECK_FALSE(begins("no JSON"));
}
