#include "geo/projects/tables/gdal_table.h"

#include <algorithm>
#include <fstream>

#include "geo/base/text.h"
#include "geo/boundaries/vector_file.h"
#include "geo/projects/header.h"
#include "geo/projects/tables/layer_table.h"
#include "geo/projects/tables/sheet_choice.h"
#include "geo/projects/tables/workbook.h"

namespace malimap {
namespace {

constexpr std::size_t kRowsLookedAt = 60;
constexpr std::size_t kAllRows = static_cast<std::size_t>(-1);
constexpr std::size_t kMostLayers = 1000;
constexpr std::size_t kCountedLayers = 50;  // counting the rows of a database's tables takes long

enum class Container { None, Zip, Ole };

/// The containers that office programs use, by their first bytes.
Container container_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(8, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
    return Container::Zip;
  return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") ? Container::Ole : Container::None;
}

/// Old workbooks, and new ones behind a password, are both OLE files; the streams' names (UTF-16)
/// tell which.
tl::unexpected<Error> ole_failure(const std::string& path) {
  constexpr std::size_t kSearched = std::size_t{1} << 24;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kSearched, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  std::string wide;
  for (const char c : std::string_view("EncryptedPackage"))
    wide.append({c, '\0'});
  const Place where{path, {}, {}, {}};
  if (bytes.find(wide) != std::string::npos)
    return failure({N_("the file is protected by a password"), {}}, where,
                   {N_("save it without a password"), {}});
  return failure({N_("this is a file of an old office program (.xls)"), {}}, where,
                 {N_("save it as .xlsx"), {}});
}

bool holds_kml(const ZipFile& zip) {
  return std::any_of(zip.entries().begin(), zip.entries().end(),
                     [](const ZipEntry& entry) { return fold(entry.name).ends_with(".kml"); });
}

std::string names_in_line(const std::vector<std::string>& names) {
  constexpr std::size_t kNamed = 20;
  std::string line;
  for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
    line += (i == 0 ? "" : ", ") + names[i];
  return names.size() > kNamed ? line + ", ..." : line;
}

tl::unexpected<Error> no_such_sheet(const std::string& path, const std::string& sheet,
                                    const std::vector<std::string>& names) {
  return failure({N_("there is no sheet {0}; there are: {1}"), {sheet, names_in_line(names)}},
                 {path, {}, {}, {}});
}

template <class Named>
std::vector<std::string> names_of(const std::vector<Named>& sheets) {
  std::vector<std::string> names;
  for (const auto& sheet : sheets)
    names.push_back(sheet.name);
  return names;
}

/// What each sheet looks like, from its first rows. A damaged sheet is only looked at when there is
/// no other.
std::vector<double> scores_of(Workbook& book, const std::string& path) {
  constexpr double kEmpty = -100, kDamaged = -200;
  std::vector<double> scores;
  for (std::size_t i = 0; i < book.sheets().size(); ++i) {
    const SheetName& sheet = book.sheets()[i];
    auto cells = book.read(i, kRowsLookedAt, nullptr);
    if (!cells) {
      scores.push_back(kDamaged);
      continue;
    }
    const auto head = cells->table(path, sheet.name);
    scores.push_back(head ? list_score(*head, sheet.hidden) : kEmpty);
  }
  return scores;
}

Result<std::size_t> wanted_sheet(Workbook& book, const std::string& path,
                                 const std::string& sheet) {
  const auto& sheets = book.sheets();
  if (sheet.empty())
    return sheets.size() == 1 ? 0 : best_of(scores_of(book, path));
  for (std::size_t i = 0; i < sheets.size(); ++i)
    if (sheets[i].name == sheet)
      return i;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    if (fold(sheets[i].name) == fold(sheet))
      return i;
  return no_such_sheet(path, sheet, names_of(sheets));
}

Result<Table> read_workbook(Workbook& book, const std::string& path, const std::string& sheet,
                            Problems& problems, Progress* progress) {
  const auto wanted = wanted_sheet(book, path, sheet);
  if (!wanted)
    return tl::make_unexpected(wanted.error());
  auto cells = book.read(*wanted, kAllRows, progress);
  if (!cells)
    return tl::make_unexpected(cells.error());
  auto table = cells->table(path, book.sheets()[*wanted].name);
  if (!table)
    return table;
  if (auto taken = take_header(*table, problems); !taken)
    return tl::make_unexpected(taken.error());
  return table;
}

Result<std::vector<SheetInfo>> list_workbook(Workbook& book, const std::string& path) {
  std::vector<SheetInfo> list;
  for (std::size_t i = 0; i < book.sheets().size(); ++i) {
    const auto cells = book.read(i, kAllRows, nullptr);
    list.push_back({book.sheets()[i].name, cells ? static_cast<std::int64_t>(cells->rows()) : 0,
                    cells ? static_cast<int>(cells->width()) : 0, book.sheets()[i].hidden, false});
  }
  list[best_of(scores_of(book, path))].chosen = true;
  return list;
}

std::vector<std::string> columns_of(OGRLayer& layer) {
  std::vector<std::string> names;
  for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i)
    names.push_back(valid_utf8(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef()));
  return names;
}

/// The layers as sheets; the chosen one is the first with the best score among those with rows.
std::vector<SheetInfo> layers_of(const VectorFile& file) {
  std::vector<SheetInfo> list;
  std::vector<double> scores;
  const GdalMessages messages;
  const auto names = file.layer_names();
  const bool counted = names.size() <= kCountedLayers;
  for (const auto& name : names) {
    OGRLayer* layer = file.layer(name);
    if (layer == nullptr || list.size() >= kMostLayers)
      continue;
    const auto columns = columns_of(*layer);
    const std::int64_t rows = counted ? layer->GetFeatureCount() : 1;
    list.push_back({name, counted ? rows : 0, static_cast<int>(columns.size()), false, false});
    scores.push_back(rows == 0 ? -100 : list_score(columns, rows));
  }
  if (!list.empty())
    list[best_of(scores)].chosen = true;
  return list;
}

Result<Table> read_layer_of(const VectorFile& file, const std::string& path,
                            const std::string& sheet, Progress* progress) {
  const auto layers = layers_of(file);
  const auto wanted = std::find_if(layers.begin(), layers.end(), [&](const SheetInfo& layer) {
    return sheet.empty() ? layer.chosen : layer.name == sheet;
  });
  if (layers.empty())
    return failure({N_("the file holds no rows"), {}}, {path, {}, {}, {}});
  if (wanted == layers.end())
    return no_such_sheet(path, sheet, names_of(layers));
  return read_layer(*file.layer(wanted->name), path, layers.size() > 1 ? wanted->name : "",
                    progress);
}

/// Texts of shapefiles are decoded by ourselves (dbf_text.h).
Result<VectorFile> open_layers(const std::string& path) {
  if (is_database(path))
    return open_database(path, FileContent::Tables);
  std::string extension = path.size() < 4 ? "" : fold(path.substr(path.size() - 4));
  if (extension == ".shp" || extension == ".dbf")
    return open_vector_file(path, FileContent::Tables, {"ENCODING="});
  return open_vector_file(path, FileContent::Tables);
}

/// A workbook, nothing for a file that GDAL opens, or why neither.
Result<std::unique_ptr<Workbook>> workbook_at(const std::string& path) {
  switch (container_of(path)) {
    case Container::Ole:
      return ole_failure(path);
    case Container::Zip: {
      auto zip = ZipFile::open(path);
      if (!zip)
        return tl::make_unexpected(zip.error());
      if (is_workbook(*zip))
        return open_workbook(std::move(*zip));
      if (holds_kml(*zip))
        return std::unique_ptr<Workbook>{};
      return failure({N_("this is an archive, not a table"), {}}, {path, {}, {}, {}},
                     {N_("unpack it and open the file inside"), {}});
    }
    case Container::None:
      break;
  }
  return std::unique_ptr<Workbook>{};
}

}  // namespace

Result<Table> read_gdal_table(const std::string& path, const std::string& sheet, Problems& problems,
                              Progress* progress) {
  auto book = workbook_at(path);
  if (!book)
    return tl::make_unexpected(book.error());
  if (*book)
    return read_workbook(**book, path, sheet, problems, progress);
  auto file = open_layers(path);
  return file ? read_layer_of(*file, file->path(), sheet, progress)
              : tl::make_unexpected(file.error());
}

Result<std::vector<SheetInfo>> list_gdal_sheets(const std::string& path) {
  auto book = workbook_at(path);
  if (!book)
    return tl::make_unexpected(book.error());
  if (*book)
    return list_workbook(**book, path);
  auto file = open_layers(path);
  return file ? Result<std::vector<SheetInfo>>(layers_of(*file))
              : tl::make_unexpected(file.error());
}

}  // namespace malimap
