#include "geo/boundaries/ogr_features.h"

#include <cpl_string.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>

#include "geo/base/text.h"
#include "geo/boundaries/ogr_shapes.h"

namespace malimap {
namespace {

Place in(const VectorFile& file, std::optional<std::int64_t> row = {}) {
  return {.file = file.path(), .sheet = {}, .row = row, .column = {}};
}

/// Attribute text as valid UTF-8; what is not UTF-8 is taken for Windows' Latin-1, the usual case
/// in old shapefiles.
std::string text_of(const char* raw) {
  const std::string_view bytes(raw ? raw : "");
  std::string text;
  if (CPLIsUTF8(bytes.data(), static_cast<int>(bytes.size()))) {
    text = bytes;
  } else {
    for (const char byte : bytes) {
      const auto c = static_cast<unsigned char>(byte);
      if (c < 0x80)
        text += byte;
      else
        text += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
    }
  }
  return attribute_value(text);
}

bool may_hold_areas(OGRLayer& layer) {
  switch (wkbFlatten(layer.GetGeomType())) {
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface:
    case wkbGeometryCollection:
    case wkbUnknown:
      return true;
    default:
      return false;
  }
}

/// Which of several layers is meant: the deepest administrative level, named by number or by word.
int rank_of(const std::string& name, const std::optional<Level>& wanted) {
  const std::string folded = fold(name);
  for (int level = 3; level >= 0; --level) {
    const std::string number = std::to_string(level);
    const bool says = folded.find("adm" + number) != std::string::npos ||
                      folded.find("admin" + number) != std::string::npos ||
                      folded.find("admin " + number) != std::string::npos ||
                      folded.find("adm " + number) != std::string::npos ||
                      folded.find(word_of(static_cast<Level>(level))) != std::string::npos;
    if (says)
      return wanted == static_cast<Level>(level) ? 100 : 10 + level;
  }
  return folded.find("states") != std::string::npos ? 5 : 1;
}

Result<OGRLayer*> choose_layer(const VectorFile& file, const BoundaryOptions& options) {
  std::string names;
  OGRLayer* best = nullptr;
  int best_rank = 0;
  for (const std::string& name : file.layer_names()) {
    names += (names.empty() ? "" : ", ") + name;
    OGRLayer* layer = file.layer(name);
    if (!options.layer.empty() && name == options.layer)
      return layer;
    const int rank = layer && may_hold_areas(*layer) ? rank_of(name, options.level) : 0;
    if (rank > best_rank) {
      best = layer;
      best_rank = rank;
    }
  }
  if (!options.layer.empty())
    return failure({N_("there is no layer {0}; the layers are: {1}"), {options.layer, names}},
                   in(file));
  if (!best)
    return failure({N_("the file holds no areas"), {}}, in(file),
                   {N_("boundaries are polygons; points and tables are project lists"), {}});
  return best;
}

/// True for longitude and latitude on WGS 84, which needs no transformation (and no look into
/// PROJ's database).
bool is_wgs84(const OGRSpatialReference& reference) {
  const char* datum = reference.GetAttrValue("DATUM");
  return reference.IsGeographic() && datum &&
         (EQUAL(datum, "WGS_1984") || EQUAL(datum, "World Geodetic System 1984") ||
          STARTS_WITH_CI(datum, "World Geodetic System 1984 ensemble")) &&
         std::abs(reference.GetAngularUnits() - 0.017453292519943295) < 1e-9 &&
         std::abs(reference.GetPrimeMeridian()) < 1e-9;
}

using Transformation = std::unique_ptr<OGRCoordinateTransformation>;

/// Into WGS 84, longitude first. Null when nothing is to be done.
Result<Transformation> to_degrees(const VectorFile& file, OGRLayer& layer) {
  const OGRSpatialReference* source = layer.GetSpatialRef();
  // A local or empty reference says nothing; the coordinates then tell whether they are degrees.
  if (!source || source->IsEmpty() || source->IsLocal() || is_wgs84(*source))
    return Transformation{};
  OGRSpatialReference degrees;
  degrees.SetWellKnownGeogCS("WGS84");
  degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const GdalMessages messages;
  Transformation result(OGRCreateCoordinateTransformation(source, &degrees));
  if (!result)
    return failure({N_("the file's projection is not understood: {0}"), {messages.first_failure()}},
                   in(file));
  return result;
}

std::vector<std::string> fields_of(OGRLayer& layer) {
  std::vector<std::string> fields;
  for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i)
    fields.push_back(text_of(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef()));
  return fields;
}

void add_feature(const OGRFeature& feature, OGRCoordinateTransformation* transformation,
                 Features& features) {
  std::vector<std::string> row;
  for (int i = 0; i < feature.GetFieldCount(); ++i)
    row.push_back(feature.IsFieldSetAndNotNull(i) ? text_of(feature.GetFieldAsString(i)) : "");
  features.table.rows.push_back(std::move(row));
  const OGRGeometry* geometry = feature.GetGeometryRef();
  std::unique_ptr<OGRGeometry> moved;
  if (geometry && transformation) {
    moved.reset(geometry->clone());
    if (moved->transform(transformation) != OGRERR_NONE)
      moved.reset();
    geometry = moved.get();
  }
  features.shapes.push_back(shape_of(geometry));
}

}  // namespace

Result<Features> read_features(const VectorFile& file, const BoundaryOptions& options,
                               Problems& problems, Progress* progress) {
  const auto layer = choose_layer(file, options);
  if (!layer)
    return tl::make_unexpected(layer.error());
  const auto transformation = to_degrees(file, **layer);
  if (!transformation)
    return tl::make_unexpected(transformation.error());

  Features features;
  features.layer = (*layer)->GetName();
  features.table.fields = fields_of(**layer);
  const GdalMessages messages;
  std::int64_t number = 0;
  (*layer)->ResetReading();
  while (const OGRFeatureUniquePtr feature{(*layer)->GetNextFeature()}) {
    if (progress && progress->cancelled())
      return failure({N_("cancelled"), {}}, in(file));
    if (features.shapes.size() == kMostUnits)
      return failure({N_("the file holds more than {0} units"), {std::to_string(kMostUnits)}},
                     in(file));
    features.numbers.push_back(++number);
    add_feature(*feature, transformation->get(), features);
  }
  if (features.shapes.empty())
    return messages.failed()
               ? failure({N_("the file cannot be read: {0}"), {messages.first_failure()}}, in(file))
               : failure({N_("the file holds no units"), {}}, in(file));
  if (messages.failed())
    problems.report(
        {"damaged-file",
         Severity::Lost,
         {{N_("a part of the file cannot be read: {0}"), {messages.first_failure()}}, in(file), {}},
         {},
         {}});
  return features;
}

}  // namespace malimap
