// Every map type on a page, in both languages, against pictures that were looked at.
// MALIMAP_UPDATE_GOLDEN=1 writes them anew.

#include <cstdlib>
#include <filesystem>

#include "geo/boundaries/read.h"
#include "geo/map/picture_maker.h"
#include "geo/output/page.h"
#include "tests/support/catch.h"
#include "tests/support/image_compare.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

MapData published() {
  MapData data;
  data.boundaries = snapshot(embedded_boundaries());
  data.dataset = snapshot(embedded_dataset(*data.boundaries));
  data.context = snapshot(embedded_context());
  return data;
}

/// A list with positions: what circles and clusters are for.
MapData listed() {
  MapData data = published();
  Problems problems;
  auto list =
      read_projects(MALIMAP_ROOT "/tests/data/projects/places.csv", *data.boundaries, {}, problems);
  REQUIRE(list);
  data.dataset = snapshot(std::move(*list));
  return data;
}

Image page_of(const MapData& data, const Scene& scene, Language language) {
  setenv("SOURCE_DATE_EPOCH", "1500000000", 1);
  PictureMaker maker(data, language);
  const auto made = maker.make(scene);
  REQUIRE(made);
  const std::string path =
      (std::filesystem::temp_directory_path() / "malimap-map-types-golden.png").string();
  REQUIRE(write_page(path, *made->picture, made->shapes, *made->scene, language, {1123, 794, 96}));
  return read_png(path);
}

Scene scene_of(MapType type) {
  Scene scene;
  scene.type = type;
  if (type == MapType::Diverging)
    scene.measure = Measure::ProjectsPer100k;
  if (type == MapType::Difference) {
    scene.filter.fund = {"QIP"};
    scene.compare.other = Filter{};
    scene.compare.other->fund = {"TF"};
  }
  if (type == MapType::Bivariate) {
    scene.measure = Measure::Budget;
    scene.second = Measure::Population;
    scene.filter.fund = {"QIP"};
  }
  return scene;
}

void check_both(MapType type, const MapData& data) {
  for (const Language language : {Language::French, Language::English}) {
    const std::string name =
        "type-" + std::string(word_of(type)) + (language == Language::French ? "-fr" : "-en");
    CAPTURE(name);
    CHECK(matches_golden(page_of(data, scene_of(type), language), name));
  }
}

}  // namespace

TEST_CASE("Each map type of the published figures looks as it was approved") {
  const MapData data = published();
  for (const MapType type : all_map_types())
    if (type != MapType::Places)
      check_both(type, data);
}

TEST_CASE("Places and their clusters look as they were approved") {
  check_both(MapType::Places, listed());
}
