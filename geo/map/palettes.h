#pragma once
// Colours of classes and categories, safe for the colour-blind (assets/palettes), and whether text
// can be read on them.
//
// How far apart (CIEDE2000, the least over normal vision and simulated protanopia, deuteranopia and
// tritanopia after Machado et al. 2009; some 2 can just be told apart side by side; tested):
// neighbouring classes of sequential and diverging palettes 6, and 9 up to seven classes or, on
// each side of a middle, 12 up to four; any two categories, also "others" and "not stated", 14; any
// two of a bivariate palette 14; zero and outside the programme from each other and from every
// class 5.

#include <span>
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
/// nearest to the middle are the palest on both sides, and as many steps away from the middle is
/// equally strong on both. More than eight on a side repeat the strongest.
[[nodiscard]] std::vector<Colour> diverging_colours(std::string_view name, int below, int above);

/// Colours that tell categories apart, at most kMostColours; the ninth and later are others_colour.
inline constexpr int kMostColours = 8;
[[nodiscard]] std::vector<Colour> categorical_colours(std::string_view name, int categories);

/// Funds, sectors and statuses that are known here keep their colour whatever the filter: by the
/// value, not by rank. Others take the colour number `index`, which should be the value's place
/// among all of the list, not among those shown. Two known sectors may share a colour:
/// category_colours tells those of one map apart.
[[nodiscard]] Colour category_colour(Dimension dimension, const std::string& value, int index);

/// One colour each, no two alike up to kMostColours, the same in whatever order the values come:
/// known values have the colour of category_colour, unless a weightier one takes it; then values in
/// alphabetical order get what is left.
[[nodiscard]] std::vector<Colour> category_colours(Dimension dimension,
                                                   std::span<const std::string> values);

/// Categories beyond those that get a colour, taken together; and those of no category.
[[nodiscard]] Colour others_colour();
[[nodiscard]] Colour not_stated_colour();

/// Nine: row by row from the lowest of the second measure, columns by the first.
[[nodiscard]] std::vector<Colour> bivariate_colours(std::string_view name);

/// Ground of units where the programme does not work: almost the paper, so that they step back.
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

/// Small text needs this (WCAG 2.1, 1.4.3).
inline constexpr double kReadableContrast = 4.5;

/// Near-black or white, whichever can be read on the ground; black where neither can. Every ground
/// has one.
[[nodiscard]] Colour ink_for(Colour ground);

/// The tint (a river's blue), moved toward ink_for(ground) until it can be read there.
[[nodiscard]] Colour tinted_ink(Colour tint, Colour ground);

}  // namespace malimap
