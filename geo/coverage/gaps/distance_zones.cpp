#include "geo/coverage/gaps/distance_zones.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace malimap {
namespace {

constexpr double kRadians = std::numbers::pi / 180;

/// Kilometres of a degree of longitude and of latitude on the WGS 84 ellipsoid.
struct DegreeLengths {
  double lon = 0, lat = 0;
};
DegreeLengths degree_lengths(double lat) {
  constexpr double kRadius = 6378.137, kSquared = 0.0066943799901413165;
  const double sine = std::sin(lat * kRadians);
  const double w2 = 1 - kSquared * sine * sine;
  return {kRadius / std::sqrt(w2) * std::cos(lat * kRadians) * kRadians,
          kRadius * (1 - kSquared) / (w2 * std::sqrt(w2)) * kRadians};
}

template <class Use>
void each_edge(const AdminUnit& unit, const Use& use) {
  const auto of_ring = [&](const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i)
      use(ring[i], ring[i + 1 == ring.size() ? 0 : i + 1]);
  };
  for (const Polygon& polygon : unit.polygons) {
    of_ring(polygon.outer);
    for (const Ring& hole : polygon.holes)
      of_ring(hole);
  }
}

/// Where rows of equal height, from south to north, run through a unit: pairs of longitudes.
struct Stretches {
  double low = 0, height = 0;  // of the unit's lowest latitude, of a row
  std::vector<std::vector<double>> rows;
  [[nodiscard]] double lat(std::size_t row) const {
    return low + (static_cast<double>(row) + 0.5) * height;
  }
};

Stretches stretches_of(const AdminUnit& unit, int count) {
  double low = 90, high = -90;
  each_edge(unit, [&](LonLat a, LonLat) {
    low = std::min(low, a.lat);
    high = std::max(high, a.lat);
  });
  Stretches out{low, (high - low) / count, {}};
  if (!(high > low))
    return out;
  out.rows.resize(static_cast<std::size_t>(count));
  each_edge(unit, [&](LonLat a, LonLat b) {
    if (a.lat > b.lat)
      std::swap(a, b);
    // Rows with a.lat <= lat < b.lat: an end shared by two edges counts once.
    const double first = std::ceil((a.lat - low) / out.height - 0.5);
    for (auto row = static_cast<int>(std::max(first, 0.0)); row < count; ++row) {
      const double lat = out.lat(static_cast<std::size_t>(row));
      if (lat >= b.lat)
        break;
      if (lat >= a.lat)
        out.rows[static_cast<std::size_t>(row)].push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) *
                                                                      (b.lon - a.lon));
    }
  });
  for (auto& row : out.rows)
    std::sort(row.begin(), row.end());
  return out;
}

/// How far from the nearest limit between two bands.
double margin_of(double km, double beyond_km) {
  double margin = std::abs(km - beyond_km);
  for (const double limit : kDistanceBands)
    margin = std::min(margin, std::abs(km - limit));
  return margin;
}

}  // namespace

struct ZoneScanner::Row {
  double lat = 0, km_per_lon = 0, weight = 0, spacing_km = 0;
};

ZoneScanner::ZoneScanner(const PointTree& tree, double beyond_km, int rows)
    : tree_(tree), beyond_km_(beyond_km), rows_(rows) {}

double ZoneScanner::distance(LonLat at, std::uint32_t& seed) const {
  const auto near = tree_.nearest(on_ellipsoid(at), seed);
  seed = near.index;
  return arc_of_chord(std::sqrt(near.chord2));
}

void ZoneScanner::walk(const Row& row, double from, double to, ZoneScan& scan) const {
  const double least = row.spacing_km / 4, most = row.spacing_km * 4;
  auto seed = tree_.nearest(on_ellipsoid({from, row.lat})).index;
  double left = (to - from) * row.km_per_lon;
  while (left > 0) {
    const double start = to - left / row.km_per_lon, ahead = std::min(least / 2, left / 2);
    const LonLat at{start + ahead / row.km_per_lon, row.lat};
    const double km = distance(at, seed);
    const double step =
        std::min(left, ahead + std::clamp(margin_of(km, beyond_km_), ahead, std::max(most, ahead)));
    const double area = step * row.weight;
    const auto band = static_cast<std::size_t>(
        std::upper_bound(kDistanceBands.begin(), kDistanceBands.end(), km) -
        kDistanceBands.begin());
    scan.area += area;
    scan.bands[band] += area;
    scan.beyond += km > beyond_km_ ? area : 0;
    if (km > scan.farthest_km) {
      scan.farthest_km = km;
      scan.farthest = at;
    }
    left -= step;
  }
}

/// From the farthest place seen, uphill in ever shorter steps.
void ZoneScanner::climb(const AdminUnit& unit, double step_km, ZoneScan& scan) const {
  if (!(scan.farthest_km > 0))
    return;
  auto seed = tree_.nearest(on_ellipsoid(scan.farthest)).index;
  const DegreeLengths degree = degree_lengths(scan.farthest.lat);
  for (double step = step_km; step > 0.05;) {
    bool higher = false;
    for (int direction = 0; direction < 8; ++direction) {
      const double angle = direction * std::numbers::pi / 4;
      const LonLat to{scan.farthest.lon + step * std::cos(angle) / degree.lon,
                      scan.farthest.lat + step * std::sin(angle) / degree.lat};
      const double km = distance(to, seed);
      if (km <= scan.farthest_km || !holds(unit, to))
        continue;
      scan.farthest_km = km;
      scan.farthest = to;
      higher = true;
    }
    step = higher ? step : step / 2;
  }
}

void ZoneScanner::add(const AdminUnit& unit, ZoneScan& scan) const {
  const Stretches stretches = stretches_of(unit, rows_);
  ZoneScan of_unit;
  double spacing = 0;
  for (std::size_t i = 0; i < stretches.rows.size(); ++i) {
    const DegreeLengths degree = degree_lengths(stretches.lat(i));
    spacing = stretches.height * degree.lat;
    const Row row{stretches.lat(i), degree.lon, spacing, spacing};
    const auto& ends = stretches.rows[i];
    for (std::size_t k = 0; k + 1 < ends.size(); k += 2)
      walk(row, ends[k], ends[k + 1], of_unit);
  }
  climb(unit, 2 * spacing, of_unit);
  scan.area += of_unit.area;
  scan.beyond += of_unit.beyond;
  for (std::size_t band = 0; band < scan.bands.size(); ++band)
    scan.bands[band] += of_unit.bands[band];
  if (of_unit.farthest_km > scan.farthest_km) {
    scan.farthest_km = of_unit.farthest_km;
    scan.farthest = of_unit.farthest;
  }
}

LonLat position_inside(const AdminUnit& unit) {
  const Stretches stretches = stretches_of(unit, 63);
  LonLat middle,
      widest{unit.polygons.empty() || unit.polygons[0].outer.empty() ? LonLat{}
                                                                     : unit.polygons[0].outer[0]};
  double weight = 0, width = 0;
  for (std::size_t i = 0; i < stretches.rows.size(); ++i) {
    const auto& ends = stretches.rows[i];
    const double lat = stretches.lat(i);
    for (std::size_t k = 0; k + 1 < ends.size(); k += 2) {
      const double w = ends[k + 1] - ends[k], lon = (ends[k] + ends[k + 1]) / 2;
      middle.lon += w * lon;
      middle.lat += w * lat;
      weight += w;
      if (w > width) {
        width = w;
        widest = {lon, lat};
      }
    }
  }
  if (!(weight > 0))
    return widest;
  middle = {middle.lon / weight, middle.lat / weight};
  return holds(unit, middle) ? middle : widest;
}

}  // namespace malimap
