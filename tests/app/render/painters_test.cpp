// Two renderers, one composition: the GL picture is held against the Cairo picture.

#include <glad/gl.h>

#include "tests/app/render/grid_map.h"
#include "tests/app/render/stage.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

TEST_CASE("both painters draw the same map: fills, hatch, rivers, borders, markers, labels") {
  Stage stage = make_stage(900, 700);
  check_alike(difference_of(stage, grid_composition(snapshot(grid_shapes()), 900, 700), "grid"));
}

TEST_CASE("both painters draw the same map at twice the scale") {
  Stage stage = make_stage(1200, 1000);
  check_alike(
      difference_of(stage, grid_composition(snapshot(grid_shapes()), 1200, 1000, 2), "grid-2x"));
}

TEST_CASE("both painters draw the same map close by, where most of it is outside the view") {
  Stage stage = make_stage(800, 600);
  Composition close = grid_composition(snapshot(grid_shapes()), 800, 600);
  close.view.camera.metres_per_dp /= 7.3;
  close.view.camera.centre.x += 61'234.5;
  close.labels.clear();
  check_alike(difference_of(stage, close, "grid-close"));
}

TEST_CASE("both painters draw the same map with layers switched off and in the dark theme") {
  Stage stage = make_stage(800, 600);
  Composition dark = grid_composition(snapshot(grid_shapes()), 800, 600);
  dark.theme = theme_of(ThemeName::Dark);
  dark.layers.rivers = dark.layers.neighbours = dark.layers.markers = false;
  check_alike(difference_of(stage, dark, "grid-dark"));
}

TEST_CASE("the comparison fails when two units have each other's colour") {
  Stage stage = make_stage(900, 700);
  const Composition right = grid_composition(snapshot(grid_shapes()), 900, 700);
  Composition wrong = right;
  std::swap(wrong.paint[1], wrong.paint[2]);
  const Image cairo = cairo_picture(right);
  const Difference d = compare(cairo, gl_picture(stage.renderer, stage.offscreen, wrong));
  CHECK_FALSE(close_enough(d));
  CHECK(d.flat_wrong > 1000);
}

TEST_CASE("the comparison fails when one class is one shade off in one unit") {
  Stage stage = make_stage(900, 700);
  const Composition right = grid_composition(snapshot(grid_shapes()), 900, 700);
  Composition wrong = right;
  wrong.paint[1].fill.g = static_cast<std::uint8_t>(wrong.paint[1].fill.g - 4);
  const Image cairo = cairo_picture(right);
  CHECK_FALSE(close_enough(compare(cairo, gl_picture(stage.renderer, stage.offscreen, wrong))));
}

TEST_CASE("dragging the map by whole pixels ends in the picture that Cairo draws there") {
  Stage stage = make_stage(900, 700);
  Composition moved = grid_composition(snapshot(grid_shapes()), 900, 700);
  (void)gl_picture(stage.renderer, stage.offscreen, moved);
  const double mpp = moved.view.metres_per_pixel();
  for (const auto& [right, down] :
       {std::pair{13, 7}, {-40, 3}, {5, -21}, {-1, 0}, {0, 200}, {170, -90}}) {
    moved.view.camera.centre.x -= right * mpp;
    moved.view.camera.centre.y += down * mpp;
    for (Label& label : moved.labels) {
      label.box.x += right;
      label.box.y += down;
    }
    (void)gl_picture(stage.renderer, stage.offscreen, moved);
  }
  check_alike(difference_of(stage, moved, "grid-dragged"));
}

TEST_CASE("the map goes to its own part of the framebuffer and nowhere else") {
  Stage stage = make_stage(900, 700);
  const Composition part = grid_composition(snapshot(grid_shapes()), 500, 400);
  glClearColor(1, 0, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  stage.renderer.update(part);
  stage.renderer.draw({250, 120, 500, 400}, 700);
  const Image whole = stage.offscreen.read();
  Image cut{500, 400, {}};
  int touched_outside = 0;
  for (int y = 0; y < 700; ++y)
    for (int x = 0; x < 900; ++x)
      if (x >= 250 && x < 750 && y >= 120 && y < 520)
        cut.pixels.push_back(whole.at(x, y));
      else
        touched_outside += whole.at(x, y) == 0xFFFF00FFU ? 0 : 1;
  CHECK(touched_outside == 0);
  check_alike(compare(cairo_picture(part), cut));
}

TEST_CASE("nothing to draw, or no room to draw it in, is no error") {
  Stage stage = make_stage(64, 64);
  stage.renderer.draw({0, 0, 64, 64}, 64);  // before the first update
  stage.renderer.update(Composition{});
  stage.renderer.draw({0, 0, 64, 64}, 64);
  stage.renderer.update(grid_composition(snapshot(grid_shapes()), 1, 1));
  stage.renderer.draw({10, 10, 0, 0}, 64);
  CHECK(stage.renderer.stats().frames == 0);
  CHECK(glGetError() == GL_NO_ERROR);
}
