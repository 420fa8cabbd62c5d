#pragma once
// A renderer with a framebuffer to draw into, and what a comparison of both painters asks.

#include <string>

#include "tests/app/render/compare.h"

namespace malimap::testing {

struct Stage {
  Offscreen offscreen;
  MapRenderer renderer;
};

/// Fails the test where there is no GL.
[[nodiscard]] Stage make_stage(int width, int height);

/// Labels, symbols and clusters on whole pixels, where the screen sets them; paper does not: they
/// are compared where both do.
void align_to_pixels(Composition& composition);

/// Draws by both painters and compares; keeps the pictures under the name.
[[nodiscard]] Difference difference_of(Stage& stage, const Composition& composition,
                                       const std::string& name);

void check_alike(const Difference& difference);

}  // namespace malimap::testing
