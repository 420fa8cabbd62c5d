// Writes made-up positions as CSV (id, lon, lat in degrees), the same for the same seed: what the
// benchmarks of locating read, ours and the peer's. Spread evenly over the box of the units, so
// that some lie in none.
//
//   make_points COUNT OUT.csv BOUNDARIES [UNITS.csv [SEED]]
//
// UNITS.csv: P-codes and multipolygons (WKT) of the finest units, as this program reads them.

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include "geo/boundaries/read.h"

using namespace malimap;

namespace {

struct Extent {
  double west = 180, east = -180, south = 90, north = -90;
};

Extent extent_of(const AdminLayer& layer) {
  Extent extent;
  for (const AdminUnit& unit : layer.units)
    for (const Polygon& polygon : unit.polygons)
      for (const LonLat p : polygon.outer)
        extent = {std::min(extent.west, p.lon), std::max(extent.east, p.lon),
                  std::min(extent.south, p.lat), std::max(extent.north, p.lat)};
  return extent;
}

std::string wkt_of(const Ring& ring) {
  std::string text;
  for (const LonLat p : ring)
    text += fmt::format("{}{} {}", text.empty() ? "(" : ",", p.lon, p.lat);
  if (!(ring.front() == ring.back()))
    text += fmt::format(",{} {}", ring.front().lon, ring.front().lat);
  return text + ")";
}

std::string wkt_of(const AdminUnit& unit) {
  std::string text;
  for (const Polygon& polygon : unit.polygons) {
    text += (text.empty() ? "MULTIPOLYGON((" : ",(") + wkt_of(polygon.outer);
    for (const Ring& hole : polygon.holes)
      text += "," + wkt_of(hole);
    text += ")";
  }
  return text + ")";
}

bool write_units(const std::string& path, const AdminLayer& layer) {
  std::FILE* out = std::fopen(path.c_str(), "w");
  if (out == nullptr)
    return false;
  fmt::print(out, "pcode,wkt\n");
  for (const AdminUnit& unit : layer.units)
    fmt::print(out, "{},\"{}\"\n", unit.pcode, wkt_of(unit));
  return std::fclose(out) == 0;
}

/// A number from 0 up to 1 that every standard library makes alike.
double part(std::mt19937_64& random) {
  return static_cast<double>(random() >> 11) * 0x1p-53;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "make_points COUNT OUT.csv BOUNDARIES [UNITS.csv [SEED]]\n");
    return 2;
  }
  Problems problems;
  const auto boundaries = read_boundaries(argv[3], {}, problems);
  std::FILE* out = std::fopen(argv[2], "w");
  if (!boundaries || out == nullptr) {
    fmt::print(stderr, "{}\n",
               boundaries ? std::string(argv[2])
                          : sentence(boundaries.error(), Translator(Language::English)));
    return 2;
  }
  const Extent extent = extent_of(boundaries->finest());
  std::mt19937_64 random(argc > 5 ? std::strtoull(argv[5], nullptr, 10) : 1);
  fmt::print(out, "id,lon,lat\n");
  const long count = std::strtol(argv[1], nullptr, 10);
  for (long i = 0; i < count; ++i) {
    const double lon = extent.west + (extent.east - extent.west) * part(random);
    const double lat = extent.south + (extent.north - extent.south) * part(random);
    fmt::print(out, "{},{:.7f},{:.7f}\n", i, lon, lat);
  }
  const bool written = std::fclose(out) == 0;
  return written && (argc < 5 || write_units(argv[4], boundaries->finest())) ? 0 : 2;
}
