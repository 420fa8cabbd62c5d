#include "geo/boundaries/asset_features.h"

#include <algorithm>

#include "geo/base/embedded.h"
#include "geo/boundaries/area.h"
#include "geo/boundaries/json_points.h"

namespace malimap {
namespace {

namespace dom = simdjson::dom;

void turn(Ring& ring, bool outer) {
  if (ring.size() > 1 && ring.front() == ring.back())
    ring.pop_back();
  if ((signed_area2(ring) > 0) != outer)
    std::reverse(ring.begin(), ring.end());
}

bool add_polygon(dom::element json, AssetFeature& feature) {
  auto rings = json_rings(json);
  if (!rings || rings->empty())
    return false;
  for (std::size_t i = 0; i < rings->size(); ++i)
    turn((*rings)[i], i == 0);
  Polygon polygon{std::move(rings->front()), {}};
  std::move(rings->begin() + 1, rings->end(), std::back_inserter(polygon.holes));
  feature.polygons.push_back(std::move(polygon));
  return true;
}

bool add_line(dom::element json, AssetFeature& feature) {
  auto line = json_positions(json);
  if (line)
    feature.lines.push_back(std::move(*line));
  return line.has_value();
}

template <class Add>
bool add_parts(dom::element json, AssetFeature& feature, Add add) {
  dom::array parts;
  return !json.get(parts) && std::all_of(parts.begin(), parts.end(),
                                         [&](dom::element part) { return add(part, feature); });
}

bool add_shape(dom::element geometry, AssetFeature& feature) {
  std::string_view type;
  dom::element coordinates;
  if (geometry["type"].get(type) || geometry["coordinates"].get(coordinates))
    return false;
  if (type == "Polygon")
    return add_polygon(coordinates, feature);
  if (type == "LineString")
    return add_line(coordinates, feature);
  if (type == "MultiPolygon")
    return add_parts(coordinates, feature, add_polygon);
  return type == "MultiLineString" && add_parts(coordinates, feature, add_line);
}

std::string text_of(dom::element value) {
  std::string_view text;
  if (!value.get(text))
    return std::string(text);
  return value.is_null() ? std::string{} : simdjson::to_string(value);
}

bool add_feature(dom::element json, std::vector<AssetFeature>& features) {
  dom::object properties;
  dom::element geometry;
  if (json["properties"].get(properties) || json["geometry"].get(geometry))
    return false;
  AssetFeature& feature = features.emplace_back();
  for (const auto& [name, value] : properties)
    feature.properties[std::string(name)] = text_of(value);
  return add_shape(geometry, feature);
}

}  // namespace

std::vector<AssetFeature> asset_features(const std::string& path) {
  const std::string_view text = asset(path).value_or(std::string_view{});
  dom::parser parser;
  dom::element json;
  dom::array list;
  if (parser.parse(text.data(), text.size()).get(json) || json["features"].get(list))
    return {};
  std::vector<AssetFeature> features;
  for (const dom::element feature : list)
    if (!add_feature(feature, features))
      return {};  // an asset that is no GeoJSON is a fault of the build, which the tests show
  return features;
}

}  // namespace malimap
