#include "app/panels/numbers_typed.h"
#include "app/window/copied_table.h"
#include "tests/support/catch.h"

namespace malimap {

using Numbers = std::vector<double>;

TEST_CASE("breaks are typed with commas or points, in any order, with any blanks") {
  CHECK(ui::numbers_of("10; 20,5; 1\u202F000", 1) == Numbers{10, 20.5, 1000});
  CHECK(ui::numbers_of("30;10 ; 10;", 1) == Numbers{10, 30});
  CHECK(ui::numbers_of("", 1) == Numbers{});
  CHECK(ui::numbers_of("12,5; 50", 100) == Numbers{0.125, 0.5});
  CHECK_FALSE(ui::numbers_of("10; zwanzig", 1));
  CHECK_FALSE(ui::numbers_of("1,2,3", 1));
}

TEST_CASE("breaks are shown as they are typed") {
  CHECK(ui::numbers_text({10, 20.5}, 1, Language::French) == "10; 20,5");
  CHECK(ui::numbers_text({10, 20.5}, 1, Language::English) == "10; 20.5");
  CHECK(ui::numbers_text({0.125}, 100, Language::French) == "12,5");
}

TEST_CASE("a copied name that a spreadsheet would run is neutralised") {
  Coverage coverage;
  CoverageZone zone;
  zone.code = "X1";
  zone.name = "=cmd()\tb";
  zone.figures.projects = 3;
  coverage.zones.push_back(zone);
  coverage.total.projects = 3;
  const std::string table =
      copied_table(coverage, Measure::Projects, Translator(Language::English));
  CHECK(table.find("X1\t'=cmd() b\t3\t") != std::string::npos);
  CHECK(table.find("\tTotal\t3\t") != std::string::npos);
}

}  // namespace malimap
