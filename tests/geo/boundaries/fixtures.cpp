#include "tests/geo/boundaries/fixtures.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <tuple>

namespace malimap::testing {

namespace fs = std::filesystem;

TempDir::TempDir() {
  static std::atomic<int> number = 0;
  path_ =
      (fs::temp_directory_path() / fmt::format("malimap-boundaries-{}-{}", ::getpid(), ++number))
          .string();
  fs::create_directories(path_);
}

TempDir::~TempDir() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TempDir::path(const std::string& name) const {
  return (fs::path(path_) / name).string();
}

std::string TempDir::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(path(name), std::ios::binary) << bytes;
  return path(name);
}

std::string feature(const std::string& properties, const std::string& geometry) {
  return fmt::format(R"({{"type":"Feature","properties":{{{}}},"geometry":{}}})", properties,
                     geometry);
}

std::string collection(const std::vector<std::string>& features) {
  std::string list;
  for (const std::string& one : features)
    list += (list.empty() ? "" : ",\n") + one;
  return R"({"type":"FeatureCollection","features":[)" + list + "]}";
}

std::string square(double x, double y) {
  return fmt::format(
      R"({{"type":"Polygon","coordinates":[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]}})",
      x, y, x + 1, y + 1);
}

std::string squares(const std::vector<std::string>& properties, int columns) {
  std::vector<std::string> features;
  for (std::size_t i = 0; i < properties.size(); ++i) {
    const int n = static_cast<int>(i);
    features.push_back(feature(properties[i], square(n % columns, n / columns)));
  }
  return collection(features);
}

Result<Boundaries> read_text(const std::string& geojson, const BoundaryOptions& options,
                             Problems* problems) {
  const TempDir directory;
  Problems ignored;
  return read_boundaries(directory.write("units.geojson", geojson), options,
                         problems ? *problems : ignored);
}

std::size_t count(const Problems& problems, const std::string& reason) {
  std::size_t found = 0;
  for (const Problem& problem : problems.all())
    found += problem.reason == reason;
  return found;
}

double total_area(const AdminLayer& layer) {
  double sum = 0;
  for (const AdminUnit& unit : layer.units)
    sum += unit.area_km2;
  return sum;
}

std::size_t ring_count(const AdminUnit& unit) {
  std::size_t rings = 0;
  for (const Polygon& polygon : unit.polygons)
    rings += 1 + polygon.holes.size();
  return rings;
}

std::size_t arc_faults(const AdminLayer& layer) {
  using Edge = std::tuple<double, double, double, double>;
  std::map<Edge, UnitIndex> left_of;  // directed edge -> the unit on its left, by the arcs
  std::size_t faults = 0;
  const auto add = [&](LonLat a, LonLat b, UnitIndex left) {
    faults += !left_of.emplace(Edge{a.lon, a.lat, b.lon, b.lat}, left).second;
  };
  for (const Arc& arc : layer.arcs)
    for (std::size_t i = 0; i + 1 < arc.points.size(); ++i) {
      add(arc.points[i], arc.points[i + 1], arc.left);
      add(arc.points[i + 1], arc.points[i], arc.right);
    }
  std::size_t sides = 0;
  const auto check = [&](const Ring& ring, UnitIndex unit) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
      const auto found = left_of.find({a.lon, a.lat, b.lon, b.lat});
      faults += found == left_of.end() || found->second != unit;
      ++sides;
    }
  };
  for (std::size_t u = 0; u < layer.units.size(); ++u)
    for (const Polygon& polygon : layer.units[u].polygons) {
      check(polygon.outer, static_cast<UnitIndex>(u));
      for (const Ring& hole : polygon.holes)
        check(hole, static_cast<UnitIndex>(u));
    }
  std::size_t expected = 0;
  for (const auto& [edge, left] : left_of)
    expected += left != kNoUnit;
  return faults + (expected > sides ? expected - sides : sides - expected);
}

}  // namespace malimap::testing
