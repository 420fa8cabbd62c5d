// What labels promise, over made-up and real countries, at random views: no two boxes overlap, none
// leaves the picture, leaders cross no text, the same input gives the same placement, and a fitted
// view names every region.

#include "geo/map/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
#include <utility>

#include "geo/boundaries/read.h"
#include "geo/map/palettes.h"
#include "geo/projects/dataset.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

PixelBox plain_measure(const std::string& text, TextRole, double size_dp, bool bold, bool,
                       double scale) {
  const auto letters = static_cast<double>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
  return {0, 0, (bold ? 0.6 : 0.55) * size_dp * scale * letters, 1.25 * size_dp * scale};
}

/// A country with its data, in all types of maps.
struct Country {
  Snapshot<Dataset> dataset;
  Snapshot<Boundaries> boundaries;
  Level level = Level::Region;
  ContextLayers context;
};

Picture picture_of(const Country& country, const Snapshot<Shapes>& shapes, const Scene& scene,
                   Language language) {
  PictureInput input;
  input.dataset = country.dataset;
  input.boundaries = country.boundaries;
  input.shapes = shapes;
  input.coverage =
      snapshot(cover(*country.dataset, *country.boundaries, country.level, scene.filter));
  if (needs_groups(scene.type)) {
    const CoverageCube cube(*country.dataset, *country.boundaries, country.level);
    input.groups = snapshot(cover_groups(cube, scene.filter, std::array{scene.by}));
  }
  input.scene = &scene;
  input.language = language;
  return make_picture(input);
}

void check_promises(const Composition& composition, const std::vector<PixelBox>& keep_clear) {
  const auto& labels = composition.labels;
  const View& view = composition.view;
  const PixelBox inside{0, 0, view.width, view.height};
  int broken = 0;
  const auto expect = [&](bool promise, const std::string& text) {
    if (!promise) {
      UNSCOPED_INFO(text);
      ++broken;
    }
  };
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const PixelBox& box = labels[i].box;
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= inside.width &&
               box.y + box.height <= inside.height,
           "leaves the picture: " + labels[i].text);
    expect(labels[i].size_dp >= 8, "is too small: " + labels[i].text);
    expect(contrast(labels[i].colour, labels[i].halo) >= 4.5, "reads badly: " + labels[i].text);
    for (std::size_t k = 0; k < i; ++k)
      expect(!overlap(box, labels[k].box), labels[i].text + " over " + labels[k].text);
    for (const PixelBox& taken : keep_clear)
      expect(!overlap(box, taken), labels[i].text + " over furniture");
    for (const Symbol& symbol : composition.symbols)
      expect(!overlap(box, box_of(symbol, view)), labels[i].text + " over a symbol");
    for (const Leader& leader : composition.leaders)
      expect(!crosses(leader.from, leader.to, box), "a leader crosses " + labels[i].text);
  }
  for (std::size_t i = 0; i < composition.leaders.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      expect(!cross(composition.leaders[i].from, composition.leaders[i].to,
                    composition.leaders[k].from, composition.leaders[k].to),
             "leaders cross");
  CHECK(broken == 0);
}

bool same(const Composition& a, const Composition& b) {
  const auto label = [](const Label& x, const Label& y) {
    return x.text == y.text && x.box.x == y.box.x && x.box.y == y.box.y && x.size_dp == y.size_dp;
  };
  const auto leader = [](const Leader& x, const Leader& y) {
    return x.from.x == y.from.x && x.from.y == y.from.y && x.to.x == y.to.x && x.to.y == y.to.y;
  };
  return a.towns == b.towns &&
         std::equal(a.labels.begin(), a.labels.end(), b.labels.begin(), b.labels.end(), label) &&
         std::equal(a.leaders.begin(), a.leaders.end(), b.leaders.begin(), b.leaders.end(), leader);
}

ComposeInput input_of(const Picture& picture, const Snapshot<Shapes>& shapes, const Scene& scene,
                      Language language) {
  ComposeInput input;
  input.picture = &picture;
  input.shapes = shapes;
  input.scene = &scene;
  input.language = language;
  input.measure_text = plain_measure;
  return input;
}

View fitted(const Shapes& shapes, double width, double height, double scale) {
  const double around = 14 * scale;
  return {width * scale, height * scale, scale,
          fit(shapes.box, width * scale, height * scale, scale, {around, around, around, around})};
}

/// Whether every unit's name, or that of its zone, stands on the map.
std::vector<std::string> unnamed(const Composition& composition, const Picture& picture) {
  std::vector<std::string> missing;
  for (const CoverageZone& zone : picture.coverage->zones)
    if (std::none_of(composition.labels.begin(), composition.labels.end(),
                     [&](const Label& label) { return label.text == zone.name; }))
      missing.push_back(zone.name);
  for (const std::string& name : picture.unit_names)
    if (std::none_of(composition.labels.begin(), composition.labels.end(), [&](const Label& l) {
          return l.role == TextRole::UnitName && l.text.find(name) != std::string::npos;
        }))
      missing.push_back(name);
  return missing;
}

void check_country(const Country& country, int random_views, bool all_named) {
  const auto shapes = snapshot(make_shapes(*country.boundaries, country.level, country.context,
                                           default_projection(*country.boundaries))
                                   .value());
  std::mt19937 random(7);
  const auto between = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  for (const MapType type : all_map_types())
    for (const Language language : {Language::French, Language::English}) {
      Scene scene;
      scene.type = type;
      scene.theme = language == Language::French ? ThemeName::Light : ThemeName::Dark;
      const Picture picture = picture_of(country, shapes, scene, language);
      ComposeInput input = input_of(picture, shapes, scene, language);
      for (const auto& [width, height] :
           {std::pair{500.0, 350.0}, {420.0, 560.0}, {1280.0, 800.0}, {1920.0, 1000.0}})
        for (const double scale : {1.0, 2.5}) {
          INFO(word_of(type) << " " << width << "x" << height << " at " << scale);
          input.view = fitted(*shapes, width, height, scale);
          const Composition composition = compose(input);
          check_promises(composition, {});
          if (all_named)
            CHECK(unnamed(composition, picture) == std::vector<std::string>{});
          CHECK(same(composition, compose(input)));
        }
      for (int i = 0; i < random_views; ++i) {
        input.view = fitted(*shapes, between(60, 1600), between(60, 1100), between(0.4, 3));
        Camera& camera = input.view.camera;
        camera.centre.x += between(-0.5, 0.5) * shapes->box.width();
        camera.centre.y += between(-0.5, 0.5) * shapes->box.height();
        camera.metres_per_dp *= std::pow(2, between(-5, 2));
        const double w = input.view.width, h = input.view.height;
        input.keep_clear = {{0, h * 0.6, w * 0.3, h * 0.4}, {w * 0.7, 0, w * 0.2, h * 0.15}};
        INFO(word_of(type) << ", random view " << i);
        check_promises(compose(input), input.keep_clear);
      }
      input.keep_clear.clear();
    }
}

Country grid_country() {
  return {snapshot(grid_dataset()), snapshot(grid_boundaries()), Level::Region, grid_context()};
}

Country embedded_country() {
  Country country;
  country.boundaries = snapshot(embedded_boundaries());
  country.dataset = snapshot(embedded_dataset(*country.boundaries));
  country.context = embedded_context();
  return country;
}

/// Projects at random places, so that every cercle or commune has its own figure.
Country listed_country(Level level, const std::string& path) {
  const auto list = std::filesystem::temp_directory_path() / "malimap-labels-test.csv";
  std::mt19937 random(3);
  std::uniform_real_distribution<double> lat(11, 17), lon(-11, 2);
  std::ofstream out(list);
  out << "id,title,fund,latitude,longitude\n";
  for (int i = 0; i < 300; ++i)
    out << i << ",Project," << (i % 3 ? "QIP" : "TF") << ',' << lat(random) << ',' << lon(random)
        << '\n';
  out.close();
  Problems problems;
  Country country;
  country.boundaries = snapshot(read_boundaries(path, {}, problems).value());
  country.dataset =
      snapshot(read_projects(list.string(), *country.boundaries, {}, problems).value());
  country.level = level;
  country.context = embedded_context();
  std::filesystem::remove(list);
  return country;
}

/// The bulletin's regions Mopti, Gao and Kidal side by side, each of 20 by 20 communes.
Country country_of_small_communes() {
  const auto file = std::filesystem::temp_directory_path() / "malimap-small-communes.geojson";
  std::ofstream out(file);
  out << R"({"type":"FeatureCollection","features":[)";
  for (int x = 0; x < 60; ++x)
    for (int y = 0; y < 20; ++y) {
      constexpr double kSide = 0.1;
      const std::array<const char*, 3> codes{"ML05", "ML07", "ML08"},
          names{"Mopti", "Gao", "Kidal"};
      const auto region = static_cast<std::size_t>(x / 20);
      const double west = -3 + kSide * x, south = 15 + kSide * y;
      out << (x + y == 0 ? "" : ",") << R"({"type":"Feature","properties":{"adm1_fr":")"
          << names[region] << R"(","adm1_pcode":")" << codes[region] << R"(","adm3_fr":"C)" << x
          << '-' << y << R"(","adm3_pcode":")" << codes[region] << 1000 + 20 * x + y
          << R"("},"geometry":{"type":"Polygon","coordinates":[[)";
      const char* comma = "";
      for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}})
        out << std::exchange(comma, ",") << '[' << west + kSide * dx << ',' << south + kSide * dy
            << ']';
      out << "]]}}";
    }
  out << "]}";
  out.close();
  Problems problems;
  Country country;
  country.boundaries = snapshot(read_boundaries(file.string(), {}, problems).value());
  country.dataset = snapshot(embedded_dataset(*country.boundaries));
  country.level = Level::Commune;
  std::filesystem::remove(file);
  return country;
}

}  // namespace

TEST_CASE("Labels keep their promises on the grid country") {
  check_country(grid_country(), 30, true);
}

TEST_CASE("Labels keep their promises on the country's regions, and each is named") {
  check_country(embedded_country(), 30, true);
}

TEST_CASE("Labels keep their promises on the real cercles") {
  const std::string path = shared_file("data/boundaries/mli_adm2_ocha.geojson");
  if (!path.empty())
    check_country(listed_country(Level::Cercle, path), 4, false);
}

TEST_CASE("Labels keep their promises on the real communes") {
  const std::string path = shared_file("data/boundaries/mli_adm3_geoboundaries.geojson");
  if (!path.empty())
    check_country(listed_country(Level::Commune, path), 2, false);
}

TEST_CASE("A unit without room is named apart, with a line that ends in it") {
  const GridMap map;
  const Composition composition = map.compose_at(900, 700, 1, plain_measure);
  REQUIRE(composition.leaders.size() == 1);
  const UnitShape& speck = composition.shapes->units[9];
  const PixelPoint to = composition.view.to_pixel(speck.label);
  CHECK(composition.leaders[0].to.x == Approx(to.x));
  CHECK(composition.leaders[0].to.y == Approx(to.y));
}

TEST_CASE("A figure of many small units stands where they have room together, without a line") {
  const Country country = country_of_small_communes();
  const auto shapes = snapshot(make_shapes(*country.boundaries, country.level, country.context,
                                           default_projection(*country.boundaries))
                                   .value());
  const Scene scene;
  const Picture picture = picture_of(country, shapes, scene, Language::French);
  ComposeInput input = input_of(picture, shapes, scene, Language::French);
  for (const double zoom : {1.0, 1.7}) {  // the second time each region is half in view
    CAPTURE(zoom);
    input.view = fitted(*shapes, 1000, 500, 1);
    input.view.camera.metres_per_dp /= zoom;
    const Composition composition = compose(input);
    CHECK(composition.leaders.empty());
    check_promises(composition, {});
    int named = 0;
    for (const Label& label : composition.labels) {
      if (label.role != TextRole::UnitName || !label.bold)
        continue;
      ++named;
      // From corner to corner in units of the zone that it names.
      for (const double x : {0.0, 0.5, 1.0})
        for (const double y : {0.0, 1.0}) {
          const PlanePoint at = composition.view.to_plane(
              {label.box.x + x * label.box.width, label.box.y + y * label.box.height});
          const auto holding =
              std::find_if(shapes->units.begin(), shapes->units.end(), [&](const UnitShape& unit) {
                return at.x >= unit.box.low.x && at.x <= unit.box.high.x &&
                       at.y >= unit.box.low.y && at.y <= unit.box.high.y;
              });
          REQUIRE(holding != shapes->units.end());
          const auto unit = static_cast<std::size_t>(holding - shapes->units.begin());
          const int zone = picture.coverage->zone_of_unit[unit];
          CHECK(picture.coverage->zones[static_cast<std::size_t>(zone)].name == label.text);
        }
    }
    CHECK(named == 3);
  }
}

TEST_CASE("Where room is scarce names become smaller, not fewer") {
  const GridMap map;
  const Composition composition = map.compose_at(300, 220, 1, plain_measure);
  CHECK(unnamed(composition, map.picture) == std::vector<std::string>{});
  CHECK(std::any_of(composition.labels.begin(), composition.labels.end(),
                    [](const Label& label) { return label.size_dp == kTinySize; }));
}

TEST_CASE("An inferred figure is marked") {
  Scene scene;
  scene.measure = Measure::Budget;
  const GridMap map(scene);
  const Composition composition = map.compose_at(900, 700, 1, plain_measure);
  int marked = 0;
  for (const Label& label : composition.labels)
    marked += label.role == TextRole::UnitValue && label.text.ends_with("*");
  CHECK(marked == 6);
}

TEST_CASE("A line crosses a box where it runs through it") {
  const PixelBox box{10, 10, 20, 10};
  CHECK(crosses({0, 15}, {40, 15}, box));
  CHECK(crosses({15, 12}, {16, 13}, box));
  CHECK(crosses({0, 0}, {40, 30}, box));
  CHECK_FALSE(crosses({0, 0}, {40, 5}, box));
  CHECK_FALSE(crosses({0, 15}, {9, 15}, box));
  CHECK_FALSE(crosses({10, 0}, {10, 40}, box));  // along the edge
  CHECK(cross({0, 0}, {10, 10}, {0, 10}, {10, 0}));
  CHECK_FALSE(cross({0, 0}, {10, 10}, {0, 1}, {10, 11}));
}

TEST_CASE("The grid of taken boxes answers as asking each of them does") {
  std::mt19937 random(19);
  const auto between = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  for (int round = 0; round < 40; ++round) {
    const double width = between(50, 5000), height = between(50, 3000);
    CollisionGrid grid(width, height);
    std::vector<PixelBox> boxes;
    for (int i = 0; i < round; ++i) {
      boxes.push_back(
          {between(-100, width + 50), between(-100, height + 50), between(1, 300), between(1, 80)});
      grid.add(boxes.back());
    }
    for (int i = 0; i < 500; ++i) {
      // Beyond the edges too, upright, level and no longer than a point.
      const PixelPoint a{between(-200, width + 200), between(-200, height + 200)};
      PixelPoint b{between(-200, width + 200), between(-200, height + 200)};
      if (i % 5 == 0)
        b.x = a.x;
      if (i % 7 == 0)
        b.y = a.y;
      if (i % 3 == 0)
        b = {a.x + between(-9, 9), a.y + between(-9, 9)};
      CAPTURE(a.x, a.y, b.x, b.y);
      CHECK(grid.is_free(a, b) ==
            std::none_of(boxes.begin(), boxes.end(),
                         [&](const PixelBox& box) { return crosses(a, b, box); }));
      const PixelBox asked{a.x, a.y, between(1, 200), between(1, 60)};
      CHECK(grid.is_free(asked) ==
            std::none_of(boxes.begin(), boxes.end(),
                         [&](const PixelBox& box) { return overlap(asked, box); }));
    }
  }
}
