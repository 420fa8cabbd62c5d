#pragma once
// Colours of classes. Sequential, light to dark, safe for the colour-blind (assets/palettes).

#include <string>
#include <string_view>
#include <vector>

#include "geo/map/composition.h"

namespace malimap {

struct PaletteName {
  std::string name;   // as in Scene::palette
  std::string title;  // to show
};

/// In the order to offer them.
[[nodiscard]] std::vector<PaletteName> palette_names();

/// One colour a class, light to dark; for one class a middle one. More than nine classes repeat the
/// darkest. A palette that does not exist gives the first.
[[nodiscard]] std::vector<Colour> palette_colours(std::string_view name, int classes);

/// The colour of a class for "zero", apart from the palette's lightest: no activity is not little
/// activity.
[[nodiscard]] Colour zero_colour(const Theme& theme);

/// Relative luminance, 0 to 1 (WCAG 2.1).
[[nodiscard]] double luminance(Colour colour);

}  // namespace malimap
