#pragma once
// The embedded GeoJSON files, read without GDAL: it takes ten times as long, which the start of the
// program would feel. They are our own, valid and in WGS 84, so nothing is checked or mended here
// (a test reads them through GDAL too and compares).

#include <map>
#include <string>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

struct AssetFeature {
  std::map<std::string, std::string> properties;
  std::vector<Polygon> polygons;
  std::vector<std::vector<LonLat>> lines;
};

/// The features of an embedded GeoJSON with areas or lines; none when there is no such asset.
[[nodiscard]] std::vector<AssetFeature> asset_features(const std::string& path);

}  // namespace malimap
