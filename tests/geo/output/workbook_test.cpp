// The workbook is read again by the project's own reader of spreadsheets.

#include "geo/output/workbook_xlsx.h"

#include "geo/base/save.h"
#include "geo/projects/table.h"
#include "tests/support/catch.h"

#include <filesystem>

using namespace malimap;

namespace {

constexpr Date kDay(std::chrono::year(2017), std::chrono::month(6), std::chrono::day(30));

std::string saved(const std::vector<WorkbookSheet>& sheets) {
  const auto bytes = xlsx_bytes(sheets, kDay);
  REQUIRE(bytes);
  const auto path = std::filesystem::temp_directory_path() / "malimap_workbook_test.xlsx";
  REQUIRE(save_file(path.string(), *bytes));
  return path.string();
}

Table read(const std::string& path, const std::string& sheet) {
  Problems problems;
  auto table = read_table(path, sheet, problems);
  REQUIRE(table);
  return std::move(*table);
}

WorkbookSheet sheet_of(std::string name, std::vector<WorkbookCell> row) {
  WorkbookSheet sheet{std::move(name), {}, {}, {}};
  for (std::size_t i = 0; i < row.size(); ++i)
    sheet.columns.push_back({"column " + std::to_string(i)});
  sheet.rows = {row, std::move(row)};
  return sheet;
}

}  // namespace

TEST_CASE("cells keep their type") {
  const auto path = saved(
      {sheet_of("Figures", {std::string("Gao & <Ménaka>"), std::int64_t{324}, DecimalCell{0.437, 2},
                            Cents{4'531'739}, kDay, std::monostate{}, Cents{-5}})});
  const Table table = read(path, "Figures");
  REQUIRE(table.size() == 2);
  CHECK(table.columns.front() == "column 0");
  CHECK(table.text(0, 0) == "Gao & <Ménaka>");
  CHECK(table.text(0, 1) == "324");
  CHECK(table.text(0, 2) == "0.437");  // all that it has, though two digits are shown
  CHECK(table.text(0, 3) == "45317.39");
  CHECK(table.text(0, 4) == "2017-06-30");
  CHECK(table.text(0, "column 5").empty());
}

TEST_CASE("a text never becomes a formula, a number or something else") {
  for (const std::string text : {"=1+1", "+33", "-5", "@SUM(A1)", "007", "_x0041_", " kept "}) {
    const Table table = read(saved({sheet_of("s", {text, std::int64_t{7}})}), "s");
    INFO(text);
    REQUIRE(table.size() == 2);
    const std::string_view trimmed = text == " kept " ? "kept" : std::string_view(text);
    CHECK(table.text(0, 0) == trimmed);
  }
  const auto bytes = xlsx_bytes({sheet_of("s", {std::string("=1+1")})}, kDay);
  REQUIRE(bytes);
  CHECK(bytes->find("<f>") == std::string::npos);
}

TEST_CASE("names of sheets are what a spreadsheet takes, and unique") {
  const std::string long_name(60, 'a');
  const auto path =
      saved({sheet_of("Qui / où?", {std::string("1")}), sheet_of("qui / OÙ?", {std::string("2")}),
             sheet_of(long_name, {std::string("3")}), sheet_of("", {std::string("4")})});
  const auto sheets = list_sheets(path);
  REQUIRE(sheets);
  REQUIRE(sheets->size() == 4);
  CHECK((*sheets)[0].name == "Qui - où-");
  CHECK((*sheets)[1].name == "qui - OÙ- (2)");
  CHECK((*sheets)[2].name == std::string(28, 'a'));
  CHECK((*sheets)[3].name == "4");
}

TEST_CASE("totals stand below the rows, and the same input gives the same bytes") {
  WorkbookSheet sheet = sheet_of("s", {std::string("a"), std::int64_t{1}});
  sheet.totals = {{std::string("Total"), std::int64_t{2}}};
  const auto first = xlsx_bytes({sheet}, kDay), second = xlsx_bytes({sheet}, kDay);
  REQUIRE(first);
  CHECK(*first == *second);
  const Table table = read(saved({sheet}), "s");
  REQUIRE(table.size() == 3);
  CHECK(table.text(2, 0) == "Total");
}

TEST_CASE("nothing is no workbook, and too much is said") {
  CHECK_FALSE(xlsx_bytes({}, kDay));
  WorkbookSheet wide{"s", {}, {std::vector<WorkbookCell>(16385)}, {}};
  CHECK_FALSE(xlsx_bytes({wide}, kDay));
}
