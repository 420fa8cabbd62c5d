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

enum class PaletteKind : std::uint8_t { Sequential, Diverging, Categorical, Bivariate };

/// In the order to offer them.
[[nodiscard]] std::vector<PaletteName> palette_names(PaletteKind kind = PaletteKind::Sequential);

/// Which kind of palette a map type takes.
[[nodiscard]] PaletteKind palette_kind_of(MapType type);

/// `below` classes under the middle and `above` over it, from one end to the other: the colours
/// nearest to the middle are the palest on both sides.
[[nodiscard]] std::vector<Colour> diverging_colours(std::string_view name, int below, int above);

/// Colours that tell categories apart, at most eight; the ninth and later are "others" in grey.
[[nodiscard]] std::vector<Colour> categorical_colours(std::string_view name, int categories);

/// Funds, sectors and statuses keep their colour whatever the filter: by the value, not by rank.
[[nodiscard]] Colour category_colour(Dimension dimension, const std::string& value, int index);

/// Nine: row by row from the lowest of the second measure, columns by the first.
[[nodiscard]] std::vector<Colour> bivariate_colours(std::string_view name);

/// Ground of units where the programme does not work.
[[nodiscard]] Colour outside_programme_colour(const Theme& theme);

/// One colour a class, light to dark; for one class a middle one. More than nine classes repeat the
/// darkest. A palette that does not exist gives the first.
[[nodiscard]] std::vector<Colour> palette_colours(std::string_view name, int classes);

/// The colour of a class for "zero", apart from the palette's lightest: no activity is not little
/// activity.
[[nodiscard]] Colour zero_colour(const Theme& theme);

/// Relative luminance, 0 to 1 (WCAG 2.1).
[[nodiscard]] double luminance(Colour colour);

/// 1 to 21 (WCAG 2.1).
[[nodiscard]] double contrast(Colour a, Colour b);

}  // namespace malimap
