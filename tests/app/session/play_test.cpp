// "Played, the window steps a month at a time to the end and stops there."
#include "app/session/play.h"

#include "tests/support/catch.h"

namespace malimap {
namespace {

Date day(const char* text) {
  return *parse_iso_date(text);
}

Timeline months(const char* first, int count) {
  Timeline timeline;
  for (int i = 0; i <= count; ++i)
    timeline.months.push_back(first_day(day(first), i));
  timeline.active.assign(static_cast<std::size_t>(count), 1);
  return timeline;
}

TEST_CASE("the window moves by whole months", "[play]") {
  const Timeline timeline = months("2015-11-01", 30);  // to April 2018
  Filter filter;
  filter.fund = {"QIP"};
  filter.active = {day("2016-01-01"), day("2016-01-31")};
  const auto next = next_window(timeline, filter);
  REQUIRE(next);
  CHECK(next->active == DateRange{day("2016-02-01"), day("2016-02-29")});
  CHECK(next->fund == filter.fund);
  filter.active = {day("2017-12-01"), day("2017-12-31")};
  CHECK(next_window(timeline, filter)->active == DateRange{day("2018-01-01"), day("2018-01-31")});
}

TEST_CASE("it stops with the timeline", "[play]") {
  const Timeline timeline = months("2017-01-01", 6);
  Filter filter;
  filter.active = {day("2017-05-01"), day("2017-05-31")};
  const auto last = next_window(timeline, filter);
  REQUIRE(last);
  CHECK(last->active.last == day("2017-06-30"));
  CHECK_FALSE(next_window(timeline, *last));
  CHECK_FALSE(next_window(Timeline{}, filter));
}

TEST_CASE("without a window it begins with a year, of a short timeline with a month", "[play]") {
  CHECK(next_window(months("2015-03-01", 40), {})->active ==
        DateRange{day("2015-03-01"), day("2016-02-29")});
  CHECK(next_window(months("2015-03-01", 10), {})->active ==
        DateRange{day("2015-03-01"), day("2015-03-31")});
  // Played again it begins anew, as wide as it was.
  Filter filter;
  filter.active = {day("2017-01-01"), day("2017-03-31")};
  CHECK(first_window(months("2015-03-01", 40), filter) ==
        DateRange{day("2015-03-01"), day("2015-05-31")});
}

TEST_CASE("open ends are those of the timeline", "[play]") {
  Filter filter;
  filter.active.last = day("2015-06-15");
  CHECK(window_of(months("2015-03-01", 10), filter) ==
        DateRange{day("2015-03-01"), day("2015-06-30")});
  CHECK_FALSE(window_of(months("2015-03-01", 10), {}));
}

}  // namespace
}  // namespace malimap
