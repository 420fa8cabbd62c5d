#include "geo/boundaries/ogr_shapes.h"

#include "geo/base/translator.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

Ring ring_of(const OGRLinearRing& source) {
  Ring ring;
  ring.reserve(static_cast<std::size_t>(source.getNumPoints()));
  for (int i = 0; i < source.getNumPoints(); ++i)
    ring.push_back({source.getX(i), source.getY(i)});
  return ring;
}

void add_part(const OGRPolygon& source, ShapeResult& result) {
  if (!source.getExteriorRing())
    return;
  std::vector<Ring> rings{ring_of(*source.getExteriorRing())};
  for (int i = 0; i < source.getNumInteriorRings(); ++i)
    rings.push_back(ring_of(*source.getInteriorRing(i)));
  add_polygon(std::move(rings), result);
}

/// Polygons at any depth of a collection.
void add_parts(const OGRGeometry& geometry, ShapeResult& result) {
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
      add_part(*geometry.toPolygon(), result);
      break;
    case wkbMultiPolygon:
    case wkbGeometryCollection:
      for (const OGRGeometry* part : *geometry.toGeometryCollection())
        add_parts(*part, result);
      break;
    default:
      note_flaw(result, N_("points or lines of {0} were left out: an area is expected"));
  }
}

std::unique_ptr<OGRLinearRing> to_ogr(const Ring& ring) {
  auto result = std::make_unique<OGRLinearRing>();
  result->setNumPoints(static_cast<int>(ring.size()) + 1, FALSE);
  for (std::size_t i = 0; i < ring.size(); ++i)
    result->setPoint(static_cast<int>(i), ring[i].lon, ring[i].lat);
  result->setPoint(static_cast<int>(ring.size()), ring.front().lon, ring.front().lat);
  return result;
}

}  // namespace

ShapeResult shape_of(const OGRGeometry* geometry) {
  ShapeResult result;
  if (!geometry || geometry->IsEmpty()) {
    note_flaw(result, N_("{0} has no geometry"));
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
  finish_shape(result);
  return result;
}

bool make_valid(std::vector<Polygon>& polygons) {
  const GdalMessages messages;  // GEOS says where the flaw is; the unit's name is enough here
  const auto geometry = to_ogr(std::span<const Polygon>(polygons));
  if (geometry->IsValid())
    return false;
  const std::unique_ptr<OGRGeometry> mended(geometry->MakeValid());
  ShapeResult parts;
  if (mended)
    add_parts(*mended, parts);  // its lines are the former spikes: nothing to say about them
  polygons = std::move(parts.polygons);
  return true;
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
