#include "geo/boundaries/mend.h"

#include <algorithm>
#include <cmath>

#include "geo/base/translator.h"
#include "geo/boundaries/area.h"
#include "geo/boundaries/ogr_shapes.h"
#include "geo/boundaries/validity.h"

namespace malimap {
namespace {

constexpr double kFlat = 1e-12;  // square degrees, a hundredth of a square metre

bool on_globe(LonLat p) {
  return std::abs(p.lon) <= 360 && std::abs(p.lat) <= 90.000001;
}

/// A spike runs out and back on the same line: the turn at b is a full one.
bool is_spike(LonLat a, LonLat b, LonLat c) {
  const double ux = a.lon - b.lon, uy = a.lat - b.lat, vx = c.lon - b.lon, vy = c.lat - b.lat;
  const double cross = ux * vy - uy * vx, dot = ux * vx + uy * vy;
  return dot > 0 && std::abs(cross) <= 1e-12 * dot;
}

bool drop_spikes(Ring& ring) {
  bool dropped = false;
  for (std::size_t i = 0; i < ring.size() && ring.size() >= 3;) {
    const std::size_t n = ring.size();
    const LonLat a = ring[(i + n - 1) % n], b = ring[i], c = ring[(i + 1) % n];
    if (b == c || is_spike(a, b, c)) {
      dropped |= b != c;
      ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
      i = i > 1 ? i - 2 : 0;
    } else {
      ++i;
    }
  }
  return dropped;
}

/// All points on one line. The area would not tell: that of a bow-tie is zero.
bool is_flat(const Ring& ring) {
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const LonLat a = ring[0], b = ring[i], c = ring[i + 1];
    if (std::abs((b.lon - a.lon) * (c.lat - a.lat) - (c.lon - a.lon) * (b.lat - a.lat)) > kFlat)
      return false;
  }
  return true;
}

Ring mended(const Ring& source, ShapeResult& result) {
  Ring ring;
  ring.reserve(source.size());
  for (const LonLat point : source) {
    if (!std::isfinite(point.lon) || !std::isfinite(point.lat))
      note_flaw(result, N_("coordinates of {0} that are no numbers were left out"));
    else if (ring.empty() || ring.back() != point)
      ring.push_back(point);
  }
  if (ring.size() > 1 && ring.front() == ring.back())
    ring.pop_back();
  else if (!ring.empty())
    note_flaw(result, N_("an open ring of {0} was closed"));
  if (drop_spikes(ring))
    note_flaw(result, N_("a spike without width was taken off {0}"));
  if (is_flat(ring))
    ring.clear();
  return ring;
}

bool all_on_globe(const std::vector<Polygon>& polygons) {
  return std::all_of(polygons.begin(), polygons.end(), [](const Polygon& polygon) {
    return std::all_of(polygon.outer.begin(), polygon.outer.end(), on_globe);
  });
}

}  // namespace

void note_flaw(ShapeResult& result, const char* flaw) {
  if (std::find(result.flaws.begin(), result.flaws.end(), flaw) == result.flaws.end())
    result.flaws.emplace_back(flaw);
}

void add_polygon(std::vector<Ring> rings, ShapeResult& result) {
  if (rings.empty())
    return;
  Polygon polygon;
  polygon.outer = mended(rings.front(), result);
  if (polygon.outer.empty()) {
    note_flaw(result, N_("a ring without an area was left out of {0}"));
    return;
  }
  if (signed_area2(polygon.outer) < 0)
    std::reverse(polygon.outer.begin(), polygon.outer.end());
  for (std::size_t i = 1; i < rings.size(); ++i) {
    Ring hole = mended(rings[i], result);
    if (signed_area2(hole) > 0)
      std::reverse(hole.begin(), hole.end());
    if (!hole.empty())
      polygon.holes.push_back(std::move(hole));
  }
  result.polygons.push_back(std::move(polygon));
}

void finish_shape(ShapeResult& result) {
  if (!all_on_globe(result.polygons)) {
    note_flaw(result, N_("the coordinates of {0} are not on the globe"));
    result.off_globe = true;
    result.polygons.clear();
  }
  if (!result.polygons.empty() && !surely_valid(result.polygons) && make_valid(result.polygons))
    note_flaw(result, N_("rings of {0} that cross or touch themselves were put right"));
}

}  // namespace malimap
