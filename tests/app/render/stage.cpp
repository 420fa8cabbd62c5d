#include "tests/app/render/stage.h"

#include <cmath>

#include "tests/support/catch.h"

namespace malimap::testing {

Stage make_stage(int width, int height) {
  auto offscreen = Offscreen::create(width, height);
  REQUIRE(offscreen);
  auto renderer = MapRenderer::create();
  REQUIRE(renderer);
  return {std::move(*offscreen), std::move(*renderer)};
}

void align_to_pixels(Composition& composition) {
  for (Label& label : composition.labels) {
    label.box.x = std::round(label.box.x);
    label.box.y = std::round(label.box.y);
  }
  const auto align = [&](PlanePoint& place) {
    const PixelPoint at = composition.view.to_pixel(place);
    place = composition.view.to_plane({std::round(at.x), std::round(at.y)});
  };
  for (Symbol& symbol : composition.symbols)
    align(symbol.position);
  for (Marker& marker : composition.markers)
    if (marker.places > 1)
      align(marker.position);
}

Difference difference_of(Stage& stage, const Composition& composition, const std::string& name) {
  const Image cairo = cairo_picture(composition);
  const Image gl = gl_picture(stage.renderer, stage.offscreen, composition);
  keep_pictures(name, cairo, gl);
  return compare(cairo, gl);
}

void check_alike(const Difference& d) {
  CAPTURE(d.mean, d.far_share, d.flat, d.flat_wrong);
  CHECK(d.flat > 1000);
  CHECK(close_enough(d));
}

}  // namespace malimap::testing
