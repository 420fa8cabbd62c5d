// "This view minus the other one, where both have a figure; and in words which is which."
#include "geo/map/difference.h"

#include <algorithm>

#include "geo/map/change_markers.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

namespace malimap {
namespace {

const Translator kEnglish(Language::English), kFrench(Language::French);

/// Zones with these numbers of projects, one unit each.
Coverage zones_of(const std::vector<std::optional<std::int64_t>>& counts) {
  Coverage coverage;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    CoverageZone zone;
    zone.name = "Zone " + std::to_string(i);
    zone.units = {static_cast<UnitIndex>(i)};
    zone.figures.projects = counts[i];
    zone.area_km2 = 100;
    coverage.zones.push_back(zone);
    coverage.zone_of_unit.push_back(static_cast<int>(i));
    sum += counts[i].value_or(0);
  }
  coverage.total.projects = sum;
  return coverage;
}

Date day(const char* text) {
  return *parse_iso_date(text);
}

Scene comparing(const Filter& one, const Filter& other) {
  Scene scene;
  scene.type = MapType::Difference;
  scene.filter = one;
  scene.compare.other = other;
  return scene;
}

Filter of_fund(const std::string& fund) {
  Filter filter;
  filter.fund = {fund};
  return filter;
}

TEST_CASE("a difference is known where both views are", "[difference]") {
  const Coverage one = zones_of({5, 0, {}, 3, 7}), other = zones_of({2, 0, 4, {}, 9});
  const ZoneValues values = difference_of(one, other, Measure::Projects);
  REQUIRE(values.size() == 5);
  CHECK(values[0] == 3);
  CHECK(values[1] == 0);
  CHECK_FALSE(values[2]);
  CHECK_FALSE(values[3]);
  CHECK(values[4] == -2);
  const ZoneValues back = difference_of(other, one, Measure::Projects);
  for (std::size_t i = 0; i < values.size(); ++i)
    CHECK((!values[i] ? !back[i] : *back[i] == -*values[i]));
}

TEST_CASE("zones that are not the same units are not compared", "[difference]") {
  const Coverage one = zones_of({5, 6, 7});
  Coverage other = zones_of({1, 1});
  other.zones[0].units = {0, 1};
  other.zones[1].units = {2};
  other.zone_of_unit = {0, 0, 1};
  const ZoneValues values = difference_of(one, other, Measure::Projects);
  CHECK_FALSE(values[0]);
  CHECK_FALSE(values[1]);
  CHECK(values[2] == 6);
}

TEST_CASE("the two views are named by what differs between them", "[difference]") {
  Filter qip = of_fund("QIP"), tf = of_fund("TF");
  CHECK(view_words(comparing(qip, tf), false, kFrench) == "QIP");
  CHECK(view_words(comparing(qip, tf), true, kFrench) == "TF");
  CHECK(view_words(comparing(qip, {}), true, kEnglish) == "all funds");
  Filter later = qip, earlier = qip;
  later.active = {day("2017-06-01"), day("2017-06-30")};
  earlier.active = {day("2016-06-01"), day("2016-06-30")};
  const Scene dates = comparing(later, earlier);
  CHECK(view_words(dates, false, kFrench) == "juin 2017");
  CHECK(view_words(dates, true, kEnglish) == "June 2016");
  CHECK(common_filter(dates).fund == qip.fund);
  CHECK(common_filter(dates).active.empty());
  Scene lists;
  lists.compare.previous_list = true;
  CHECK(view_words(lists, false, kEnglish) == "current list");
  CHECK(view_words(lists, true, kEnglish) == "earlier list");
  Filter without = {};
  without.except[Dimension::Sector] = {"health"};
  CHECK(view_words(comparing(without, {}), false, kEnglish).starts_with("all sectors except "));
}

TEST_CASE("a period is said as briefly as it is exact", "[difference]") {
  const auto words = [](const char* first, const char* last) {
    DateRange range;
    if (first)
      range.first = day(first);
    if (last)
      range.last = day(last);
    return period_words(range, kEnglish);
  };
  CHECK(words("2017-01-01", "2017-12-31") == "2017");
  CHECK(words("2016-02-01", "2016-02-29") == "February 2016");
  CHECK(words("2016-06-01", "2017-05-31") == "June 2016 to May 2017");
  CHECK(words("2016-06-02", "2017-05-31") == "2 June 2016 to 31 May 2017");
  CHECK(words("2016-06-01", nullptr) == "since June 2016");
  CHECK(words(nullptr, "2016-06-30") == "until June 2016");
  CHECK(words(nullptr, nullptr) == "all dates");
}

TEST_CASE("differences have a sign, and none where they round to nothing", "[difference]") {
  CHECK(format_difference(Measure::Projects, 12, Language::English) == "+12");
  CHECK(format_difference(Measure::Projects, -3, Language::English) == "−3");
  CHECK(format_difference(Measure::Projects, 0, Language::English) == "0");
  CHECK(format_difference(Measure::ShareOfProjects, 0.04, Language::English) == "+4 points");
}

TEST_CASE("the map has colours to both sides of no difference, and says which is taken from which",
          "[difference]") {
  testing::GridMap map(Scene{});
  const Coverage& one = *map.picture.coverage;
  Coverage other = one;
  for (std::size_t i = 0; i < other.zones.size(); ++i)
    if (other.zones[i].figures.projects && i != 0)
      *other.zones[i].figures.projects += i % 2 == 0 ? -static_cast<int>(i) : static_cast<int>(i);
  const Scene scene = comparing(of_fund("QIP"), of_fund("TF"));
  PictureInput input = map.input;
  input.other = snapshot(std::move(other));
  input.scene = &scene;
  input.language = Language::French;
  const Picture picture = make_picture(input);
  CHECK(picture.legend.title == "Projets, différence\u00A0: QIP moins TF");
  CHECK(picture.title == "Projets par région\u00A0: QIP moins TF");
  CHECK(picture.markers.empty());
  CHECK(picture.places == nullptr);
  bool more = false, less = false;
  for (std::size_t unit = 0; unit < picture.paint.size(); ++unit) {
    const int zone = one.zone_of_unit[unit];
    const auto& value = picture.difference[static_cast<std::size_t>(zone)];
    const int index = picture.paint[unit].class_index;
    if (!value) {
      CHECK(index == kNoClass);
      continue;
    }
    REQUIRE(index >= 0);
    const auto& entries = picture.legend.entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const LegendEntry& one) {
      return one.class_index == index;
    });
    REQUIRE(found != entries.end());
    const LegendEntry& entry = *found;
    CHECK(entry.fill == picture.paint[unit].fill);
    CHECK((entry.kind == EntryKind::Zero) == (*value == 0));
    // The sign of what a unit has is that of its legend.
    if (*value > 0)
      CHECK(entry.text.starts_with("+"));
    if (*value < 0)
      CHECK(entry.text.starts_with("−"));
    more = more || *value > 0;
    less = less || *value < 0;
  }
  CHECK(more);
  CHECK(less);
}

TEST_CASE("without a second view nothing is coloured", "[difference]") {
  Scene scene;
  scene.type = MapType::Difference;
  const testing::GridMap map(scene);
  for (const UnitPaint& paint : map.picture.paint)
    CHECK(paint.class_index < 0);
  CHECK_FALSE(map.picture.legend.notes.empty());
}

TEST_CASE("changed projects stand at their places, each kind with a look of its own",
          "[difference]") {
  testing::GridMap map(Scene{});
  REQUIRE(map.input.dataset->projects->size() >= 2);
  auto changes = std::make_shared<ListChanges>();
  changes->changes = {{ChangeKind::New, {}, {0}, false, {}},
                      {ChangeKind::Gone, {1}, {}, false, {}}};
  changes->added = changes->gone = 1;
  PictureInput input = map.input;
  input.scene = &map.scene;
  input.changes = changes;
  input.previous = map.input.dataset;
  const Picture picture = make_picture(input);
  std::int64_t fresh = 0, gone = 0;
  for (const Marker& marker : picture.markers) {
    REQUIRE(marker.change != MarkerChange::None);
    CHECK(marker.projects.empty() == (marker.change == MarkerChange::Ended));
    fresh += marker.change == MarkerChange::New ? 1 : 0;
    gone += marker.change == MarkerChange::Ended ? 1 : 0;
  }
  CHECK(fresh > 0);
  CHECK(gone > 0);
  CHECK(picture.places == nullptr);
  CHECK(picture.legend.marker_key);
  CHECK(picture.legend.marker_changes.size() == 2);
}

}  // namespace
}  // namespace malimap
