#include <algorithm>

#include "geo/map/ground.h"
#include "geo/map/legend.h"
#include "geo/map/palettes.h"
#include "geo/map/place_markers.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

bool has(const std::vector<std::string>& lines, const std::string& part) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("Every unit has the colour of its legend entry, and every unit is counted once") {
  const GridMap map;
  const Legend& legend = map.picture.legend;
  int members = 0;
  for (const LegendEntry& entry : legend.entries) {
    const auto painted =
        std::count_if(map.picture.paint.begin(), map.picture.paint.end(),
                      [&](const UnitPaint& p) { return p.class_index == entry.class_index; });
    CHECK(painted == entry.members);
    for (const UnitPaint& paint : map.picture.paint)
      if (paint.class_index == entry.class_index)
        CHECK(paint.fill == entry.fill);
    members += entry.members;
  }
  CHECK(members == 10);
  CHECK(legend.entries.back().hatched);
  CHECK(legend.entries.back().members == 3);  // G3, G5, G7
}

TEST_CASE("Zero is a class of its own, apart from few and from no data") {
  const GridMap map;
  const auto& entries = map.picture.legend.entries;
  const auto found = std::find_if(entries.begin(), entries.end(), [](const LegendEntry& entry) {
    return entry.kind == EntryKind::Zero;
  });
  REQUIRE(found != entries.end());
  const LegendEntry& zero = *found;
  CHECK(zero.text == "0");
  CHECK(zero.members == 1);
  CHECK_FALSE(zero.hatched);
  CHECK(map.picture.paint[7].class_index == 0);
  CHECK(zero.fill == zero_colour(theme_of(ThemeName::Light)));
}

TEST_CASE("A zone of two units has one figure and one colour on both") {
  const GridMap map;
  CHECK(map.picture.paint[5].fill == map.picture.paint[8].fill);
  CHECK(map.picture.paint[5].class_index == map.picture.paint[8].class_index);
  CHECK(has(map.picture.legend.notes, "G6 / G9"));
}

TEST_CASE("Classes say the values that are in them") {
  const GridMap map;
  CHECK(map.picture.legend.entries[0].text == "10 – 20");
  Scene scene;
  scene.measure = Measure::Budget;
  const auto& entries = GridMap(scene).picture.legend.entries;
  CHECK(entries.size() > 2);
}

TEST_CASE("A raw total offers the rate, an inferred budget says so") {
  CHECK(has(GridMap().picture.legend.notes, "Projects per 100,000 people"));
  CHECK_FALSE(has(GridMap().picture.legend.notes, "inferred"));
  Scene scene;
  scene.measure = Measure::Budget;
  CHECK(has(GridMap(scene).picture.legend.notes, "inferred"));
}

TEST_CASE("The title names measure, level and fund") {
  CHECK(GridMap().picture.title == "Projects by region");
  Scene scene;
  scene.filter.fund = {"QIP"};
  CHECK(GridMap(scene).picture.title == "Quick-impact projects (QIP) by region");
  scene.measure = Measure::Budget;
  CHECK(GridMap(scene).picture.title == "Budget by region: Quick-impact projects (QIP)");
  scene.title = "My map";
  CHECK(GridMap(scene).picture.title == "My map");
}

TEST_CASE("Titles say what a kind of map shows") {
  Scene scene;
  scene.type = MapType::Dominant;
  CHECK(GridMap(scene).picture.title == "Dominant fund by region");
  scene.type = MapType::Bivariate;
  scene.measure = Measure::Budget;
  scene.second = Measure::Population;
  CHECK(GridMap(scene).picture.title == "Budget and population by region");
  scene.type = MapType::Pies;
  CHECK(GridMap(scene).picture.title == "Budget by region and fund");
  scene.type = MapType::Places;
  CHECK(GridMap(scene).picture.title == "Projects at their places");
  for (const MapType type : all_map_types())
    CHECK(map_type_of(word_of(type)) == type);
}

TEST_CASE(
    "Headlines say what is known, and units without a project apart from those not reported") {
  const auto headlines = GridMap().picture.headlines;
  REQUIRE(headlines.size() == 4);
  CHECK(headlines[0].value == "150");
  CHECK(headlines[1].text == "of budget");
  CHECK(headlines[2].value == "1");  // G8
  CHECK(headlines[2].text == "region without a project");
  CHECK(headlines[3].value == "3");  // G3, G5, G7
  CHECK(headlines[3].text == "regions not reported");
  Scene scene;
  scene.filter.donor = {"B"};  // not published
  CHECK(GridMap(scene).picture.headlines[0].value == "no data");
  scene.filter.donor.clear();
  scene.outside_programme = {"G3", "G8"};
  const auto within = GridMap(scene).picture.headlines;
  REQUIRE(within.size() == 3);  // G8 is no gap
  CHECK(within[2].value == "2");
}

TEST_CASE("The footer names sources, vintage, projection, and ends with the disclaimer") {
  const auto footer = GridMap().picture.footer;
  CHECK(has(footer, "Grid bulletin, 30 June 2017"));
  CHECK(has(footer, "units of 2012"));
  CHECK(has(footer, "Lambert azimuthal equal-area"));
  CHECK(footer.back().find("United Nations") != std::string::npos);
}

TEST_CASE(
    "Markers: one circle a place, its area by the number of projects, only what passes the "
    "filter") {
  const auto markers = GridMap().picture.places->places();
  REQUIRE(markers.size() == 2);
  CHECK(markers[0].count == 5);
  CHECK(markers[0].projects.size() == 2);
  CHECK(markers[0].radius_dp * markers[0].radius_dp ==
        Approx(5 * markers[1].radius_dp * markers[1].radius_dp));
  Scene scene;
  scene.filter.donor = {"B"};
  const auto filtered = GridMap(scene).picture.places->places();
  REQUIRE(filtered.size() == 1);
  CHECK(filtered[0].count == 1);
  scene.layers.markers = false;
  CHECK(GridMap(scene).picture.places == nullptr);
}

TEST_CASE("Every palette has three to nine colours from light to dark") {
  const auto names = palette_names();
  REQUIRE(names.size() >= 6);
  for (const PaletteName& palette : names)
    for (int count = 3; count <= 9; ++count) {
      const auto colours = palette_colours(palette.name, count);
      REQUIRE(colours.size() == static_cast<std::size_t>(count));
      for (std::size_t i = 1; i < colours.size(); ++i)
        CHECK(luminance(colours[i]) < luminance(colours[i - 1]));
    }
  CHECK(palette_colours("no such palette", 5) == palette_colours(names.front().name, 5));
  CHECK(palette_colours("blues", 0).empty());
  CHECK(palette_colours("blues", 1).size() == 1);
  CHECK(palette_colours("blues", 12).size() == 12);
}

TEST_CASE("Units outside the filter are context: pale, without a value, in an entry of their own") {
  GridMap map;
  Coverage coverage = *map.input.coverage;
  for (CoverageZone& zone : coverage.zones)
    zone.filtered_out = zone.code != "G1" && zone.code != "G2";
  map.input.coverage = snapshot(std::move(coverage));
  for (const MapType type :
       {MapType::Choropleth, MapType::Diverging, MapType::Dominant, MapType::Bivariate,
        MapType::Symbols, MapType::Dots, MapType::Places}) {
    map.scene.type = type;
    map.input.scene = &map.scene;
    const Picture picture = make_picture(map.input);
    const auto outside =
        std::count_if(picture.paint.begin(), picture.paint.end(),
                      [](const UnitPaint& paint) { return paint.class_index == kFilteredClass; });
    CHECK(outside == 8);
    const auto entry =
        std::find_if(picture.legend.entries.begin(), picture.legend.entries.end(),
                     [](const LegendEntry& one) { return one.kind == EntryKind::OutsideFilter; });
    REQUIRE(entry != picture.legend.entries.end());
    CHECK(entry->members == 8);
    CHECK_FALSE(entry->hatched);
    for (const Symbol& symbol : picture.symbols)
      CHECK((symbol.unit == 0 || symbol.unit == 1));
  }
}

TEST_CASE("The box to fit is the unit's that was drilled into") {
  const GridMap map;
  const Shapes& shapes = *map.input.shapes;
  const PlaneBox whole = box_to_fit(shapes, *map.input.boundaries, "");
  CHECK(whole.width() == shapes.box.width());
  const PlaneBox one = box_to_fit(shapes, *map.input.boundaries, "G2");
  CHECK(one.low == shapes.units[1].box.low);
  CHECK(one.high == shapes.units[1].box.high);
  CHECK(box_to_fit(shapes, *map.input.boundaries, "gone").width() == shapes.box.width());
}
