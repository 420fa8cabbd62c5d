#include "geo/base/date.h"

#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("a date that does not exist is no date") {
  CHECK_FALSE(parse_iso_date("2017-02-30"));
  CHECK_FALSE(parse_iso_date("2017-2-3"));
  CHECK_FALSE(parse_iso_date("2017-06-3x"));
  CHECK(parse_iso_date("2016-02-29"));
  CHECK(iso(*parse_iso_date("2017-06-30")) == "2017-06-30");
}

TEST_CASE("dates in words") {
  CHECK(format_date(*parse_iso_date("2017-06-30"), Language::French) == "30 juin 2017");
  CHECK(format_date(*parse_iso_date("2024-01-01"), Language::French) == "1er janvier 2024");
  CHECK(format_date(*parse_iso_date("2017-06-30"), Language::English) == "30 June 2017");
}
