#include <algorithm>
#include <charconv>
#include <iterator>

#include "geo/base/embedded.h"
#include "geo/base/text.h"
#include "geo/boundaries/asset_features.h"
#include "geo/boundaries/context.h"

namespace malimap {
namespace {

/// from_chars and not strtod: the locale's decimal comma must not matter.
template <class Number>
Number number_in(const std::string& text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<Neighbour> neighbours() {
  std::vector<Neighbour> result;
  for (AssetFeature& feature : asset_features("context/neighbours.geojson"))
    result.push_back({feature.properties["iso_a2"], feature.properties["name_fr"],
                      feature.properties["name_en"], std::move(feature.polygons)});
  // Mali's own land lies under the units, so that boundaries from elsewhere leave no sea along its
  // border.
  Neighbour mali{"ML", "Mali", "Mali", {}};
  for (AssetFeature& feature : asset_features("boundaries/mali_regions.geojson"))
    std::move(feature.polygons.begin(), feature.polygons.end(), std::back_inserter(mali.polygons));
  result.push_back(std::move(mali));
  return result;
}

std::vector<Lake> lakes() {
  std::vector<Lake> result;
  for (AssetFeature& feature : asset_features("context/lakes.geojson"))
    result.push_back({feature.properties["name_fr"], std::move(feature.polygons)});
  return result;
}

std::vector<River> rivers() {
  std::vector<River> result;
  for (AssetFeature& feature : asset_features("context/rivers.geojson"))
    for (auto& line : feature.lines)
      result.push_back({feature.properties["name_fr"], number_in<int>(feature.properties["rank"]),
                        std::move(line)});
  return result;
}

/// name_fr,rank,pcode,lon,lat,population; no quotes; the population may be empty.
std::vector<Town> towns() {
  std::vector<Town> result;
  bool header = true;
  for (const std::string& line :
       split(asset("context/towns.csv").value_or(std::string_view{}), "\n")) {
    const auto cells = split(line, ",");
    if (!header && cells.size() >= 5)
      result.push_back({cells[0],
                        number_in<int>(cells[1]),
                        {number_in<double>(cells[3]), number_in<double>(cells[4])},
                        cells.size() > 5 ? number_in<std::int64_t>(cells[5]) : 0});
    header = false;
  }
  std::stable_sort(result.begin(), result.end(), [](const Town& a, const Town& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.population > b.population;
  });
  return result;
}

}  // namespace

ContextLayers embedded_context() {
  return {neighbours(), rivers(), lakes(), towns()};
}

}  // namespace malimap
