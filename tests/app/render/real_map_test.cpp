// The painters on the map that ships, and on the 50 cercles where that file is at hand.

#include "tests/app/render/real_map.h"
#include "tests/app/render/stage.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

void check_alike(const RealMap& map, const View& view, const std::string& name) {
  Stage stage = make_stage(static_cast<int>(view.width), static_cast<int>(view.height));
  Composition composition = map.compose_at(view);
  align_to_pixels(composition);
  const Difference d = difference_of(stage, composition, name);
  CAPTURE(name, d.mean, d.far_share, d.flat, d.flat_wrong);
  CHECK(d.flat > 10'000);
  CHECK(close_enough(d));
}

void check_scales(const RealMap& map, const std::string& name) {
  const View whole = map.whole_view(1280, 800);
  check_alike(map, whole, name);
  check_alike(map, map.whole_view(1280, 800, 2), name + "-2x");
  View close = whole;
  close.camera.metres_per_dp /= 9;
  close.camera.centre.x += 150'000;
  close.camera.centre.y -= 350'000;
  check_alike(map, close, name + "-close");
}

}  // namespace

TEST_CASE("both painters draw the same map of the regions") {
  check_scales(RealMap(Level::Region), "regions");
}

TEST_CASE("both painters draw the same map of the 50 cercles") {
  const std::string file = shared_file("data/boundaries/mli_adm2_ocha.geojson");
  if (file.empty())
    return;
  check_scales(RealMap(Level::Cercle, file), "cercles");
}

TEST_CASE("both painters draw the same map of every kind, of the regions") {
  for (const MapType type : all_map_types())
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
      Scene scene;
      scene.type = type;
      scene.theme = theme;
      scene.measure = type == MapType::Diverging ? Measure::BudgetPerHead : Measure::Projects;
      scene.outside_programme = {"ML01"};
      const RealMap map(scene);
      const std::string name =
          "regions-" + std::string(word_of(type)) + (theme == ThemeName::Dark ? "-dark" : "-light");
      check_alike(map, map.whole_view(1280, 800), name);
      check_alike(map, map.whole_view(1280, 800, 2), name + "-2x");
    }
}
