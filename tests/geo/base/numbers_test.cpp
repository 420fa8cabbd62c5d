#include "geo/base/numbers.h"

#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("one rounding rule: half away from zero") {
  CHECK(round_half_away(0.5, 0) == 1);
  CHECK(round_half_away(-0.5, 0) == -1);
  CHECK(round_half_away(1.005, 2) == Approx(1.01));
  CHECK(round_half_away(2.5, 0) == 3);
  CHECK(format_money_compact({2'497'825'800}, Language::English) == "25.0\u00a0M\u00a0USD");
}

TEST_CASE("French numbers: narrow no-break space, decimal comma, no-break space before signs") {
  CHECK(format_integer(14'528'662, Language::French) == "14\u202f528\u202f662");
  CHECK(format_integer(-1'234, Language::French) == "-1\u202f234");
  CHECK(format_decimal(1234.5, 1, Language::French) == "1\u202f234,5");
  CHECK(format_percent(0.26, 0, Language::French) == "26\u00a0%");
  CHECK(format_money({309'400'000}, Language::French) == "3\u202f094\u202f000\u00a0USD");
  CHECK(format_money({4'531'739}, Language::French) == "45\u202f317,39\u00a0USD");
}

TEST_CASE("English numbers") {
  CHECK(format_integer(999, Language::English) == "999");
  CHECK(format_integer(1'000, Language::English) == "1,000");
  CHECK(format_percent(0.265, 1, Language::English) == "26.5%");
  CHECK(format_money({-5'000}, Language::English) == "-50\u00a0USD");
}

TEST_CASE("a compact amount never prints a thousand of the step below") {
  CHECK(format_money_compact({99'994'900}, Language::English) == "1.0\u00a0M\u00a0USD");
  CHECK(format_money_compact({99'949'999}, Language::English) == "999\u00a0k\u00a0USD");
  CHECK(format_money_compact({8'500'000}, Language::English) == "85\u00a0k\u00a0USD");
  CHECK(format_money_compact({95'000}, Language::English) == "950\u00a0USD");
  CHECK(format_money_compact({99'995'000'000}, Language::English) == "1.0\u00a0G\u00a0USD");
}

TEST_CASE("short numbers keep three significant digits and no idle zeros") {
  CHECK(format_short(69.38, Language::English) == "69.4");
  CHECK(format_short(2.0, Language::English) == "2");
  CHECK(format_short(0.0, Language::English) == "0");
  CHECK(format_short(0.3, Language::English) == "0.3");
  CHECK(format_short(1234.4, Language::English) == "1,234");
}

TEST_CASE("nothing is said, not shown as zero") {
  CHECK(format_or_no_data(std::optional<std::int64_t>{}, Translator(Language::English)) ==
        "no data");
  CHECK(format_or_no_data(std::optional<std::int64_t>{}, Translator(Language::French)) ==
        "n.\u00a0d.");
}
