#include "geo/projects/gazetteer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/table.h"
#include "geo/projects/tables/embedded_table.h"
#include "geo/projects/tables/encoding.h"
#include "geo/projects/tables/file_bytes.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

constexpr std::size_t kMostBytes = std::size_t{512} << 20;
constexpr std::size_t kHead = std::size_t{64} << 10;
constexpr std::size_t kDumpColumns = 19;

std::optional<double> degrees(std::string_view text, double most) {
  std::string value(trim(text));
  std::replace(value.begin(), value.end(), ',', '.');
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = error == std::errc{} && end == value.data() + value.size();
  return whole && std::abs(number) <= most ? std::optional(number) : std::nullopt;
}

std::optional<LonLat> position(std::string_view lon, std::string_view lat) {
  const auto x = degrees(lon, 180), y = degrees(lat, 90);
  return x && y ? std::optional(LonLat{*x, *y}) : std::nullopt;
}

/// The cells of a line of GeoNames' dump; nothing when they are not 19.
std::optional<std::array<std::string_view, kDumpColumns>> dump_cells(std::string_view line) {
  std::array<std::string_view, kDumpColumns> cells;
  for (std::size_t i = 0; i < kDumpColumns; ++i) {
    const auto tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kDumpColumns))
      return {};
    cells[i] = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return cells;
}

/// Only lines of 19 cells with a number, two coordinates and a class of one capital.
bool is_dump(std::string_view head) {
  const auto cells = dump_cells(head.substr(0, head.find('\n')));
  return cells && position((*cells)[5], (*cells)[4]) && (*cells)[6].size() <= 1 &&
         (*cells)[0].find_first_not_of("0123456789") == std::string_view::npos;
}

void report_line(const std::string& file, std::int64_t row, Message what, std::string value,
                 Problems& problems) {
  Problem problem;
  problem.reason = "gazetteer-line";
  problem.severity = Severity::Lost;
  problem.error = {std::move(what), {file, {}, row, {}}, {}};
  problem.value = std::move(value);
  problems.report(std::move(problem));
}

Gazetteer read_dump(std::string_view text, const std::string& file, Problems& problems) {
  Gazetteer gazetteer;
  std::vector<std::string> names;
  for (std::int64_t row = 1; !text.empty(); ++row) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r')
      line.remove_suffix(1);
    if (line.empty())
      continue;
    const auto cells = dump_cells(line);
    if (!cells) {
      report_line(file, row, {N_("This line of the gazetteer does not have 19 columns."), {}},
                  std::string(line.substr(0, 80)), problems);
      continue;
    }
    const auto& [id, name, ascii, others, lat, lon, kind] = std::tie(
        (*cells)[0], (*cells)[1], (*cells)[2], (*cells)[3], (*cells)[4], (*cells)[5], (*cells)[6]);
    const auto where = position(lon, lat);
    if (kind != "P" || name.empty())
      continue;
    if (!where) {
      report_line(file, row, {N_("“{0}” has no position."), {std::string(name)}},
                  std::string(lon) + " " + std::string(lat), problems);
      continue;
    }
    names = split(others, ",");
    names.emplace_back(ascii);
    gazetteer.add({std::string(name), *where}, names);
  }
  return gazetteer;
}

/// The first column whose header is one of the words, or -1.
int column_of(const Table& table, std::initializer_list<std::string_view> words) {
  for (auto word : words)
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (words_key(table.columns[i]) == word)
        return static_cast<int>(i);
  return -1;
}

/// Headers in use: our own, GeoNames', OCHA's list of settlements (names of ten letters, as
/// shapefiles cut them).
Result<Gazetteer> gazetteer_of(const Table& table, Problems& problems) {
  const int name = column_of(
      table, {"name fr", "name", "nom", "nom fr", "featurenam", "featurename", "nom du lieu",
              "localite", "village", "ville", "lieu", "site", "place", "place name", "town",
              "settlement", "toponyme", "asciiname", "villages sites"});
  const int lon = column_of(table, {"lon", "long", "lng", "longitude", "x", "point x", "coord x"});
  const int lat = column_of(table, {"lat", "latitude", "y", "point y", "coord y"});
  if (name < 0 || ((lon < 0 || lat < 0) && !table.has_points()))
    return failure({N_("This gazetteer has no columns for names and positions."), {}},
                   {table.file, table.sheet, {}, {}}, {N_("Name them name, lon and lat."), {}});
  std::vector<int> others;
  for (auto header : {"other names", "autres noms", "alternatenames", "alternate names", "aliases",
                      "alias", "featureref", "featurealt", "featurea 1", "name en", "asciiname"})
    if (const int column = column_of(table, {header}); column >= 0 && column != name)
      others.push_back(column);
  Gazetteer gazetteer;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto written = table.text(row, name);
    if (written.empty())
      continue;
    auto where = position(table.text(row, lon), table.text(row, lat));
    if (!where)
      where = table.point(row);
    if (!where) {
      report_line(table.file, table.number(row),
                  {N_("“{0}” has no position."), {std::string(written)}}, {}, problems);
      continue;
    }
    std::vector<std::string> names;
    for (int column : others)
      for (auto& other : split(table.text(row, column), ";,|"))
        names.push_back(std::move(other));
    gazetteer.add({std::string(written), *where}, names);
  }
  return gazetteer;
}

Gazetteer shipped() {
  Problems problems;
  auto gazetteer = gazetteer_of(embedded_table("gazetteer/towns.csv"), problems);
  return gazetteer ? std::move(*gazetteer) : Gazetteer{};
}

}  // namespace

void Gazetteer::add(GazetteerPlace place, const std::vector<std::string>& names) {
  std::vector<std::string> keys{place_key(place.name)};
  for (const auto& name : names)
    if (auto key = place_key(name); !key.empty())
      keys.push_back(std::move(key));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (auto& key : keys)
    if (!key.empty())
      by_key_.emplace(std::move(key), places_.size());
  places_.push_back(std::move(place));
}

std::vector<const GazetteerPlace*> Gazetteer::named(std::string_view name) const {
  std::vector<const GazetteerPlace*> found;
  const auto [first, last] = by_key_.equal_range(place_key(name));
  for (auto it = first; it != last; ++it)
    found.push_back(&places_[it->second]);
  return found;
}

const Gazetteer& embedded_gazetteer() {
  static const Gazetteer gazetteer = shipped();
  return gazetteer;
}

Result<Gazetteer> read_gazetteer(const std::string& path, Problems& problems) {
  const auto head = read_head(path, kHead);
  if (!head)
    return tl::make_unexpected(head.error());
  if (is_dump(*head)) {
    const auto file = read_bytes(path, kMostBytes);
    if (!file)
      return tl::make_unexpected(file.error());
    return read_dump(decode(file->bytes, file->memory).text, path, problems);
  }
  const auto table = read_table(path, {}, problems);
  if (!table)
    return tl::make_unexpected(table.error());
  return gazetteer_of(*table, problems);
}

}  // namespace malimap
