#include "geo/projects/need_columns.h"

#include <algorithm>
#include <array>

#include "geo/base/text.h"
#include "geo/projects/sectors.h"
#include "geo/projects/values.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

constexpr std::array kPlaceRoles{Role::Country,     Role::Region,     Role::RegionCode,
                                 Role::Cercle,      Role::CercleCode, Role::Commune,
                                 Role::CommuneCode, Role::Place,      Role::PlaceCode};
constexpr std::size_t kLooked = 2000;  // rows that tell what a column holds

/// "#inneed" of "#inneed+f".
std::string tag_of(const Table& table, std::size_t column) {
  if (column >= table.hxl.size())
    return {};
  const auto& text = table.hxl[column];
  return fold(text.substr(0, text.find('+')));
}

bool has_word(const std::string& key, std::initializer_list<std::string_view> words) {
  const std::string padded = " " + key + " ";
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return padded.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

bool is_sector(const Table& table, std::size_t column) {
  const std::string tag = tag_of(table, column);
  if (!tag.empty())
    return tag == "#sector";
  return has_word(words_key(table.columns[column]),
                  {"sector", "secteur", "sectors", "secteurs", "cluster", "clusters"});
}

bool is_crossed(const Table& table, std::size_t column) {
  const std::string tag = tag_of(table, column);
  if (tag == "#gender" || tag == "#age" || tag == "#is_disabled" || tag == "#population_group")
    return true;
  const std::string key = words_key(table.columns[column]);
  return has_word(key,
                  {"gender", "sex", "sexe", "genre", "age", "disabled", "disability", "handicap",
                   "population group", "groupe de population", "statut de residence"});
}

bool is_date(const Table& table, std::size_t column) {
  const std::string tag = tag_of(table, column), key = words_key(table.columns[column]);
  return tag == "#date" || has_word(key, {"date", "start date", "date debut", "year", "annee", "an",
                                          "reference period", "periode"});
}

/// Nine of ten filled cells are numbers; codes and years are not asked for.
bool is_number(const Table& table, std::size_t column) {
  std::size_t filled = 0, numbers = 0;
  for (std::size_t row = 0; row < std::min(table.size(), kLooked); ++row) {
    const auto cell = table.cell(row, column);
    if (cell.empty())
      continue;
    ++filled;
    numbers += parse_amount(cell) ? 1 : 0;
  }
  return filled > 0 && numbers * 10 >= filled * 9;
}

/// How much a header looks like need: higher is better, 0 not at all.
int looks_like_need(const Table& table, int column) {
  const auto at = static_cast<std::size_t>(column);
  const std::string tag = tag_of(table, at), key = words_key(table.columns[at]);
  if (tag == "#inneed" ||
      has_word(key, {"in need", "pin", "besoin", "besoins", "personnes dans le besoin", "need"}))
    return 3;
  if (tag == "#affected" || has_word(key, {"phase35", "phase 35", "affected", "affectees",
                                           "pauvres", "poor", "vulnerables"}))
    return 2;
  return 0;
}

bool is_population(const Table& table, std::size_t column) {
  const std::string tag = tag_of(table, column), key = words_key(table.columns[column]);
  return tag == "#population" ||
         has_word(key, {"population", "population totale", "t tl", "habitants", "people"});
}

int find_asked(const Table& table, std::string_view asked) {
  const std::string wanted = fold(asked);
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i] == asked)
      return static_cast<int>(i);
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (fold(table.columns[i]) == wanted || (i < table.hxl.size() && fold(table.hxl[i]) == wanted))
      return static_cast<int>(i);
  return -1;
}

std::string listed(const Table& table, const std::vector<int>& columns) {
  std::string list;
  for (const int column : columns)
    list += (list.empty() ? "" : ", ") + table.columns[static_cast<std::size_t>(column)];
  return list;
}

/// The roles of places, and the columns that they take.
Result<ColumnMap> place_columns(const Table& table, const HomeNames& home, const Mapping& mapping) {
  Mapping places;
  for (const auto& [role, headers] : mapping)
    if (std::find(kPlaceRoles.begin(), kPlaceRoles.end(), role) != kPlaceRoles.end())
      places.emplace(role, headers);
  auto all = choose_columns(table, propose_columns(table, home), places);
  if (!all)
    return all;
  ColumnMap map;
  for (const Role role : kPlaceRoles)
    map.columns[static_cast<std::size_t>(role)] = all->all(role);
  return map;
}

}  // namespace

Result<NeedColumns> columns_of_need(const Table& table, const HomeNames& home,
                                    const Mapping& mapping, std::string_view asked) {
  NeedColumns columns;
  auto places = place_columns(table, home, mapping);
  if (!places)
    return tl::make_unexpected(places.error());
  columns.places = std::move(*places);
  std::vector<bool> taken(table.columns.size(), false);
  for (const auto& role : columns.places.columns)
    for (const int column : role)
      taken[static_cast<std::size_t>(column)] = true;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const int column = static_cast<int>(i);
    if (taken[i])
      continue;
    if (columns.sector < 0 && is_sector(table, i) && !is_number(table, i))
      columns.sector = column;
    else if (is_crossed(table, i))
      columns.crossed.push_back(column);
    else if (is_date(table, i))
      columns.date =
          columns.date < 0 || words_key(table.columns[i]).find("start") != std::string::npos
              ? column
              : columns.date;
    else if (is_number(table, i)) {
      columns.numbers.push_back(column);
      if (columns.population < 0 && is_population(table, i))
        columns.population = column;
    }
  }
  const Place where{table.file, table.sheet, {}, {}};
  if (columns.numbers.empty())
    return failure({N_("no column holds numbers that could be need"), {}}, where);
  if (!asked.empty()) {
    columns.value = find_asked(table, asked);
    if (columns.value < 0 || !is_number(table, static_cast<std::size_t>(columns.value)))
      return failure({columns.value < 0 ? N_("has no column “{0}”")
                                        : N_("the column “{0}” does not hold numbers"),
                      {std::string(asked)}},
                     where,
                     {N_("columns that hold numbers: {0}"), {listed(table, columns.numbers)}});
    return columns;
  }
  const auto best = std::max_element(
      columns.numbers.begin(), columns.numbers.end(),
      [&](int a, int b) { return looks_like_need(table, a) < looks_like_need(table, b); });
  columns.value = looks_like_need(table, *best) > 0 ? *best
                  : columns.population >= 0         ? columns.population
                  : columns.numbers.size() == 1     ? columns.numbers.front()
                                                    : -1;
  if (columns.value < 0)
    return failure({N_("several columns hold numbers, and none says that it is need"), {}}, where,
                   {N_("say which, as in FILE:COLUMN; columns that hold numbers: {0}"),
                    {listed(table, columns.numbers)}});
  return columns;
}

bool stands_for_all(std::string_view cell) {
  const std::string key = words_key(cell);
  return key.empty() || key == "a" || key == "all" || key == "tous" || key == "toutes" ||
         key == "total" || key == "ensemble" || key == "both" || key == "les deux" || key == "tout";
}

std::string need_sector_in(std::string_view cell) {
  const std::string key = words_key(cell);
  if (key == "intersectoriel" || key == "intersectoral" || key == "intersector" ||
      key == "inter sectoral" || key == "tous secteurs" || key == "all sectors" ||
      key == "tous les secteurs" || (key != "a" && stands_for_all(cell)))
    return {};
  return normalised_sector(cell);
}

}  // namespace malimap
