#include "geo/boundaries/area.h"

#include <geodesic.h>

#include <cmath>

namespace malimap {

double area_km2(const Ring& ring) {
  if (ring.size() < 3)
    return 0;
  geod_geodesic wgs84;
  geod_init(&wgs84, 6378137, 1 / 298.257223563);
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  for (const LonLat& point : ring)
    geod_polygon_addpoint(&wgs84, &polygon, point.lat, point.lon);
  double area = 0, perimeter = 0;
  geod_polygon_compute(&wgs84, &polygon, 0, 1, &area, &perimeter);
  return std::abs(area) / 1e6;
}

double area_km2(std::span<const Polygon> polygons) {
  double sum = 0;
  for (const Polygon& polygon : polygons) {
    sum += area_km2(polygon.outer);
    for (const Ring& hole : polygon.holes)
      sum -= area_km2(hole);
  }
  return sum;
}

double signed_area2(std::span<const LonLat> ring) {
  // Relative to the first point, so that small rings far from the origin keep their digits.
  double sum = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const double ax = ring[i].lon - ring[0].lon, ay = ring[i].lat - ring[0].lat;
    const double bx = ring[i + 1].lon - ring[0].lon, by = ring[i + 1].lat - ring[0].lat;
    sum += ax * by - bx * ay;
  }
  return sum;
}

bool ring_contains(std::span<const LonLat> ring, LonLat point) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const LonLat a = ring[i], b = ring[j];
    if ((a.lat > point.lat) != (b.lat > point.lat) &&
        point.lon < (b.lon - a.lon) * (point.lat - a.lat) / (b.lat - a.lat) + a.lon)
      inside = !inside;
  }
  return inside;
}

}  // namespace malimap
