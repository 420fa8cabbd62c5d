#include "geo/map/symbols.h"

#include <algorithm>

#include "geo/map/pole.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

Scene scene_of(MapType type) {
  Scene scene;
  scene.type = type;
  return scene;
}

/// A second fund with a third of the projects of each zone; in G4 it is not published.
GridMap two_funds(MapType type) {
  GridMap map(scene_of(type));
  Coverage qip = *map.input.coverage, tf = *map.input.coverage;
  for (std::size_t zone = 0; zone < qip.zones.size(); ++zone) {
    auto& projects = qip.zones[zone].figures.projects;
    if (!projects)
      continue;
    tf.zones[zone].figures.projects = *projects / 3;
    *projects -= *projects / 3;
    if (qip.zones[zone].code == "G4")
      tf.zones[zone].figures.projects.reset();
  }
  map.input.groups = snapshot(std::vector<CoverageGroup>{{{"QIP"}, qip}, {{"TF"}, tf}});
  map.input.scene = &map.scene;
  map.picture = make_picture(map.input);
  map.input.scene = nullptr;
  return map;
}

}  // namespace

TEST_CASE("The area of a circle is its figure, the largest first") {
  const GridMap map(scene_of(MapType::Symbols));
  const auto& symbols = map.picture.symbols;
  REQUIRE(symbols.size() == 5);  // not the one that is zero
  CHECK(symbols[0].radius_dp == Approx(kLargestSymbol));
  const double per_project = symbols[0].radius_dp * symbols[0].radius_dp / 90;
  for (const Symbol& symbol : symbols) {
    const auto& zone = map.picture.coverage->zones[static_cast<std::size_t>(symbol.zone)];
    CHECK(symbol.radius_dp * symbol.radius_dp / per_project ==
          Approx(static_cast<double>(*zone.figures.projects)));
    CHECK(std::find(zone.units.begin(), zone.units.end(), symbol.unit) != zone.units.end());
    const auto& rings =
        map.input.shapes->details.front().unit_rings[static_cast<std::size_t>(symbol.unit)];
    CHECK(inside(rings, symbol.position));
  }
  CHECK(map.picture.places == nullptr);  // circles of places would be taken for figures
}

TEST_CASE("Parts add up to the whole; where they are not published a plain circle says so") {
  const GridMap map = two_funds(MapType::Pies);
  int plain = 0;
  for (const Symbol& symbol : map.picture.symbols) {
    double sum = 0;
    for (const SymbolPart& part : symbol.parts)
      sum += part.share;
    CHECK(sum == Approx(1));
    if (symbol.kind == SymbolKind::Circle) {
      ++plain;
      CHECK(map.picture.coverage->zones[static_cast<std::size_t>(symbol.zone)].code == "G4");
    } else {
      CHECK(symbol.parts.size() == 2);
      CHECK(symbol.parts[0].share > symbol.parts[1].share);
    }
  }
  CHECK(plain == 1);
  const Legend& legend = map.picture.legend;
  CHECK(legend.entries[0].text.find("QIP") != std::string::npos);
  CHECK(legend.entries[0].members == 5);  // G1, G2, G6, G9, G10
  CHECK(std::any_of(legend.notes.begin(), legend.notes.end(), [](const std::string& note) {
    return note.find("not published") != std::string::npos;
  }));
}

TEST_CASE("The length of a bar is its figure") {
  const GridMap map = two_funds(MapType::Bars);
  for (const Symbol& symbol : map.picture.symbols) {
    CHECK(symbol.kind == SymbolKind::Bar);
    const auto& zone = map.picture.coverage->zones[static_cast<std::size_t>(symbol.zone)];
    CHECK(symbol.height_dp ==
          Approx(kTallestBar * static_cast<double>(*zone.figures.projects) / 90));
  }
  REQUIRE(map.picture.legend.sizes.has_value());
  CHECK(map.picture.legend.sizes->sizes.back().height_dp > 0);
}

TEST_CASE("Many large circles are all smaller, never below a size that can be read") {
  CHECK(value_of_full_circle({90, 10, std::nullopt}, 90) == 90);
  const double crowded = value_of_full_circle(ZoneValues(20, 4.0), 4);
  CHECK(symbol_radius_dp(4, crowded) * symbol_radius_dp(4, crowded) * 20 == Approx(4000));
  CHECK(symbol_radius_dp(1, value_of_full_circle(ZoneValues(700, 1.0), 1)) == Approx(10));
}

TEST_CASE("The key of sizes has round values that the map reaches") {
  CHECK(key_values(90, true) == std::vector<double>{5, 20, 50});
  CHECK(key_values(3, true) == std::vector<double>{2});
  CHECK(key_values(0, true).empty());
  CHECK(round_down(1000) == 1000);
  CHECK(round_down(0.3) == Approx(0.2));
  const auto sizes = GridMap(scene_of(MapType::Symbols)).picture.legend.sizes;
  REQUIRE(sizes.has_value());
  CHECK(sizes->sizes.back().radius_dp < kLargestSymbol);
  CHECK(sizes->sizes.back().text == "50");
}

TEST_CASE("A symbol leads to its zone, also where it reaches over a border") {
  const GridMap map(scene_of(MapType::Symbols));
  const Composition composition = map.compose_at(300, 300, 1, {});
  REQUIRE_FALSE(composition.symbols.empty());
  const Symbol& top = composition.symbols.back();
  const PixelPoint centre = composition.view.to_pixel(top.position);
  CHECK(hit_test(composition, centre).unit == top.unit);
  const Symbol& largest = composition.symbols.front();
  PixelPoint edge = composition.view.to_pixel(largest.position);
  edge.x += largest.radius_dp - 0.1;
  CHECK(hit_test(composition, edge).unit == largest.unit);
}
