#include "geo/boundaries/overlap.h"

#include <algorithm>
#include <map>

namespace malimap {
namespace {

constexpr int kRows = 32;
constexpr int kMostRows = 512;
constexpr std::size_t kEnoughPoints =
    200;  // a thin unit fills little of its box: a finer grid then

struct Box {
  double west = 1e9, south = 1e9, east = -1e9, north = -1e9;
};

Box box_of(const AdminUnit& unit) {
  Box box;
  for (const Polygon& polygon : unit.polygons)
    for (const LonLat& p : polygon.outer)
      box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
             std::max(box.north, p.lat)};
  return box;
}

void add_crossings(const Ring& ring, double lat, std::vector<double>& lons) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i], b = ring[i + 1 < ring.size() ? i + 1 : 0];
    if ((a.lat <= lat) != (b.lat <= lat))
      lons.push_back(a.lon + (b.lon - a.lon) * ((lat - a.lat) / (b.lat - a.lat)));
  }
}

/// Where a line of latitude enters and leaves the unit, from west to east.
std::vector<double> crossings(const AdminUnit& unit, double lat) {
  std::vector<double> lons;
  for (const Polygon& polygon : unit.polygons) {
    add_crossings(polygon.outer, lat, lons);
    for (const Ring& hole : polygon.holes)
      add_crossings(hole, lat, lons);
  }
  std::sort(lons.begin(), lons.end());
  return lons;
}

/// Points in the middle of the cells of a grid over the unit's box, those inside the unit.
std::vector<LonLat> points_inside(const AdminUnit& unit, const Box& box, int rows) {
  std::vector<LonLat> points;
  const double height = (box.north - box.south) / rows, width = (box.east - box.west) / rows;
  for (int row = 0; row < rows; ++row) {
    const double lat = box.south + (row + 0.5) * height;
    const std::vector<double> lons = crossings(unit, lat);
    std::size_t passed = 0;
    for (int column = 0; column < rows; ++column) {
      const double lon = box.west + (column + 0.5) * width;
      while (passed < lons.size() && lons[passed] <= lon)
        ++passed;
      if (passed % 2 == 1)
        points.push_back({lon, lat});
    }
  }
  return points;
}

}  // namespace

std::vector<OverlapShare> overlap_shares(const AdminUnit& unit, const UnitLocator& others) {
  const Box box = box_of(unit);
  if (box.west >= box.east || box.south >= box.north)
    return {};
  std::vector<LonLat> points;
  for (int rows = kRows; rows <= kMostRows && points.size() < kEnoughPoints; rows *= 2)
    points = points_inside(unit, box, rows);
  std::map<UnitIndex, std::size_t> counts;
  for (const LonLat& point : points)
    ++counts[others.locate(point)];
  std::vector<OverlapShare> shares;
  for (const auto& [other, count] : counts)
    shares.push_back({other, static_cast<double>(count) / static_cast<double>(points.size())});
  std::stable_sort(shares.begin(), shares.end(),
                   [](const OverlapShare& a, const OverlapShare& b) { return a.share > b.share; });
  return shares;
}

}  // namespace malimap
