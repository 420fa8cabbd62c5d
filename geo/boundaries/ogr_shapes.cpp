#include "geo/boundaries/ogr_shapes.h"

#include <algorithm>
#include <cmath>

#include "geo/base/translator.h"
#include "geo/boundaries/area.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

constexpr double kFlat = 1e-12;  // square degrees, a hundredth of a square metre

void note(std::vector<std::string>& flaws, const char* flaw) {
  if (std::find(flaws.begin(), flaws.end(), flaw) == flaws.end())
    flaws.emplace_back(flaw);
}

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

Ring read_ring(const OGRLinearRing& source, std::vector<std::string>& flaws) {
  Ring ring;
  ring.reserve(static_cast<std::size_t>(source.getNumPoints()));
  for (int i = 0; i < source.getNumPoints(); ++i) {
    const LonLat point{source.getX(i), source.getY(i)};
    if (!std::isfinite(point.lon) || !std::isfinite(point.lat))
      note(flaws, N_("coordinates of {0} that are no numbers were left out"));
    else if (ring.empty() || ring.back() != point)
      ring.push_back(point);
  }
  if (ring.size() > 1 && ring.front() == ring.back())
    ring.pop_back();
  else if (!ring.empty())
    note(flaws, N_("an open ring of {0} was closed"));
  if (drop_spikes(ring))
    note(flaws, N_("a spike without width was taken off {0}"));
  if (is_flat(ring))
    ring.clear();
  return ring;
}

void add_polygon(const OGRPolygon& source, ShapeResult& result) {
  if (!source.getExteriorRing())
    return;
  Polygon polygon;
  polygon.outer = read_ring(*source.getExteriorRing(), result.flaws);
  if (polygon.outer.empty()) {
    note(result.flaws, N_("a ring without an area was left out of {0}"));
    return;
  }
  if (signed_area2(polygon.outer) < 0)
    std::reverse(polygon.outer.begin(), polygon.outer.end());
  for (int i = 0; i < source.getNumInteriorRings(); ++i) {
    Ring hole = read_ring(*source.getInteriorRing(i), result.flaws);
    if (signed_area2(hole) > 0)
      std::reverse(hole.begin(), hole.end());
    if (!hole.empty())
      polygon.holes.push_back(std::move(hole));
  }
  result.polygons.push_back(std::move(polygon));
}

/// Polygons at any depth of a collection.
void add_parts(const OGRGeometry& geometry, ShapeResult& result) {
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
      add_polygon(*geometry.toPolygon(), result);
      break;
    case wkbMultiPolygon:
    case wkbGeometryCollection:
      for (const OGRGeometry* part : *geometry.toGeometryCollection())
        add_parts(*part, result);
      break;
    default:
      note(result.flaws, N_("points or lines of {0} were left out: an area is expected"));
  }
}

bool all_on_globe(const std::vector<Polygon>& polygons) {
  return std::all_of(polygons.begin(), polygons.end(), [](const Polygon& polygon) {
    return std::all_of(polygon.outer.begin(), polygon.outer.end(), on_globe);
  });
}

std::unique_ptr<OGRLinearRing> to_ogr(const Ring& ring) {
  auto result = std::make_unique<OGRLinearRing>();
  result->setNumPoints(static_cast<int>(ring.size()) + 1, FALSE);
  for (std::size_t i = 0; i < ring.size(); ++i)
    result->setPoint(static_cast<int>(i), ring[i].lon, ring[i].lat);
  result->setPoint(static_cast<int>(ring.size()), ring.front().lon, ring.front().lat);
  return result;
}

/// Lets GEOS put right what crosses itself; keeps the areas of what it makes.
void make_valid(ShapeResult& result) {
  const GdalMessages messages;  // GEOS says where the flaw is; the unit's name is enough here
  const auto geometry = to_ogr(std::span<const Polygon>(result.polygons));
  if (geometry->IsValid())
    return;
  note(result.flaws, N_("rings of {0} that cross or touch themselves were put right"));
  const std::unique_ptr<OGRGeometry> mended(geometry->MakeValid());
  ShapeResult parts;
  if (mended)
    add_parts(*mended, parts);  // its lines are the former spikes: nothing to say about them
  result.polygons = std::move(parts.polygons);
}

}  // namespace

ShapeResult shape_of(const OGRGeometry* geometry) {
  ShapeResult result;
  if (!geometry || geometry->IsEmpty()) {
    note(result.flaws, N_("{0} has no geometry"));
    return result;
  }
  // Curves (file geodatabases have them) become lines.
  std::unique_ptr<OGRGeometry> linear;
  if (geometry->hasCurveGeometry()) {
    linear.reset(geometry->getLinearGeometry());
    geometry = linear.get();
  }
  if (geometry)
    add_parts(*geometry, result);
  if (!all_on_globe(result.polygons)) {
    note(result.flaws, N_("the coordinates of {0} are not on the globe"));
    result.off_globe = true;
    result.polygons.clear();
  }
  if (!result.polygons.empty())
    make_valid(result);
  return result;
}

std::unique_ptr<OGRMultiPolygon> to_ogr(std::span<const Polygon> polygons) {
  auto result = std::make_unique<OGRMultiPolygon>();
  for (const Polygon& polygon : polygons) {
    auto part = std::make_unique<OGRPolygon>();
    part->addRingDirectly(to_ogr(polygon.outer).release());
    for (const Ring& hole : polygon.holes)
      part->addRingDirectly(to_ogr(hole).release());
    result->addGeometryDirectly(part.release());
  }
  return result;
}

}  // namespace malimap
