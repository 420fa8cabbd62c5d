#include "geo/projects/table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "geo/base/text.h"
#include "geo/boundaries/vector_file.h"
#include "geo/projects/csv.h"

namespace malimap {
namespace {

constexpr std::uintmax_t kMaxTextBytes = std::uintmax_t{2} << 30;

/// Delimited text has no mark of its own: it is what is neither JSON, XML nor binary.
bool looks_like_text_table(std::string_view head, const std::filesystem::path& path) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    return true;
  const std::string extension = fold(path.extension().string());
  if (extension == ".csv" || extension == ".tsv")
    return true;
  for (std::string_view magic :
       {"PK\x03\x04", "SQLite format 3", "\xD0\xCF\x11\xE0", "fgb\x03", "%PDF"})
    if (head.starts_with(magic))
      return false;
  const auto text = trim(head);
  if (text.starts_with('{') || text.starts_with('[') || text.starts_with('<'))
    return false;
  return head.find('\0') == std::string_view::npos && extension != ".shp" && extension != ".dbf";
}

void add_columns(Table& table, OGRFeatureDefn& definition) {
  for (int i = 0; i < definition.GetFieldCount(); ++i) {
    const auto* field = definition.GetFieldDefn(i);
    table.columns.emplace_back(valid_utf8(field->GetNameRef()));
    const auto type = field->GetType();
    table.numeric.push_back(type == OFTInteger || type == OFTInteger64 || type == OFTReal);
  }
}

Cell cell_of(OGRFeature& feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field))
    return {};
  std::string text;
  if (feature.GetFieldDefnRef(field)->GetType() == OFTStringList) {
    for (char** item = feature.GetFieldAsStringList(field); item != nullptr && *item != nullptr;
         ++item)
      text += (text.empty() ? "" : "; ") + std::string(*item);
  } else {
    text = feature.GetFieldAsString(field);
  }
  text = valid_utf8(text);
  const auto trimmed = trim(text);
  return is_missing(trimmed) ? Cell{} : Cell{std::string(trimmed)};
}

/// A point for the feature: its own, or one inside what it covers.
std::optional<LonLat> point_of(OGRFeature& feature, OGRCoordinateTransformation* to_wgs84) {
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
  if (to_wgs84 != nullptr && !to_wgs84->Transform(1, &x, &y))
    return LonLat{point.getX(), point.getY()};  // reported later as impossible, with its digits
  return LonLat{x, y};
}

/// HXL tags ("#adm1+name") under the header of a sheet: a row for machines, no data.
bool is_hxl(const TableRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& c) { return c.has_value(); }) &&
         std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& c) { return !c || c->starts_with('#'); });
}

std::unique_ptr<OGRCoordinateTransformation> transformation(OGRLayer& layer) {
  const OGRSpatialReference* from = layer.GetSpatialRef();
  if (from == nullptr)
    return {};
  OGRSpatialReference wgs84;
  wgs84.SetWellKnownGeogCS("WGS84");
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (from->IsSame(&wgs84))
    return {};
  return std::unique_ptr<OGRCoordinateTransformation>(
      OGRCreateCoordinateTransformation(from, &wgs84));
}

/// The layer with most columns wins: a workbook's list is its widest sheet that has rows.
OGRLayer* main_layer(VectorFile& file) {
  OGRLayer* best = nullptr;
  for (const auto& name : file.layer_names()) {
    OGRLayer* layer = file.layer(name);
    if (layer == nullptr || layer->GetFeatureCount() == 0)
      continue;
    if (best == nullptr ||
        layer->GetLayerDefn()->GetFieldCount() > best->GetLayerDefn()->GetFieldCount())
      best = layer;
  }
  return best;
}

Result<Table> read_layer(VectorFile& file, const std::string& path) {
  const Place place{path, {}, {}, {}};
  OGRLayer* layer = main_layer(file);
  if (layer == nullptr)
    return failure({N_("the file holds no rows"), {}}, place);
  const std::string driver = file.driver();
  const bool spreadsheet = driver == "XLSX" || driver == "ODS";
  Table table;
  table.file = path;
  if (spreadsheet)
    table.sheet = layer->GetName();
  add_columns(table, *layer->GetLayerDefn());
  const auto to_wgs84 = transformation(*layer);

  GdalMessages messages;
  std::int64_t number = 0;
  layer->ResetReading();
  while (auto feature = OGRFeatureUniquePtr(layer->GetNextFeature())) {
    TableRow row;
    ++number;
    row.number =
        spreadsheet ? feature->GetFID() : number;  // these drivers count rows as the sheet does
    row.cells.reserve(table.columns.size());
    for (int i = 0; i < feature->GetFieldCount(); ++i)
      row.cells.push_back(cell_of(*feature, i));
    row.point = point_of(*feature, to_wgs84.get());
    table.has_points = table.has_points || row.point.has_value();
    const bool blank = !row.point && std::all_of(row.cells.begin(), row.cells.end(),
                                                 [](const Cell& c) { return !c; });
    const bool first = table.rows.empty();
    if (!blank && !(first && is_hxl(row)))
      table.rows.push_back(std::move(row));
  }
  if (messages.failed())
    return failure({N_("the file breaks off or is damaged: {0}"), {messages.first_failure()}},
                   place);
  return table;
}

Result<std::string> read_bytes(const std::string& path, std::uintmax_t size) {
  if (size > kMaxTextBytes)
    return failure({N_("the file is too large"), {}}, {path, {}, {}, {}});
  std::ifstream in(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
    return failure({N_("the file cannot be read"), {}}, {path, {}, {}, {}});
  return bytes;
}

}  // namespace

int Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::string_view Table::text(const TableRow& row, std::string_view name) const {
  const int index = column(name);
  if (index < 0 || !row.cells[static_cast<std::size_t>(index)])
    return {};
  return *row.cells[static_cast<std::size_t>(index)];
}

Result<Table> read_table(const std::string& path, Problems& problems) {
  const Place place{path, {}, {}, {}};
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return failure({N_("there is no such file"), {}}, place);
  if (std::filesystem::is_directory(status))
    return failure({N_("this is a directory, not a file"), {}}, place);
  if (!std::filesystem::is_regular_file(status))
    return failure({N_("this is not a regular file"), {}}, place);
  const auto size = std::filesystem::file_size(path, error);
  if (error)
    return failure({N_("the file cannot be read"), {}}, place);
  if (size == 0)
    return failure({N_("the file is empty"), {}}, place);

  std::ifstream in(path, std::ios::binary);
  std::string head(static_cast<std::size_t>(std::min<std::uintmax_t>(size, 4096)), '\0');
  if (!in.read(head.data(), static_cast<std::streamsize>(head.size())))
    return failure({N_("the file cannot be read"), {}}, place);
  if (looks_like_text_table(head, path)) {
    auto bytes = read_bytes(path, size);
    return bytes ? parse_csv(*bytes, path, problems) : tl::make_unexpected(bytes.error());
  }
  auto file = open_vector_file(path, FileContent::Tables);
  return file ? read_layer(*file, path) : tl::make_unexpected(file.error());
}

}  // namespace malimap
