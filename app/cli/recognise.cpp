#include "app/cli/recognise.h"

#include "geo/boundaries/plain_geojson.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

constexpr int kFeaturesToLookAt = 100;

bool is_polygon(OGRwkbGeometryType type) {
  const OGRwkbGeometryType flat = wkbFlatten(type);
  return OGR_GT_IsSubClassOf(flat, wkbCurvePolygon) != 0 ||
         OGR_GT_IsSubClassOf(flat, wkbMultiSurface) != 0;
}

bool has_polygons(OGRLayer& layer) {
  if (layer.GetGeomType() == wkbNone)
    return false;
  if (is_polygon(layer.GetGeomType()))
    return true;
  layer.ResetReading();
  for (int i = 0; i < kFeaturesToLookAt; ++i) {
    const OGRFeatureUniquePtr feature(layer.GetNextFeature());
    if (!feature)
      return false;
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (geometry != nullptr && !geometry->IsEmpty())
      return is_polygon(geometry->getGeometryType());
  }
  return false;
}

}  // namespace

bool holds_polygons(const std::string& path) {
  if (begins_with_areas(path))
    return true;
  const GdalMessages silent;
  auto file = is_database(path) ? open_database(path, FileContent::Shapes)
                                : open_vector_file(path, FileContent::Shapes);
  if (!file)
    return false;
  for (const auto& name : file->layer_names()) {
    if (OGRLayer* layer = file->layer(name); layer != nullptr && has_polygons(*layer))
      return true;
  }
  return false;
}

}  // namespace malimap
