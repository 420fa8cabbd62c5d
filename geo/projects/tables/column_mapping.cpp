// Roles by their words, and what the user says about columns.

#include <algorithm>
#include <array>
#include <charconv>

#include "geo/base/text.h"
#include "geo/projects/columns.h"
#include "geo/projects/tables/column_words.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

constexpr std::array<std::string_view, kRoleCount> kWords{
    "id",         "title",       "notes",  "fund",        "sector",  "sector-code",  "country",
    "region",     "region-code", "cercle", "cercle-code", "commune", "commune-code", "place",
    "place-code", "lon",         "lat",    "lonlat",      "budget",  "currency",     "status",
    "start",      "end",         "period", "donor",       "partner", "count",        "share"};

template <class Texts>
std::string listed(const Texts& texts) {
  std::string all;
  for (const auto& text : texts)
    if (!text.empty())
      all += (all.empty() ? "" : ", ") + std::string(text);
  return all;
}

/// "=H" or "#8": the eighth column; -1 for anything else.
int column_by_position(std::string_view text) {
  if (text.size() < 2 || text.size() > 6)
    return -1;
  const std::string_view rest = text.substr(1);
  int column = 0;
  if (text.front() == '#') {
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), column);
    return error == std::errc{} && end == rest.data() + rest.size() ? column - 1 : -1;
  }
  if (text.front() != '=' || rest.size() > 3)
    return -1;
  for (char c : rest) {
    if (c >= 'a' && c <= 'z')
      c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z')
      return -1;
    column = column * 26 + (c - 'A' + 1);
  }
  return column - 1;
}

/// The columns that a header of a mapping means: those written so, else those that are the same
/// when folded, else the one at the position.
std::vector<int> columns_named(const Table& table, std::string_view header) {
  std::vector<int> found;
  const auto collect = [&](auto&& same) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (same(table.columns[i]))
        found.push_back(static_cast<int>(i));
  };
  collect([&](const std::string& column) { return trim(column) == trim(header); });
  if (const std::string key = words_key(header); found.empty() && !key.empty())
    collect([&](const std::string& column) { return words_key(column) == key; });
  if (const std::string key = header_key(header); found.empty() && !key.empty())
    collect([&](const std::string& column) { return header_key(column) == key; });
  if (const int position = column_by_position(trim(header));
      found.empty() && position >= 0 && position < static_cast<int>(table.columns.size()))
    found.push_back(position);
  return found;
}

}  // namespace

bool may_stand_in_several_columns(Role role) {
  return role == Role::Sector || role == Role::Donor || role == Role::Partner ||
         role == Role::Place || role == Role::Notes;
}

std::string_view word_of(Role role) {
  return kWords[static_cast<std::size_t>(role)];
}

std::optional<Role> role_of(std::string_view word) {
  std::string key = fold(word);
  std::replace(key.begin(), key.end(), ' ', '-');
  const auto at = std::find(kWords.begin(), kWords.end(), key);
  if (at == kWords.end())
    return {};
  return static_cast<Role>(at - kWords.begin());
}

bool ColumnMap::empty() const {
  return std::all_of(columns.begin(), columns.end(), [](const auto& all) { return all.empty(); });
}

Result<ColumnMap> choose_columns(const Table& table, const std::vector<ColumnProposal>& proposals,
                                 const Mapping& mapping) {
  std::vector<std::optional<Role>> role_of_column(table.columns.size());
  for (std::size_t i = 0; i < std::min(proposals.size(), role_of_column.size()); ++i)
    if (proposals[i].role && mapping.count(*proposals[i].role) == 0)
      role_of_column[i] = proposals[i].role;
  ColumnMap map;
  for (const auto& [role, headers] : mapping)
    for (const auto& header : headers) {
      const auto named = columns_named(table, header);
      if (named.empty())
        return failure({N_("has no column “{0}”"), {header}}, {table.file, table.sheet, {}, {}},
                       {N_("its columns: {0}"), {listed(table.columns)}});
      for (const int column : named) {
        auto& columns = map.columns[static_cast<std::size_t>(role)];
        if (!columns.empty() && !may_stand_in_several_columns(role))
          continue;
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
          columns.push_back(column);
        role_of_column[static_cast<std::size_t>(column)].reset();
      }
    }
  for (std::size_t i = 0; i < role_of_column.size(); ++i)
    if (role_of_column[i])
      map.columns[static_cast<std::size_t>(*role_of_column[i])].push_back(static_cast<int>(i));
  return map;
}

std::string header_signature(const Table& table) {
  // FNV-1a, 64 bits: short enough to be a key in a file, and the same on every machine.
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&](std::string_view text) {
    for (const char c : text)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash = (hash ^ 0x1f) * 1099511628211ULL;
  };
  for (const auto& column : table.columns)
    add(words_key(column));
  for (const auto& tag : table.hxl)
    add(words_key(tag));
  std::string hex(16, '0');
  for (std::size_t i = 0; i < 16; ++i)
    hex[i] = "0123456789abcdef"[(hash >> (60 - 4 * i)) & 0xf];
  const std::string first = table.columns.empty() ? "" : words_key(table.columns.front());
  // The first header and the number of columns stand before it for whoever reads the file.
  return first.substr(0, first.find(' ')) + "-" + std::to_string(table.columns.size()) + "-" + hex;
}

Status add_to_mapping(Mapping& mapping, std::string_view expression) {
  const auto sign = expression.find('=');
  if (sign == std::string_view::npos)
    return failure({N_("“{0}” says no column for a role"), {std::string(expression)}}, {},
                   {N_("write it as budget=Header"), {}});
  const auto role = role_of(trim(expression.substr(0, sign)));
  if (!role)
    return failure({N_("there is no role “{0}”"), {std::string(trim(expression.substr(0, sign)))}},
                   {}, {N_("the roles: {0}"), {listed(kWords)}});
  const auto header = trim(expression.substr(sign + 1));
  auto& headers = mapping[*role];
  if (!may_stand_in_several_columns(*role))
    headers.clear();  // the last word counts
  if (!header.empty() && std::find(headers.begin(), headers.end(), header) == headers.end())
    headers.emplace_back(header);
  return {};
}

}  // namespace malimap
