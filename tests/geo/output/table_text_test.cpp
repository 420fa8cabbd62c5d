#include "geo/output/table_text.h"

#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("width is what the terminal shows, not bytes") {
  CHECK(display_width("Ménaka") == 6);
  CHECK(display_width("Me\u0301naka") == 6);
  CHECK(display_width("3\u202f094\u00a0USD") == 9);
  CHECK(display_width("\u4e2d") == 2);
}

TEST_CASE("columns stand below each other and cells cannot command the terminal") {
  const TextTable table{{{"Region", Align::Left}, {"Projects", Align::Right}},
                        {{"Ségou", "5"}, {"Gao\x1b[2J\n", "120"}},
                        {{"Total", "125"}}};
  const std::string text = aligned(table);
  CHECK(text ==
        "Region    Projects\n"
        "────────  ────────\n"
        "Ségou            5\n"
        "Gao [2J        120\n"
        "────────  ────────\n"
        "Total          125\n");
}

TEST_CASE("CSV records quote what needs it") {
  CHECK(csv_record({"a", "b,c", "say \"x\"", "two\nlines", ""}) ==
        "a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
}

TEST_CASE("cells that a spreadsheet would run are neutralised") {
  CHECK(safe_cell("=cmd()") == "'=cmd()");
  CHECK(safe_cell("+1") == "'+1");
  CHECK(safe_cell("-1") == "'-1");
  CHECK(safe_cell("@x") == "'@x");
  CHECK(safe_cell("\t=x") == "'\t=x");
  CHECK(safe_cell("Gao = 5") == "Gao = 5");
  CHECK(safe_cell("").empty());
}
