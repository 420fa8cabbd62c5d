#pragma once
// The GL picture beside the Cairo picture of the same composition.

#include <string>

#include "app/render/map_renderer.h"
#include "app/render/offscreen.h"
#include "geo/map/composition.h"

namespace malimap::testing {

/// Map and furniture through Cairo.
[[nodiscard]] Image cairo_picture(const Composition& composition);

/// The same through GL. The offscreen framebuffer has the view's size.
[[nodiscard]] Image gl_picture(MapRenderer& renderer, const Offscreen& offscreen,
                               const Composition& composition);

struct Difference {
  double mean = 0;       // of the channels, of 255, over the whole picture
  double far_share = 0;  // of the pixels with a channel that differs by more than 48
  long flat = 0;  // pixels in the middle of 5 x 5 of one colour in the Cairo picture: inside areas
  long flat_wrong = 0;  // of those, with a channel that differs by more than 2
};
[[nodiscard]] Difference compare(const Image& cairo, const Image& gl);

/// What two painters of one composition may differ by: antialiasing of edges, letters' places by
/// parts of a pixel. Nothing inside areas.
[[nodiscard]] bool close_enough(const Difference& difference);

/// Both pictures as NAME-cairo.png and NAME-gl.png in the folder named by MALIMAP_TEST_PICTURES;
/// nothing when it is not set.
void keep_pictures(const std::string& name, const Image& cairo, const Image& gl);

}  // namespace malimap::testing
