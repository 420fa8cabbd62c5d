#include <algorithm>
#include <charconv>

#include "geo/base/embedded.h"
#include "geo/base/text.h"
#include "geo/boundaries/context.h"
#include "geo/boundaries/ogr_shapes.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

std::string text_at(const OGRFeature& feature, const char* field) {
  const int index = feature.GetFieldIndex(field);
  return index < 0 || !feature.IsFieldSetAndNotNull(index) ? "" : feature.GetFieldAsString(index);
}

/// Every feature of an embedded file; nothing when it was left out of the program.
template <class Visit>
void for_each_feature(const char* path, Visit visit) {
  const auto file = open_asset(path);
  if (!file || file->dataset().GetLayerCount() == 0)
    return;
  OGRLayer* layer = file->dataset().GetLayer(0);
  while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()})
    visit(*feature);
}

/// from_chars and not strtod: the locale's decimal comma must not matter.
template <class Number>
Number number_in(const std::string& text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<LonLat> points_of(const OGRLineString& line) {
  std::vector<LonLat> points;
  for (int i = 0; i < line.getNumPoints(); ++i)
    points.push_back({line.getX(i), line.getY(i)});
  return points;
}

std::vector<Neighbour> neighbours() {
  std::vector<Neighbour> result;
  for_each_feature("context/neighbours.geojson", [&](const OGRFeature& feature) {
    result.push_back({text_at(feature, "iso_a2"), text_at(feature, "name_fr"),
                      text_at(feature, "name_en"), shape_of(feature.GetGeometryRef()).polygons});
  });
  return result;
}

std::vector<River> rivers() {
  std::vector<River> result;
  for_each_feature("context/rivers.geojson", [&](const OGRFeature& feature) {
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (!geometry)
      return;
    const River river{text_at(feature, "name_fr"), number_in<int>(text_at(feature, "rank")), {}};
    const auto add = [&](const OGRLineString& line) {
      result.push_back(river);
      result.back().points = points_of(line);
    };
    if (wkbFlatten(geometry->getGeometryType()) == wkbLineString)
      add(*geometry->toLineString());
    else if (wkbFlatten(geometry->getGeometryType()) == wkbMultiLineString)
      for (const OGRLineString* line : *geometry->toMultiLineString())
        add(*line);
  });
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
  return {neighbours(), rivers(), towns()};
}

}  // namespace malimap
