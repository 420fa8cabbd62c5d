#include <chrono>
#include <filesystem>
#include <fstream>

#include "geo/base/embedded.h"
#include "geo/projects/csv.h"
#include "geo/projects/tables/embedded_table.h"
#include "geo/projects/tables/gdal_table.h"
#include "geo/projects/tables/workbook.h"
#include "geo/projects/tables/xlsx_styles.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

std::string file(const std::string& name) {
  return testing::in_repository("tests/data/tables/" + name);
}

Table read(const std::string& path, const std::string& sheet = "") {
  Problems problems;
  auto table = read_gdal_table(path, sheet, problems);
  REQUIRE(table);
  return std::move(*table);
}

std::string error_of(const std::string& path, const std::string& sheet = "") {
  Problems problems;
  const auto table = read_gdal_table(path, sheet, problems);
  REQUIRE_FALSE(table);
  return table.error().what.msgid;
}

std::vector<std::string> row(const Table& table, std::size_t index) {
  const auto cells = table.row(index);
  return {cells.begin(), cells.end()};
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("cells of a workbook say what the spreadsheet shows") {
  const Table table = read(file("kinds.xlsx"));
  CHECK(table.sheet == "Données");
  CHECK(row(table, 0) == Texts{"Puits", "2024-03-12", "12.5%", "25000000 FCFA", "08:30", "1.5",
                               "2024-03-12 18:00", "45.317 USD", "true", "", "Mopti"});
  // Day 59 is 28 February 1900: the spreadsheets' leap day of that year does not exist.
  CHECK(row(table, 1) == Texts{"École", "1900-02-28", "30%", "25000000", "12:00", "0.25",
                               "2024-03-12", "0.3", "false", "", ""});
  CHECK(table.numeric[3]);
  CHECK_FALSE(table.numeric[0]);
  REQUIRE(table.markers.size() == 3);
  CHECK(table.markers[0].text == "#N/A");
  CHECK(table.markers[1].text == "n/d");
  CHECK(table.markers[2].text == "#REF!");
  CHECK(table.markers[2].row == 1);
  CHECK(table.markers[2].column == 10);
}

TEST_CASE("a workbook as people type it") {
  Problems problems;
  const auto table = read_gdal_table(file("typed.xlsx"), "", problems);
  REQUIRE(table);
  CHECK(table->columns == Texts{"N°", "Titre du projet", "Localisation / Région",
                                "Localisation / Cercle", "Budget / Prévu (USD)",
                                "Budget / Dépensé (USD)"});
  CHECK(table->header_row == 4);
  CHECK(table->numbers == std::vector<std::int64_t>{5, 6, 7, 11, 12});
  CHECK(table->cell(2, 2) == "Mopti");  // merged over rows 5 to 7
  CHECK(table->cell(2, 4).empty());     // 9000 stand for both rows, and count once
  CHECK(table->cell(4, 0) == "Total");
}

TEST_CASE("the list is chosen among the sheets, the others are offered") {
  const auto sheets = list_gdal_sheets(file("sheets.xlsx"));
  REQUIRE(sheets);
  REQUIRE(sheets->size() == 5);
  for (const SheetInfo& sheet : *sheets) {
    CHECK(sheet.chosen == (sheet.name == "Projets 2024"));
    CHECK(sheet.hidden == (sheet.name == "Vieux"));
  }
  CHECK((*sheets)[3].rows == 21);
  CHECK(read(file("sheets.xlsx")).sheet == "Projets 2024");
  CHECK(read(file("sheets.xlsx"), "Listes").size() == 20);
  CHECK(read(file("sheets.xlsx"), "listes").sheet == "Listes");
  Problems problems;
  const auto none = read_gdal_table(file("sheets.xlsx"), "Feuil9", problems);
  REQUIRE_FALSE(none);
  CHECK(none.error().what.args[1].find("Projets 2024") != std::string::npos);
}

TEST_CASE("an ODS workbook") {
  const Table table = read(file("list.ods"));
  CHECK(table.sheet == "Projets");
  CHECK(table.header_row == 3);
  CHECK(row(table, 0) == Texts{"Puits", "Mopti", "25000000 XOF", "25%", "2024-03-12", "true", ""});
  CHECK(row(table, 1) ==
        Texts{"École", "Mopti", "1200.5", "100%", "2024-03-12 08:30:00", "false", "AFD et\nUE"});
  CHECK(table.numbers == std::vector<std::int64_t>{4, 5});
  REQUIRE(table.markers.size() == 1);
  CHECK(table.markers[0].text == "#N/A");
}

TEST_CASE("texts of dBASE files in the encodings of their writers") {
  CHECK(read(file("latin.dbf")).cell(0, 0) == "Diré");  // nothing declared
  CHECK(read(file("latin.dbf")).cell(1, 0) == "Ségoué");
  CHECK(read(file("ansi.dbf")).cell(0, 0) == "Cœur");
  CHECK(read(file("dos437.dbf")).cell(0, 0) == "Diré");
  CHECK(read(file("dos850.dbf")).cell(0, 0) == "Mopté");
  CHECK(read(file("dos850.dbf")).cell(1, 0) == "ÀÈ");
  CHECK(read(file("named.dbf")).cell(0, 0) == "Diré");  // by its .cpg file
  CHECK(read(file("utf8.dbf")).cell(0, 0) == "Diré");   // whatever the file declares
  CHECK(read(file("utf8.dbf")).cell(1, 0) == "ééé");
}

TEST_CASE("bad files are refused with a reason, at once") {
  const auto start = std::chrono::steady_clock::now();
  CHECK(error_of(file("laughs.xlsx")).find("XML entities") != std::string::npos);
  CHECK(error_of(file("bomb.xlsx")).find("fill the memory") != std::string::npos);
  CHECK(error_of(file("cut.xlsx")) == "the file breaks off or is damaged");
  CHECK(error_of(file("old.xls")).find("old office program") != std::string::npos);
  CHECK(error_of(file("password.xlsx")) == "the file is protected by a password");
  CHECK(error_of(file("csv.zip")) == "this is an archive, not a table");
  CHECK(error_of(file("absent.xlsx")) == "there is no such file");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("a workbook cut off anywhere is an error, never a crash") {
  std::ifstream in(file("typed.xlsx"), std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  const auto path = std::filesystem::temp_directory_path() / "malimap_cut_off.xlsx";
  for (std::size_t size = 0; size + 1 < whole.size(); size += 7) {
    std::ofstream(path, std::ios::binary) << whole.substr(0, size);
    Problems problems;
    CHECK_FALSE(read_gdal_table(path.string(), "", problems));
  }
  std::filesystem::remove(path);
}

TEST_CASE("number formats") {
  CHECK(format_of_code("dd/mm/yyyy").look == NumberLook::Date);
  CHECK(format_of_code("[$-40C]d mmmm yyyy;@").look == NumberLook::Date);
  CHECK(format_of_code("yyyy\\-mm\\-dd hh:mm:ss.000").look == NumberLook::Date);
  CHECK(format_of_code("hh:mm").look == NumberLook::Time);
  CHECK(format_of_code("[h]:mm").look == NumberLook::Number);
  CHECK(format_of_code("0.00%").look == NumberLook::Percent);
  CHECK(format_of_code("General").look == NumberLook::Number);
  CHECK(format_of_code("#,##0\\ \"FCFA\"").currency == "FCFA");
  CHECK(format_of_code("#,##0.00\\ [$€-40C]").currency == "€");
  CHECK(format_of_code("\"days\" 0").currency.empty());
  CHECK(format_of_code("\"days\" 0").look == NumberLook::Number);
}

TEST_CASE("serial numbers and plain numbers") {
  CHECK(date_of_serial(45363, false) == "2024-03-12");
  CHECK(date_of_serial(61, false) == "1900-03-01");
  CHECK(date_of_serial(1, false) == "1900-01-01");
  CHECK(date_of_serial(0, true) == "1904-01-01");
  CHECK(date_of_serial(45363.99999999, false) == "2024-03-13");
  CHECK(date_of_serial(-1, false).empty());
  CHECK(date_of_serial(3e6, false).empty());
  CHECK(plain_number(2.5e7) == "25000000");
  CHECK(plain_number(0.1 + 0.2) == "0.3");
  CHECK(plain_number(-45.317) == "-45.317");
  CHECK(plain_number(1e20) == "100000000000000000000");
}

TEST_CASE("the organisations' list of December 2023") {
  const auto path = testing::shared_file("data/ocha/mali_3w_2023-12.xlsx");
  if (path.empty())
    return;
  const Table table = read(path);
  CHECK(table.sheet == "ML_5W");
  CHECK(table.size() == 24'088);
  CHECK(table.width == 40);
  CHECK(table.header_row == 1);
  CHECK(table.hxl[6] == "#adm1+name");
  CHECK(table.numbers.back() == 24'090);
}

TEST_CASE("the bank's list of 2012") {
  const auto path = testing::shared_file("data/worldbank/wb-projects-2012.xlsx");
  if (path.empty())
    return;
  const Table table = read(path);
  CHECK(table.size() == 500);
  CHECK(table.header_row == 2);
  CHECK(table.columns[0] == "Project Id");
  CHECK(table.cell(499, 0) == "P115914");
}

TEST_CASE("tables that ship are what the reader of strangers' tables makes of them") {
  for (const char* path :
       {"bulletin/key_figures.csv", "bulletin/projects.csv", "bulletin/region_budgets.csv",
        "bulletin/region_counts.csv", "bulletin/sector_budgets.csv", "bulletin/statements.csv",
        "crosswalk/mali_cercles.csv", "crosswalk/mali_units.csv", "crosswalk/zones.csv",
        "gazetteer/towns.csv", "population/rgph2009.csv", "population/rgph2009_cercles.csv"}) {
    INFO(path);
    Problems problems;
    const auto known = parse_csv(asset(path).value(), path, problems);
    REQUIRE(known);
    const Table table = embedded_table(path);
    CHECK(table.file == known->file);
    CHECK(table.header_row == known->header_row);
    CHECK(table.numeric == known->numeric);
    REQUIRE(table.size() == known->size());
    CHECK(table.numbers == known->numbers);
    for (const std::string& column : known->columns)
      for (std::size_t i = 0; i < known->size(); ++i)
        CHECK(table.text(i, column) == known->text(i, column));
  }
  CHECK(embedded_table("no/such.csv").size() == 0);
}
