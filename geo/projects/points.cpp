#include "geo/projects/points.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace malimap {
namespace {

constexpr double kKmPerDegree = 111.195;  // on the sphere of 6,371 km

/// Kilometres from the origin to the segment a-b, both in kilometres.
double to_segment(double ax, double ay, double bx, double by) {
  const double dx = bx - ax, dy = by - ay;
  const double length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(ax + t * dx, ay + t * dy);
}

double to_ring(LonLat p, const Ring& ring) {
  const double x_scale = kKmPerDegree * std::cos(p.lat * std::numbers::pi / 180);
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
    best = std::min(best, to_segment((a.lon - p.lon) * x_scale, (a.lat - p.lat) * kKmPerDegree,
                                     (b.lon - p.lon) * x_scale, (b.lat - p.lat) * kKmPerDegree));
  }
  return best;
}

/// The value divided by the powers of ten until it falls between low and high.
std::optional<double> restored(double value, double low, double high) {
  for (int power = 0; power < 16; ++power) {
    const double candidate = value / std::pow(10.0, power);
    if (candidate >= low && candidate <= high)
      return candidate;
  }
  return {};
}

}  // namespace

LonLatBox box_of(const AdminUnit& unit) {
  LonLatBox box;
  for (const auto& polygon : unit.polygons)
    for (LonLat p : polygon.outer) {
      box.west = std::min(box.west, p.lon);
      box.east = std::max(box.east, p.lon);
      box.south = std::min(box.south, p.lat);
      box.north = std::max(box.north, p.lat);
    }
  return box;
}

LonLatBox box_of(const AdminLayer& layer) {
  LonLatBox box;
  for (const auto& unit : layer.units) {
    const LonLatBox one = box_of(unit);
    box = {std::min(box.west, one.west), std::min(box.south, one.south),
           std::max(box.east, one.east), std::max(box.north, one.north)};
  }
  return box;
}

bool LonLatBox::is_within_km(LonLat p, double km) const {
  const double lat = km / kKmPerDegree;
  const double widest = std::min(std::max(std::abs(p.lat), std::abs(north)) + lat, 89.0);
  const double lon = lat / std::cos(widest * std::numbers::pi / 180);
  return p.lon >= west - lon && p.lon <= east + lon && p.lat >= south - lat && p.lat <= north + lat;
}

bool is_possible(LonLat p) {
  return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lon) <= 180 &&
         std::abs(p.lat) <= 90 && !(p.lon == 0 && p.lat == 0);
}

std::optional<LonLat> with_decimals_restored(LonLat point, const LonLatBox& box) {
  if (!std::isfinite(point.lon) || !std::isfinite(point.lat) || (point.lon == 0 && point.lat == 0))
    return {};
  const auto lon = restored(point.lon, box.west, box.east);
  const auto lat = restored(point.lat, box.south, box.north);
  return lon && lat ? std::optional(LonLat{*lon, *lat}) : std::nullopt;
}

double border_distance_km(LonLat point, const AdminUnit& unit) {
  double best = std::numeric_limits<double>::infinity();
  for (const auto& polygon : unit.polygons)
    best = std::min(best, to_ring(point, polygon.outer));
  return best;
}

std::string text_of(LonLat point) {
  return fmt::format("{}, {}", point.lon, point.lat);
}

}  // namespace malimap
