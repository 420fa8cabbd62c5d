#include <algorithm>
#include <cmath>

#include "geo/map/collision_grid.h"
#include "geo/map/projection.h"
#include "geo/map/scale_bar.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// A text of so many letters, without any text library.
PixelBox plain_measure(const std::string& text, TextRole, double size_dp, bool, bool,
                       double scale) {
  return {0, 0, 0.55 * size_dp * scale * static_cast<double>(text.size()), 1.2 * size_dp * scale};
}

int count_labels(const Composition& composition, const std::string& text) {
  return static_cast<int>(std::count_if(composition.labels.begin(), composition.labels.end(),
                                        [&](const Label& label) { return label.text == text; }));
}

}  // namespace

TEST_CASE("Labels never overlap and none leaves the view, at any size") {
  const GridMap map;
  for (const double scale : {1.0, 2.0})
    for (const double width : {200.0, 420.0, 800.0, 1600.0}) {
      const Composition composition =
          map.compose_at(width * scale, width * 0.7 * scale, scale, plain_measure);
      const auto& labels = composition.labels;
      for (std::size_t i = 0; i < labels.size(); ++i) {
        INFO(labels[i].text);
        CHECK(labels[i].box.x >= 0);
        CHECK(labels[i].box.y >= 0);
        CHECK(labels[i].box.x + labels[i].box.width <= composition.view.width);
        CHECK(labels[i].box.y + labels[i].box.height <= composition.view.height);
        for (std::size_t k = 0; k < i; ++k) {
          // Name and figure of one unit touch; rounding to whole pixels may let them share one.
          PixelBox shrunk = labels[k].box;
          shrunk.y += 1;
          shrunk.height -= 2;
          CHECK_FALSE(overlap(labels[i].box, shrunk));
        }
      }
    }
}

TEST_CASE("The same input gives the same placement") {
  const GridMap map;
  const Composition a = map.compose_at(900, 700, 1, plain_measure);
  const Composition b = map.compose_at(900, 700, 1, plain_measure);
  REQUIRE(a.labels.size() == b.labels.size());
  for (std::size_t i = 0; i < a.labels.size(); ++i) {
    CHECK(a.labels[i].text == b.labels[i].text);
    CHECK(a.labels[i].box.x == b.labels[i].box.x);
    CHECK(a.labels[i].box.y == b.labels[i].box.y);
  }
  CHECK(a.towns == b.towns);
}

TEST_CASE("A zone of several units is named once, a speck is named beside, with its figure") {
  const GridMap map;
  const Composition composition = map.compose_at(900, 700, 1, plain_measure);
  CHECK(count_labels(composition, "G6 / G9") == 1);
  CHECK(count_labels(composition, "Speck") == 1);  // the district, not its town again
  CHECK(count_labels(composition, "15") == 1);
  CHECK(count_labels(composition, "no data") == 3);
  CHECK(count_labels(composition, "Town") == 1);
  CHECK(count_labels(composition, "NEIGHBOUR") == 1);
  CHECK(count_labels(composition, "Fleuve") == 1);
}

TEST_CASE("Labels keep clear of furniture, and switches hide them") {
  const GridMap map;
  ComposeInput input;
  input.picture = &map.picture;
  input.shapes = map.input.shapes;
  input.scene = &map.scene;
  input.measure_text = plain_measure;
  input.view = {900, 700, 1, fit(map.input.shapes->box, 900, 700, 1, {})};
  input.keep_clear = {{0, 350, 900, 350}};
  const Composition composed = compose(input);
  for (const Label& label : composed.labels)
    CHECK(label.box.y + label.box.height <= 350);
  Scene scene;
  scene.layers = {false, false, false, false, false};
  const GridMap bare(scene);
  const Composition composition = bare.compose_at(900, 700, 1, plain_measure);
  CHECK(composition.labels.empty());
  CHECK(composition.towns.empty());
  CHECK(composition.markers.empty());
}

TEST_CASE("A view turns plane into pixels and back") {
  View view{800, 600, 2, {{1000, 2000}, 50}};
  const PixelPoint middle = view.to_pixel({1000, 2000});
  CHECK(middle.x == 400);
  CHECK(middle.y == 300);
  const PlanePoint back = view.to_plane(view.to_pixel({1234, 1765}));
  CHECK(back.x == Approx(1234));
  CHECK(back.y == Approx(1765));
  CHECK(view.to_pixel({1000, 2025}).y == 299);  // north is up
}

TEST_CASE("Fitting shows the whole box inside the margins") {
  PlaneBox box;
  box.add({-100000, 0});
  box.add({300000, 900000});
  const Margins margins{200, 10, 30, 40};
  View view{1000, 700, 1.5, fit(box, 1000, 700, 1.5, margins)};
  const PixelPoint low = view.to_pixel(box.low), high = view.to_pixel(box.high);
  CHECK(low.x >= 200 - 1e-6);
  CHECK(high.x <= 1000 - 30 + 1e-6);
  CHECK(high.y >= 10 - 1e-6);
  CHECK(low.y <= 700 - 40 + 1e-6);
  CHECK(low.y - high.y == Approx(650));
}

TEST_CASE("The scale bar is round and true on the ground") {
  const std::string projection = "+proj=laea +lat_0=17.5 +lon_0=-4 +ellps=WGS84";
  View view{1000, 800, 1, {{300000, -200000}, 1500}};
  const ScaleBar bar = make_scale_bar(view, projection, 150, Language::English);
  CHECK(bar.text == "200\u00A0km");
  const auto plane = Projection::create(projection).value();
  const auto left = plane.inverse({300000 - bar.length_px * 750, -200000});
  const auto right = plane.inverse({300000 + bar.length_px * 750, -200000});
  CHECK(geodesic_distance(*left, *right) == Approx(200000).epsilon(1e-3));
  view.camera.metres_per_dp = 0.5;
  CHECK(make_scale_bar(view, projection, 150, Language::English).text == "50\u00A0m");
}

TEST_CASE("A hit finds the unit, its hole's unit, the marker, or nothing") {
  const GridMap map;
  const Composition composition = map.compose_at(900, 700, 1, plain_measure);
  const auto plane = Projection::create(map.input.shapes->projection).value();
  const auto hit = [&](LonLat at) {
    return hit_test(composition, composition.view.to_pixel(*plane.forward(at)));
  };
  CHECK(hit({-9, 14}).unit == 0);
  CHECK(hit({-5, 18}).unit == 8);
  CHECK(hit({-7, 16}).unit == 9);
  CHECK(hit({-7.5, 16.5}).unit == 4);
  CHECK(hit({-12, 14}).unit == kNoUnit);
  CHECK(hit({-8.5, 14.5}).marker == 0);
  CHECK(hit({-9, 14}).marker == -1);
}
