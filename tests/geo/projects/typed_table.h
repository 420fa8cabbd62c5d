#pragma once
// Tables as they stand in the source of a test.

#include <initializer_list>
#include <string>
#include <vector>

#include "geo/projects/columns.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/table.h"

namespace malimap::testing {

/// "a | b | c" -> its cells, trimmed.
inline std::vector<std::string> typed_row(const std::string& text) {
  std::vector<std::string> cells(1);
  for (const char c : text) {
    if (c == '|')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  for (auto& cell : cells) {
    while (!cell.empty() && cell.front() == ' ')
      cell.erase(0, 1);
    while (!cell.empty() && cell.back() == ' ')
      cell.pop_back();
  }
  return cells;
}

/// Headers first; a second row of "#..." holds HXL tags.
inline Table typed_table(std::initializer_list<const char*> rows) {
  Table table;
  table.file = "list.csv";
  table.header_row = 1;
  std::int64_t number = 0;
  for (const char* row : rows) {
    auto cells = typed_row(row);
    ++number;
    if (number == 1) {
      table.columns = cells;
      table.width = cells.size();
      table.numeric.assign(table.width, false);
      continue;
    }
    cells.resize(table.width);
    if (number == 2 && row[0] == '#') {
      table.hxl = cells;
      continue;
    }
    for (auto& cell : cells)
      table.cells.push_back(cell.empty() ? std::string_view{} : table.keep(std::move(cell)));
    table.numbers.push_back(number);
  }
  return table;
}

inline HomeNames mali() {
  HomeNames names;
  for (const char* name : {"Kayes", "Koulikoro", "Sikasso", "Ségou", "Mopti", "Tombouctou", "Gao",
                           "Kidal", "Bamako", "Ménaka", "Taoudénit"})
    names.regions.push_back(place_key(name));
  for (const char* name :
       {"Mopti", "Bankass", "Bandiagara", "Djenné", "Koro", "Gao", "Ansongo", "Bourem", "Diré",
        "Goundam", "Niafunké", "Ségou", "Bla", "Macina", "Kidal", "Abeibara"})
    names.cercles.push_back(place_key(name));
  for (const char* name : {"Socoura", "Fatoma", "Soboundou", "Kondi", "Arham", "Boghassa"})
    names.communes.push_back(place_key(name));
  return names;
}

}  // namespace malimap::testing
