#include "geo/projects/tables/layer_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/text.h"
#include "geo/boundaries/vector_file.h"
#include "geo/projects/tables/arena.h"
#include "geo/projects/tables/dbf_text.h"
#include "geo/projects/tables/workbook.h"

namespace malimap {
namespace {

constexpr std::size_t kMostCells = 100'000'000;

/// The encoding that a shapefile declares; GDAL is asked not to recode (gdal_table.cpp).
std::string declared_encoding(OGRLayer& layer) {
  for (const char* item : {"ENCODING_FROM_CPG", "ENCODING_FROM_LDID"})
    if (const char* value = layer.GetMetadataItem(item, "SHAPEFILE");
        value != nullptr && *value != '\0')
      return value;
  return {};
}

std::unique_ptr<OGRCoordinateTransformation> to_wgs84(OGRLayer& layer) {
  const OGRSpatialReference* from = layer.GetSpatialRef();
  if (from == nullptr)
    return {};
  const GdalMessages messages;  // without a way to WGS 84 the coordinates stay as they are
  OGRSpatialReference wgs84;
  wgs84.SetWellKnownGeogCS("WGS84");
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (from->IsSame(&wgs84))
    return {};
  return std::unique_ptr<OGRCoordinateTransformation>(
      OGRCreateCoordinateTransformation(from, &wgs84));
}

/// A point for the feature: its own, or one inside what it covers.
std::optional<LonLat> point_of(OGRFeature& feature, OGRCoordinateTransformation* transformation) {
  const OGRGeometry* geometry = feature.GetGeometryRef();
  if (geometry == nullptr || geometry->IsEmpty())
    return {};
  const GdalMessages messages;  // a broken ring has no middle; that is no reason to lose the row
  OGRPoint point;
  if (wkbFlatten(geometry->getGeometryType()) == wkbPoint)
    point = *geometry->toPoint();
  else if (geometry->Centroid(&point) != OGRERR_NONE || point.IsEmpty())
    return {};
  double x = point.getX(), y = point.getY();
  if (transformation != nullptr && !transformation->Transform(1, &x, &y))
    return LonLat{point.getX(), point.getY()};  // reported later as impossible, with its digits
  return LonLat{x, y};
}

std::string date_text(OGRFeature& feature, int field) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
  if (!feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone))
    return {};
  std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (hour != 0 || minute != 0 || second != 0)
    text += fmt::format(" {:02}:{:02}:{:02}", hour, minute, second);
  return text;
}

class LayerReader {
 public:
  LayerReader(OGRLayer& layer, Table& table)
      : layer_(layer),
        table_(table),
        texts_(declared_encoding(layer)),
        raw_(is_shapefile(layer)),
        transformation_(to_wgs84(layer)) {}

  void add_columns() {
    OGRFeatureDefn& definition = *layer_.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
      const OGRFieldDefn& field = *definition.GetFieldDefn(i);
      table_.columns.push_back(utf8(field.GetNameRef(), 10));
      const auto type = field.GetType();
      table_.numeric.push_back(type == OFTInteger || type == OFTInteger64 || type == OFTReal);
    }
    table_.width = table_.columns.size();
    last_.resize(table_.width);
  }

  /// False when the row is blank.
  bool add(OGRFeature& feature, std::int64_t number) {
    const std::size_t row = table_.numbers.size();
    const std::size_t first_marker = table_.markers.size();
    bool blank = true;
    for (int i = 0; i < static_cast<int>(table_.width); ++i) {
      const std::string_view text = shared(static_cast<std::size_t>(i), cell_text(feature, i));
      const bool marker = !text.empty() && text.size() <= 16 && is_missing(text);
      if (marker)
        table_.markers.push_back({row, i, text});
      table_.cells.push_back(marker ? std::string_view{} : text);
      blank = blank && table_.cells.back().empty();
    }
    const auto point = point_of(feature, transformation_.get());
    if (blank && !point) {
      table_.cells.resize(row * table_.width);
      table_.markers.resize(first_marker);
      return false;
    }
    any_point_ = any_point_ || point;
    table_.points.push_back(point);
    table_.numbers.push_back(number);
    return true;
  }

  void finish() {
    if (!any_point_)
      table_.points.clear();
    table_.memory.push_back(arena_);
  }

 private:
  static bool is_shapefile(OGRLayer& layer) { return layer.GetMetadata("SHAPEFILE") != nullptr; }

  [[nodiscard]] std::string utf8(std::string_view bytes, std::size_t width) const {
    return raw_ ? texts_.utf8(bytes, width) : valid_utf8(bytes);
  }

  /// Lists repeat themselves: the text of the row above is kept once.
  std::string_view shared(std::size_t column, const std::string& text) {
    const std::string_view cell = trim(text);
    if (last_[column] != cell)
      last_[column] = arena_->keep(cell);
    return last_[column];
  }

  [[nodiscard]] std::string cell_text(OGRFeature& feature, int field) const {
    if (!feature.IsFieldSetAndNotNull(field))
      return {};
    const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
    switch (definition.GetType()) {
      case OFTStringList: {
        std::string text;
        for (char** item = feature.GetFieldAsStringList(field); item != nullptr && *item != nullptr;
             ++item)
          text += (text.empty() ? "" : "; ") + std::string(*item);
        return valid_utf8(text);
      }
      case OFTReal:
        return plain_number(feature.GetFieldAsDouble(field));
      case OFTDate:
      case OFTDateTime:
        return date_text(feature, field);
      case OFTInteger:
        if (definition.GetSubType() == OFSTBoolean)
          return feature.GetFieldAsInteger(field) != 0 ? "true" : "false";
        break;
      default:
        break;
    }
    return utf8(feature.GetFieldAsString(field),
                static_cast<std::size_t>(std::max(definition.GetWidth(), 0)));
  }

  OGRLayer& layer_;
  Table& table_;
  DbfText texts_;
  bool raw_;
  std::unique_ptr<OGRCoordinateTransformation> transformation_;
  std::shared_ptr<TextArena> arena_ = std::make_shared<TextArena>();
  std::vector<std::string_view> last_;
  bool any_point_ = false;
};

}  // namespace

Result<Table> read_layer(OGRLayer& layer, const std::string& path, const std::string& sheet,
                         Progress* progress) {
  Table table;
  table.file = path;
  table.sheet = sheet;
  const Place where{path, sheet, {}, {}};
  GdalMessages messages;
  LayerReader reader(layer, table);
  reader.add_columns();
  const GIntBig expected = progress == nullptr ? 0 : layer.GetFeatureCount(FALSE);
  layer.ResetReading();
  std::int64_t number = 0;
  while (auto feature = OGRFeatureUniquePtr(layer.GetNextFeature())) {
    reader.add(*feature, ++number);
    if (table.cells.size() > kMostCells)
      return failure({N_("the sheet has too many cells"), {}}, where);
    if (progress == nullptr || number % 1024 != 0)
      continue;
    if (progress->cancelled())
      return failure({N_("reading was cancelled"), {}}, where);
    if (expected > 0)
      progress->set(std::min(1.0, static_cast<double>(number) / static_cast<double>(expected)));
  }
  if (messages.failed())
    return failure({N_("the file breaks off or is damaged: {0}"), {messages.first_failure()}},
                   where);
  reader.finish();
  if (table.size() == 0)
    return failure({N_("the file holds no rows"), {}}, where);
  return table;
}

}  // namespace malimap
