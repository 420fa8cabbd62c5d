#include "geo/projects/table.h"

#include <algorithm>
#include <filesystem>

#include "geo/base/text.h"
#include "geo/boundaries/vector_file.h"
#include "geo/projects/csv.h"
#include "geo/projects/tables/encoding.h"
#include "geo/projects/tables/file_bytes.h"
#include "geo/projects/tables/gdal_table.h"

namespace malimap {
namespace {

constexpr std::size_t kMaxTextBytes = std::size_t{2} << 30;
constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kReadInPlace = std::size_t{16} << 20;  // bytes; shorter texts are copied
// From here on pages that were read are let go: below, reading them anew costs more than they do.
constexpr std::size_t kLetGo = std::size_t{256} << 20;

/// Delimited text has no mark of its own: it is what is neither JSON, XML nor binary.
bool looks_like_text_table(std::string_view head, const std::filesystem::path& path) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    return true;
  for (std::string_view magic :
       {"PK\x03\x04", "SQLite format 3", "\xD0\xCF\x11\xE0", "fgb\x03", "%PDF"})
    if (head.starts_with(magic))
      return false;
  const std::string extension = fold(path.extension().string());
  if (extension == ".csv" || extension == ".tsv" || extension == ".txt")
    return true;
  const auto text = trim(head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head);
  if (text.starts_with('{') || text.starts_with('[') || text.starts_with('<'))
    return false;
  return head.find('\0') == std::string_view::npos && extension != ".shp" && extension != ".dbf";
}

bool is_text_table(const std::string& path) {
  if (is_database(path))
    return false;
  const auto head = read_head(path, kHeadBytes);
  return head && !head->empty() && looks_like_text_table(*head, path);
}

/// Opening a pipe waits for somebody to write, reading a device may never end.
bool waits_for_ever(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
         !std::filesystem::is_directory(status);
}

/// A long text where it lies, null where it cannot be mapped or is short.
std::shared_ptr<MappedFile> long_text(const std::string& path) {
  std::error_code problem;
  const auto size = std::filesystem::file_size(path, problem);
  return problem || size < kReadInPlace || size > kMaxTextBytes ? nullptr : MappedFile::open(path);
}

Result<Table> read_text_table(const std::string& path, Problems& problems, Progress* progress) {
  if (const auto mapped = long_text(path)) {
    if (Status lines = check_lines(mapped->bytes(), path); !lines)
      return tl::make_unexpected(lines.error());
    TextRows::Release release;
    if (mapped->bytes().size() >= kLetGo)
      release = [mapped](std::string_view text) { mapped->release(text); };
    auto table = parse_csv({mapped->bytes(), mapped, release}, path, problems, progress);
    if (table && table->text_rows != nullptr)
      table->mapped = mapped;
    return table;
  }
  auto bytes = read_bytes(path, kMaxTextBytes, progress);
  if (!bytes)
    return tl::make_unexpected(bytes.error());
  return parse_csv({bytes->bytes, bytes->memory, {}}, path, problems, progress);
}

}  // namespace

int Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::size_t Table::row_of(std::int64_t number) const {
  return text_rows
             ? text_rows->row_of(number)
             : static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), number) -
                                        numbers.begin());
}

std::string_view Table::text(std::size_t row, std::string_view name) const {
  return text(row, column(name));
}

std::string_view Table::keep(std::string text) {
  auto kept = std::make_shared<const std::string>(std::move(text));
  memory.push_back(kept);
  return *kept;
}

Result<std::vector<SheetInfo>> list_sheets(const std::string& path) {
  if (waits_for_ever(path))
    return failure({N_("this is not a regular file"), {}}, {path, {}, {}, {}});
  if (!is_text_table(path))
    return list_gdal_sheets(path);
  return std::vector<SheetInfo>{{.name = {}, .chosen = true}};
}

Result<Table> read_table(const std::string& path, const std::string& sheet, Problems& problems,
                         Progress* progress) {
  if (waits_for_ever(path))
    return failure({N_("this is not a regular file"), {}}, {path, {}, {}, {}});
  return is_text_table(path) ? read_text_table(path, problems, progress)
                             : read_gdal_table(path, sheet, problems, progress);
}

Status still_the_same(const Table& table) {
  if (table.mapped == nullptr || table.mapped->is_unchanged())
    return {};
  return failure({N_("the file was written to while it was being read"), {}},
                 {table.file, {}, {}, {}}, {N_("open it again"), {}});
}

}  // namespace malimap
