#include "geo/projects/header.h"

#include <algorithm>
#include <sstream>

#include "tests/support/catch.h"

using namespace malimap;

namespace {

/// A table of lines with cells between bars; an empty line is a blank row, which tables leave out.
Table table_of(const std::string& lines) {
  Table table;
  auto kept = std::make_shared<std::vector<std::vector<std::string>>>();
  std::istringstream in(lines);
  std::int64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::vector<std::string> cells;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, '|');)
      cells.push_back(cell);
    if (line.find_first_not_of("|") == std::string::npos)
      continue;
    table.width = std::max(table.width, cells.size());
    kept->push_back(std::move(cells));
    table.numbers.push_back(number);
  }
  for (const auto& row : *kept)
    for (std::size_t c = 0; c < table.width; ++c)
      table.cells.push_back(c < row.size() ? std::string_view(row[c]) : std::string_view{});
  table.memory.push_back(kept);
  return table;
}

struct Taken {
  Table table;
  Problems problems;
  std::string error;
};

Taken take(Table table) {
  Taken taken{std::move(table), {}, {}};
  if (auto status = take_header(taken.table, taken.problems); !status)
    taken.error = status.error().what.msgid;
  return taken;
}

Taken take(const std::string& lines) {
  return take(table_of(lines));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a header in the first row") {
  const auto taken = take("Titre|Région|Budget\nForage|Mopti|12000\nPuits|Gao|9000\n");
  CHECK(taken.table.columns == Texts{"Titre", "Région", "Budget"});
  CHECK(taken.table.header_row == 1);
  CHECK(taken.table.size() == 2);
  CHECK(taken.table.cell(0, 0) == "Forage");
  CHECK(taken.table.numbers == std::vector<std::int64_t>{2, 3});
}

TEST_CASE("title lines of one and of several cells above the header") {
  const auto taken = take(
      "Liste des projets||Date : 12/03/2024|\nRégion de Mopti|||\n\n"
      "N°|Intitulé|Cercle|Montant\n1|Forage|Koro|100\n2|Puits|Bankass|200\n");
  CHECK(taken.table.columns == Texts{"N°", "Intitulé", "Cercle", "Montant"});
  CHECK(taken.table.header_row == 4);
  CHECK(taken.table.size() == 2);
}

TEST_CASE("a blank column is dropped, a column without a header keeps its cells") {
  const auto taken = take("Titre||Région||Budget\nForage||Mopti|x|1\nPuits||Gao||2\n");
  CHECK(taken.table.columns == Texts{"Titre", "Région", "", "Budget"});
  CHECK(taken.table.cell(0, 2) == "x");
  CHECK(taken.table.cell(1, 3) == "2");
}

TEST_CASE("a header of two rows without merged cells") {
  const auto taken = take(
      "Titre|Localisation||Budget|\n|Région|Cercle|Prévu|Dépensé\n"
      "Forage|Mopti|Koro|100|50\nPuits|Gao|Ansongo|200|\n");
  CHECK(taken.table.columns == Texts{"Titre", "Localisation / Région", "Localisation / Cercle",
                                     "Budget / Prévu", "Budget / Dépensé"});
  CHECK(taken.table.header_row == 2);
  CHECK(taken.table.size() == 2);
}

TEST_CASE("a list of words only: the first row of data is no second header") {
  const auto taken = take("Projet|Région|Secteur\nForage|Mopti|Eau\nÉcole|Gao|Éducation\n");
  CHECK(taken.table.columns == Texts{"Projet", "Région", "Secteur"});
  CHECK(taken.table.size() == 2);
}

TEST_CASE("HXL tags below the header, tidied") {
  const auto taken =
      take("Région|Code|Budget\n#adm1 +Name|#ADM1+code|#value+budget+usd\nGao|ML07|5\n");
  CHECK(taken.table.columns == Texts{"Région", "Code", "Budget"});
  CHECK(taken.table.hxl == Texts{"#adm1+name", "#adm1+code", "#value+budget+usd"});
  CHECK(taken.table.size() == 1);
  CHECK(taken.table.header_row == 1);
}

TEST_CASE("HXL tags above the header, and tags alone") {
  const auto above = take("#adm1+name|#value\nRégion|Budget\nGao|5\nMopti|6\n");
  CHECK(above.table.columns == Texts{"Région", "Budget"});
  CHECK(above.table.hxl == Texts{"#adm1+name", "#value"});
  CHECK(above.table.size() == 2);
  const auto alone = take("#adm1+name|#value\nGao|5\nMopti|6\n");
  CHECK(alone.table.columns == Texts{"#adm1+name", "#value"});
  CHECK(alone.table.size() == 2);
}

TEST_CASE("junk above a header with tags") {
  const auto taken = take(
      "Junk|Junk|Junk|Junk\nOrg|No hashtag|Province|Number affected\n#org||#adm1|#affected\n"
      "Org X|xxx|Coast|100\nOrg Y|yyy|Mountains|200\n");
  CHECK(taken.table.columns == Texts{"Org", "No hashtag", "Province", "Number affected"});
  CHECK(taken.table.hxl == Texts{"#org", "", "#adm1", "#affected"});
  CHECK(taken.table.size() == 2);
}

TEST_CASE("rows of units and of column numbers belong to the header") {
  const auto taken =
      take("Titre|Région|Budget\n(1)|(2)|(3)\n||USD\nForage|Mopti|100\nPuits|Gao|200\n");
  CHECK(taken.table.columns == Texts{"Titre", "Région", "Budget (USD)"});
  CHECK(taken.table.size() == 2);
}

TEST_CASE("a header that is repeated on every page") {
  const auto taken = take(
      "Titre|Région|Budget\nForage|Mopti|100\nTitre|Région|Budget\nPuits|Gao|200\n"
      "Titre|Région|Budget\nÉcole|Kidal|300\n");
  CHECK(taken.table.size() == 3);
  CHECK(taken.table.numbers == std::vector<std::int64_t>{2, 4, 6});
  REQUIRE(taken.problems.count("repeated-header") == 1);
  const auto all = taken.problems.all();
  CHECK(all[0].error.what.args == Texts{"2"});
  CHECK(all[0].error.where.row == 3);
}

TEST_CASE("a region that is merged over three rows counts for each, an amount only once") {
  Table table = table_of("Région|Titre|Budget\nMopti|A|300\n|B|\n|C|\nGao|D|50\n");
  table.merged = {{1, 3, 0, 0}, {1, 3, 2, 2}};
  const auto taken = take(std::move(table));
  CHECK(taken.table.cell(1, 0) == "Mopti");
  CHECK(taken.table.cell(2, 0) == "Mopti");
  CHECK(taken.table.cell(3, 0) == "Gao");
  CHECK(taken.table.cell(0, 2) == "300");
  CHECK(taken.table.cell(1, 2).empty());
  CHECK(taken.problems.count("merged-cells") == 1);
  CHECK(taken.problems.count("merged-amounts") == 1);
}

TEST_CASE("years as headings are a header") {
  const auto taken = take("Région|2022|2023\nGao|5|6\nMopti|7|8\n");
  CHECK(taken.table.columns == Texts{"Région", "2022", "2023"});
  CHECK(taken.table.size() == 2);
}

TEST_CASE("without a header, codes and numbers speak for themselves") {
  const auto taken = take("ML05|Forage|12000\nML07|Puits|9000\nML08|École|500\n");
  CHECK(taken.error.empty());
  CHECK(taken.table.columns == Texts{"Colonne A", "Colonne B", "Colonne C"});
  CHECK(taken.table.size() == 3);
  CHECK(taken.table.header_row == 0);
  CHECK(taken.problems.count("no-header") == 1);
}

TEST_CASE("a header alone is a header; numbers alone are no table") {
  CHECK(take("Titre|Région|Budget\n").table.columns == Texts{"Titre", "Région", "Budget"});
  CHECK(take("12\n13\n").error == "no row looks like a header");
}

TEST_CASE("missing markers move with their rows and columns") {
  Table table = table_of("Titre||Budget\nForage||5\nPuits||\n");
  table.markers = {{2, 2, "n/d"}};
  const auto taken = take(std::move(table));
  REQUIRE(taken.table.markers.size() == 1);
  CHECK(taken.table.markers[0].row == 1);
  CHECK(taken.table.markers[0].column == 1);
}
