#include <algorithm>
#include <numeric>
#include <set>

#include "geo/map/classed.h"
#include "geo/map/legend.h"
#include "geo/map/palettes.h"
#include "geo/map/style.h"
#include "geo/map/words.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

const LegendEntry* entry_of(const Legend& legend, EntryKind kind) {
  for (const LegendEntry& entry : legend.entries)
    if (entry.kind == kind)
      return &entry;
  return nullptr;
}

int members(const Legend& legend) {
  return std::accumulate(legend.entries.begin(), legend.entries.end(), 0,
                         [](int sum, const LegendEntry& entry) { return sum + entry.members; });
}

bool has(const std::vector<std::string>& lines, const std::string& part) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

/// Zones with these numbers of projects, one unit each.
Coverage zones_of(const std::vector<std::optional<std::int64_t>>& counts) {
  Coverage coverage;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    CoverageZone zone;
    zone.units = {static_cast<UnitIndex>(i)};
    zone.figures.projects = counts[i];
    zone.area_km2 = 100;
    coverage.zones.push_back(zone);
    coverage.zone_of_unit.push_back(static_cast<int>(i));
  }
  return coverage;
}

}  // namespace

TEST_CASE("Not reported, zero and outside the programme are three entries with their units") {
  Scene scene;
  scene.outside_programme = {"G7", "G8", "G1"};  // not reported, zero, and one that has projects
  const GridMap map(scene);
  const Legend& legend = map.picture.legend;
  CHECK(entry_of(legend, EntryKind::Zero) != nullptr);
  REQUIRE(entry_of(legend, EntryKind::OutsideProgramme) != nullptr);
  REQUIRE(entry_of(legend, EntryKind::NotReported) != nullptr);
  CHECK(entry_of(legend, EntryKind::OutsideProgramme)->members == 2);  // G7 and G8
  CHECK(entry_of(legend, EntryKind::NotReported)->members == 2);       // G3 and G5
  CHECK(entry_of(legend, EntryKind::NotReported)->hatched);
  CHECK_FALSE(entry_of(legend, EntryKind::OutsideProgramme)->hatched);
  CHECK(members(legend) == 10);
  const Theme& theme = theme_of(scene.theme);
  CHECK(style::is_hatched(map.picture.paint[2], theme));
  CHECK_FALSE(style::is_hatched(map.picture.paint[6], theme));
  CHECK(map.picture.paint[6].class_index == kOutsideClass);
  CHECK(map.picture.paint[7].class_index == kOutsideClass);
  CHECK(map.picture.paint[0].class_index >= 0);  // has a figure: it is shown
}

TEST_CASE("Zero stays a class of its own under given breaks, and empty classes say their limits") {
  Scene scene;
  scene.classing.breaks = {5, 30, 35};
  scene.classing.method = ClassMethod::Manual;
  const GridMap map(scene);  // 0, 10, 15, 20, 40, 90
  std::vector<std::string> texts;
  std::vector<int> counts;
  for (const LegendEntry& entry : map.picture.legend.entries)
    if (entry.kind == EntryKind::Class) {
      texts.push_back(entry.text);
      counts.push_back(entry.members);
    }
  CHECK(texts == std::vector<std::string>{"<\u00A05", "5 – 30", "30 – 35", "≥\u00A035"});
  CHECK(counts == std::vector<int>{0, 3, 0, 3});  // 90 stands on two units
  REQUIRE(entry_of(map.picture.legend, EntryKind::Zero) != nullptr);
  CHECK(entry_of(map.picture.legend, EntryKind::Zero)->members == 1);
}

TEST_CASE("A diverging map turns at the mean of the zones, and says where") {
  const Coverage coverage = zones_of({10, 20, 30, 40, std::nullopt});
  CHECK(mean_of_zones(coverage, Measure::Projects) == Approx(25));
  CHECK(mean_of_zones(coverage, Measure::ProjectsPer1000Km2) == Approx(250));
  CHECK_FALSE(mean_of_zones(coverage, Measure::Budget).has_value());
  Scene scene;
  scene.type = MapType::Diverging;
  const ClassedValues classed = classify_zones(coverage, scene);
  const auto& breaks = classed.classes.breaks;
  CHECK(std::find(breaks.begin(), breaks.end(), 25.0) != breaks.end());
  CHECK(has(GridMap(scene).picture.legend.notes, "mean of the reported units, 29"));  // 175 / 6
  scene.middle = 50;
  CHECK(has(GridMap(scene).picture.legend.notes, "Middle of the colours: 50."));
}

TEST_CASE("A histogram for eight values and more, its bins hold every value once") {
  std::vector<std::optional<std::int64_t>> counts;
  for (std::int64_t i = 1; i <= 7; ++i)
    counts.push_back(i * i);
  counts.push_back(0);
  Scene scene;
  const auto histogram = [&](const Coverage& coverage) {
    return legend_histogram(classify_zones(coverage, scene),
                            values_of_zones(coverage, Measure::Projects), Measure::Projects,
                            Language::English);
  };
  CHECK_FALSE(histogram(zones_of(counts)).has_value());  // zero is apart: seven are left
  counts.push_back(64);
  const auto eight = histogram(zones_of(counts));
  REQUIRE(eight.has_value());
  CHECK(std::accumulate(eight->bins.begin(), eight->bins.end(), 0) == 8);
  CHECK(eight->colours.size() == eight->breaks.size() + 1);
  CHECK(eight->low == 1);
  CHECK(eight->high == 64);
  scene.classing.breaks = {0.5, 100};
  scene.classing.keep = true;
  const auto kept = histogram(zones_of(counts));
  REQUIRE(kept.has_value());
  CHECK(kept->breaks == std::vector<double>{0.5, 100});
  CHECK(kept->low == 0.5);
  CHECK(kept->high == 100);
  for (std::int64_t i = 9; i < 200; ++i)
    counts.push_back(i);
  CHECK(histogram(zones_of(counts))->bins.size() > eight->bins.size());
}

TEST_CASE("Raw totals as colour offer the rate and symbols, rates and symbols offer nothing") {
  const auto& offers = GridMap().picture.legend.alternatives;
  REQUIRE(offers.size() == 2);
  CHECK(offers[0].measure == Measure::ProjectsPer100k);
  CHECK(offers[1].type == MapType::Symbols);
  Scene scene;
  scene.measure = Measure::ProjectsPer1000Km2;
  CHECK(GridMap(scene).picture.legend.alternatives.empty());
  scene.measure = Measure::Projects;
  scene.type = MapType::Symbols;
  CHECK(GridMap(scene).picture.legend.alternatives.empty());
}

TEST_CASE("Inferred figures are marked where they are shown, and only there") {
  CHECK(GridMap().picture.legend.inferred.empty());
  Scene scene;
  scene.measure = Measure::Budget;
  const GridMap map(scene);
  CHECK_FALSE(map.picture.legend.inferred.empty());
  CHECK(is_inferred(map.picture.coverage->zones.front(), Measure::BudgetPerKm2));
  CHECK_FALSE(is_inferred(map.picture.coverage->zones.front(), Measure::Population));
}

TEST_CASE("The dominant category: the one with most, several where two have as much") {
  GridMap map;
  Coverage whole = zones_of({10, 8, 6, 5, 0, std::nullopt, 7, 9, 0, 0});
  const std::vector<std::optional<std::int64_t>> qip{7, 4, 2, 1, 0, {}, 7, 9, 0, 0},
      tf{3, 4, 4, std::nullopt, 0, {}, 0, 0, 0, 0};
  map.scene.type = MapType::Dominant;
  map.input.scene = &map.scene;
  map.input.coverage = snapshot(whole);
  map.input.groups =
      snapshot(std::vector<CoverageGroup>{{{"QIP"}, zones_of(qip)}, {{"TF"}, zones_of(tf)}});
  const Picture picture = make_picture(map.input);
  const auto& paint = picture.paint;
  CHECK(paint[0].class_index == 0);
  CHECK(paint[2].class_index == 1);
  CHECK(paint[1].class_index == 2);
  CHECK(paint[3].class_index == kNoClass);  // of TF nothing is published there
  CHECK(paint[4].fill == zero_colour(theme_of(ThemeName::Light)));
  CHECK(paint[5].class_index == kNoClass);
  CHECK(paint[0].fill == category_colour(Dimension::Fund, "QIP", 0));
  CHECK(picture.legend.entries[0].members == 3);
  CHECK(has(picture.legend.notes, "not published"));
}

TEST_CASE("Two measures crossed: nine colours, each with its units") {
  Coverage coverage = zones_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 0});
  for (std::size_t zone = 0; zone < 10; ++zone)
    coverage.zones[zone].population = static_cast<std::int64_t>(100 * (zone % 3 + 1));
  GridMap map;
  map.scene.type = MapType::Bivariate;
  map.scene.second = Measure::Population;
  map.input.scene = &map.scene;
  map.input.coverage = snapshot(coverage);
  const Picture picture = make_picture(map.input);
  REQUIRE(picture.legend.grid.has_value());
  const LegendGrid& grid = *picture.legend.grid;
  CHECK(grid.members == std::vector<int>(9, 1));
  CHECK(grid.colours.size() == 9);
  CHECK(grid.x_breaks.size() == 2);
  CHECK(picture.paint[0].fill == grid.colours[0]);  // fewest projects, fewest people
  CHECK(picture.paint[8].fill == grid.colours[8]);  // most of both
  CHECK(picture.paint[6].fill == grid.colours[2]);  // most projects, fewest people
  CHECK(entry_of(picture.legend, EntryKind::Zero)->members == 1);
}

TEST_CASE("An entry of the legend leads to the zones that it counts, each once") {
  Scene scene;
  scene.outside_programme = {"G7"};
  const GridMap map(scene);
  const Coverage& coverage = *map.input.coverage;
  std::set<std::string> seen;
  for (const LegendEntry& entry : map.picture.legend.entries)
    for (const std::string& zone : zones_of_entry(entry, map.picture, coverage)) {
      CHECK(seen.insert(zone).second);
      if (entry.kind == EntryKind::OutsideProgramme)
        CHECK(zone == "G7");
      if (entry.kind == EntryKind::Zero)
        CHECK(zone == "G8");
    }
  CHECK(seen.size() == coverage.zones.size());
  scene.type = MapType::Pies;
  const GridMap pies(scene);
  for (const LegendEntry& entry : pies.picture.legend.entries)
    if (entry.class_index == kCategoryClass)
      CHECK(zones_of_entry(entry, pies.picture, *pies.input.coverage).empty());
}
