#include "geo/boundaries/asset_features.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "geo/base/embedded.h"
#include "geo/boundaries/area.h"

namespace malimap {
namespace {

using Json = nlohmann::json;

std::vector<LonLat> points_of(const Json& coordinates) {
  std::vector<LonLat> points;
  points.reserve(coordinates.size());
  for (const Json& point : coordinates)
    points.push_back({point[0].get<double>(), point[1].get<double>()});
  return points;
}

Ring ring_of(const Json& coordinates, bool outer) {
  Ring ring = points_of(coordinates);
  if (ring.size() > 1 && ring.front() == ring.back())
    ring.pop_back();
  if ((signed_area2(ring) > 0) != outer)
    std::reverse(ring.begin(), ring.end());
  return ring;
}

Polygon polygon_of(const Json& coordinates) {
  Polygon polygon;
  for (const Json& ring : coordinates)
    if (polygon.outer.empty())
      polygon.outer = ring_of(ring, true);
    else
      polygon.holes.push_back(ring_of(ring, false));
  return polygon;
}

AssetFeature feature_of(const Json& json) {
  AssetFeature feature;
  for (const auto& [name, value] : json.at("properties").items())
    feature.properties[name] = value.is_string() ? value.get<std::string>()
                               : value.is_null() ? std::string{}
                                                 : value.dump();
  const Json& coordinates = json.at("geometry").at("coordinates");
  const std::string type = json.at("geometry").at("type");
  if (type == "Polygon")
    feature.polygons.push_back(polygon_of(coordinates));
  else if (type == "LineString")
    feature.lines.push_back(points_of(coordinates));
  else if (type == "MultiPolygon")
    for (const Json& part : coordinates)
      feature.polygons.push_back(polygon_of(part));
  else if (type == "MultiLineString")
    for (const Json& part : coordinates)
      feature.lines.push_back(points_of(part));
  return feature;
}

}  // namespace

std::vector<AssetFeature> asset_features(const std::string& path) {
  std::vector<AssetFeature> features;
  try {
    const Json json = Json::parse(asset(path).value_or(std::string_view{}));
    for (const Json& feature : json.at("features"))
      features.push_back(feature_of(feature));
  } catch (const Json::exception&) {
    return {};  // an asset that is no GeoJSON is a fault of the build, which the tests show
  }
  return features;
}

}  // namespace malimap
