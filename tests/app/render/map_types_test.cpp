// Every kind of map by both painters, and what it costs.

#include <cmath>

#include "geo/map/style.h"
#include "tests/app/render/stage.h"
#include "tests/app/render/typed_map.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

struct Look {
  const char* name;
  ThemeName theme;
  double width, height, scale;
};
constexpr Look kLooks[] = {{"light", ThemeName::Light, 900, 700, 1},
                           {"dark", ThemeName::Dark, 900, 700, 1},
                           {"light-2x", ThemeName::Light, 1400, 1100, 2},
                           {"dark-2x", ThemeName::Dark, 1400, 1100, 2}};

std::uint32_t as_pixel(Colour c) {
  return 0xFF000000U | static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b);
}

std::uint32_t at(const Image& image, PixelPoint p) {
  return image.at(static_cast<int>(p.x), static_cast<int>(p.y));
}

RenderStats cost_of(Stage& stage, const Composition& c) {
  const RenderStats before = stage.renderer.stats();
  stage.renderer.update(c);
  stage.renderer.draw({0, 0, c.view.width, c.view.height}, static_cast<int>(c.view.height));
  RenderStats cost = stage.renderer.stats();
  cost.draw_calls -= before.draw_calls;
  cost.uploads -= before.uploads;
  cost.geometry_uploads -= before.geometry_uploads;
  cost.marker_uploads -= before.marker_uploads;
  return cost;
}

}  // namespace

TEST_CASE("both painters draw the same map of every kind, in both themes, at both scales") {
  for (const Look& look : kLooks) {
    Stage stage = make_stage(static_cast<int>(look.width), static_cast<int>(look.height));
    for (const MapType type : all_map_types()) {
      const std::string name = std::string(word_of(type)) + "-" + look.name;
      CAPTURE(name);
      Composition c = typed_grid({type, look.theme, look.width, look.height, look.scale});
      align_to_pixels(c);
      check_alike(difference_of(stage, c, name));
    }
  }
}

TEST_CASE("both painters draw the same symbols where the edge of the view cuts them") {
  for (const MapType type : {MapType::Pies, MapType::Bars, MapType::Symbols, MapType::Places}) {
    Stage stage = make_stage(640, 480);
    Composition c = typed_grid({type, ThemeName::Light, 640, 480, 1});
    c.labels.clear();
    c.leaders.clear();
    c.view.camera.metres_per_dp /= 3.1;
    c.view.camera.centre.x += 41'234;
    align_to_pixels(c);
    check_alike(difference_of(stage, c, std::string(word_of(type)) + "-cut"));
  }
}

TEST_CASE("the comparison sees a slice that has the wrong colour") {
  Stage stage = make_stage(900, 700);
  Composition right = typed_grid({MapType::Pies});
  align_to_pixels(right);
  Composition wrong = right;
  std::swap(wrong.symbols[4].parts[0].colour, wrong.symbols[4].parts[1].colour);
  const Image gl = gl_picture(stage.renderer, stage.offscreen, wrong);
  CHECK_FALSE(close_enough(compare(cairo_picture(right), gl)));
}

TEST_CASE("the comparison sees a cluster without its count, and missing dots") {
  Stage stage = make_stage(900, 700);
  Composition right = typed_grid({MapType::Places});
  align_to_pixels(right);
  Composition wrong = right;
  for (Marker& marker : wrong.markers)
    marker.count = marker.places > 1 ? 1 : marker.count;
  CHECK_FALSE(close_enough(
      compare(cairo_picture(right), gl_picture(stage.renderer, stage.offscreen, wrong))));
  right = wrong = typed_grid({MapType::Dots});
  wrong.dots.resize(wrong.dots.size() * 9 / 10);
  CHECK_FALSE(close_enough(
      compare(cairo_picture(right), gl_picture(stage.renderer, stage.offscreen, wrong))));
}

TEST_CASE("both painters clip the surface of distances where the edge of the view cuts it") {
  Stage stage = make_stage(640, 480);
  Composition c = typed_grid({MapType::Distance, ThemeName::Light, 640, 480, 1});
  c.labels.clear();
  c.leaders.clear();
  c.view.camera.metres_per_dp /= 3.1;
  c.view.camera.centre.x += 41'234;
  align_to_pixels(c);
  check_alike(difference_of(stage, c, "distance-cut"));
}

TEST_CASE("the surface lies on the units that are measured, and on nothing else") {
  Stage stage = make_stage(900, 700);
  Composition with = typed_grid({MapType::Distance});
  with.labels.clear();
  with.leaders.clear();
  with.markers.clear();
  Composition without = with;
  without.bands.reset();
  const Image a = gl_picture(stage.renderer, stage.offscreen, with);
  const Image b = gl_picture(stage.renderer, stage.offscreen, without);
  int above = 0, on = 0;
  for (std::size_t unit = 0; unit < with.paint.size(); ++unit) {
    PixelPoint p = middle_of(with, unit);
    p.y += 17;  // beside the context layer's lines
    if (style::is_above_bands(with, unit)) {
      CHECK(at(a, p) == at(b, p));
      ++above;
    } else {
      on += at(a, p) != at(b, p) ? 1 : 0;
    }
  }
  CHECK(above >= 2);
  CHECK(on >= 10);
  // The sea and the neighbours beside the units are as without.
  for (int y = 0; y < a.height; y += 3)
    for (const int x : {1, a.width - 2})
      CHECK(a.at(x, y) == b.at(x, y));
}

TEST_CASE("the surface is uploaded once: panning and pointing draw none again") {
  Stage stage = make_stage(900, 700);
  Composition c = typed_grid({MapType::Distance});
  c.labels.clear();
  c.leaders.clear();
  CHECK(cost_of(stage, c).geometry_uploads > 0);
  c.view.camera.centre.x += 3 * c.view.metres_per_pixel();
  CHECK(cost_of(stage, c).geometry_uploads == 0);
  c.band_colours[3] = {1, 2, 3, 255};
  CHECK(cost_of(stage, c).geometry_uploads > 0);
}

TEST_CASE("inside a unit the picture has exactly the colour of its class") {
  Stage stage = make_stage(900, 700);
  for (const MapType type :
       {MapType::Choropleth, MapType::Diverging, MapType::Dominant, MapType::Bivariate}) {
    Composition c = typed_grid({type});
    c.labels.clear();
    c.towns.clear();
    c.leaders.clear();
    c.layers.rivers = false;
    const Image image = gl_picture(stage.renderer, stage.offscreen, c);
    int asked = 0;
    for (std::size_t unit = 0; unit < c.paint.size(); ++unit) {
      if (style::is_hatched(c.paint[unit], c.theme))
        continue;
      PixelPoint p = middle_of(c, unit);
      p.y += 17;  // beside the context layer's lines
      CAPTURE(unit, word_of(type));
      if (at(image, p) != as_pixel(c.paint[unit].fill))
        p.y -= 34;
      CHECK(at(image, p) == as_pixel(c.paint[unit].fill));
      ++asked;
    }
    CHECK(asked >= 15);
  }
}

TEST_CASE("inside a slice, a bar's part and a dot the picture has exactly its colour") {
  Stage stage = make_stage(900, 700);
  Composition c = typed_grid({MapType::Pies});
  c.labels.clear();
  c.leaders.clear();
  align_to_pixels(c);
  Image image = gl_picture(stage.renderer, stage.offscreen, c);
  // The last symbol lies on top; its largest slice is asked in the middle.
  const Symbol& pie = c.symbols[13];
  double from = 0;
  for (const SymbolPart& part : pie.parts) {
    const double angle = (from + part.share / 2) * 2 * M_PI;
    from += part.share;
    if (part.share < 0.15)
      continue;
    const PixelPoint middle = c.view.to_pixel(pie.position);
    const double r = pie.radius_dp * 0.6;
    CHECK(at(image, {middle.x + r * std::sin(angle), middle.y - r * std::cos(angle)}) ==
          as_pixel(part.colour));
  }
  c = typed_grid({MapType::Dots});
  c.dots = {{c.shapes->units[8].label, {12, 34, 56, 255}}};
  c.dot_radius_dp = 3;
  c.labels.clear();
  image = gl_picture(stage.renderer, stage.offscreen, c);
  CHECK(at(image, middle_of(c, 8)) == 0xFF0C2238U);
}

TEST_CASE("draw calls are few whatever the map shows, and fewer when nothing changed") {
  Stage stage = make_stage(900, 700);
  for (const MapType type : all_map_types()) {
    const Composition c = typed_grid({type});
    CAPTURE(word_of(type));
    CHECK(cost_of(stage, c).draw_calls <= 24);
    const RenderStats again = cost_of(stage, c);
    CHECK(again.draw_calls <= 12);
    CHECK(again.uploads == 0);
  }
}

TEST_CASE("panning moves symbols and clusters without painting them again") {
  Stage stage = make_stage(900, 700);
  for (const MapType type : {MapType::Pies, MapType::Bars, MapType::Symbols, MapType::Places}) {
    Composition c = typed_grid({type});
    c.labels.clear();
    c.leaders.clear();
    (void)cost_of(stage, c);
    for (int step = 0; step < 5; ++step) {
      c.view.camera.centre.x += 3 * c.view.metres_per_pixel();
      const RenderStats cost = cost_of(stage, c);
      CHECK(cost.geometry_uploads == 0);
      CHECK(cost.marker_uploads == 1);  // the places
    }
  }
}

TEST_CASE("dots are uploaded once and kept in the backdrop: panning and pointing draw none again") {
  Stage stage = make_stage(900, 700);
  Composition c = typed_grid({MapType::Dots, ThemeName::Light, 900, 700, 1, 200'000});
  c.labels.clear();
  c.leaders.clear();
  CHECK(cost_of(stage, c).marker_uploads > 0);
  c.view.camera.centre.x += 3 * c.view.metres_per_pixel();
  RenderStats cost = cost_of(stage, c);
  CHECK(cost.uploads == 0);
  CHECK(cost.draw_calls <= 4);
  c.hovered = {3};
  CHECK(cost_of(stage, c).draw_calls <= 4);
  c.view.camera.metres_per_dp /= 8;
  cost = cost_of(stage, c);
  CHECK(cost.uploads == 0);
}
