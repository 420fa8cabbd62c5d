// Every text can be read on its ground: 4.5:1 or better, in both themes.

#include <string>
#include <vector>

#include "geo/map/palettes.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

struct Pair {
  const char* what;
  Colour text, ground;
};

/// What lies under a panel that is not quite opaque shines through.
Colour over(Colour top, Colour bottom) {
  const auto channel = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a * top.a + b * (255 - top.a)) / 255);
  };
  return {channel(top.r, bottom.r), channel(top.g, bottom.g), channel(top.b, bottom.b)};
}

std::vector<Pair> pairs_of(const Theme& t) {
  std::vector<Pair> pairs{{"neighbour's name", t.neighbour_text, t.neighbour_fill},
                          {"neighbour's name over water", t.neighbour_text, t.sea}};
  for (const Colour ground :
       {t.paper, t.sea, t.neighbour_fill, t.halo, over(t.panel, t.paper),
        over(t.panel, Colour{0, 0, 0}), over(t.panel, Colour{255, 255, 255})}) {
    pairs.push_back({"text", t.text, ground});
    pairs.push_back({"muted text", t.text_muted, ground});
    pairs.push_back({"town", t.town, ground});
    pairs.push_back({"river", tinted_ink(t.river, ground), ground});
  }
  pairs.push_back({"link", t.accent, over(t.panel, t.paper)});
  pairs.push_back({"link on paper", t.accent, t.paper});
  pairs.push_back({"text on no data", t.text, t.no_data_fill});
  pairs.push_back({"text on hatching", t.text, t.no_data_hatch});
  pairs.push_back({"cluster's count", ink_for(t.marker_fill), t.marker_fill});
  return pairs;
}

/// Every colour that a unit can have.
std::vector<Colour> unit_colours() {
  std::vector<Colour> colours{others_colour(), not_stated_colour()};
  const auto add = [&](const std::vector<Colour>& more) {
    colours.insert(colours.end(), more.begin(), more.end());
  };
  for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
    const Theme& theme = theme_of(name);
    add({zero_colour(theme), outside_programme_colour(theme), theme.no_data_fill,
         theme.no_data_hatch, theme.neighbour_fill});
  }
  for (int n = 1; n <= 9; ++n) {
    for (const PaletteName& palette : palette_names())
      add(palette_colours(palette.name, n));
    for (const PaletteName& palette : palette_names(PaletteKind::Diverging))
      add(diverging_colours(palette.name, n, n));
  }
  for (const PaletteName& palette : palette_names(PaletteKind::Categorical))
    add(categorical_colours(palette.name, kMostColours + 1));
  for (const PaletteName& palette : palette_names(PaletteKind::Bivariate))
    add(bivariate_colours(palette.name));
  return colours;
}

}  // namespace

TEST_CASE("contrast is that of the guidelines") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast({255, 255, 255}, {0, 0, 0}) == Approx(21));
  CHECK(contrast({9, 9, 9}, {9, 9, 9}) == Approx(1));
  CHECK(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == Approx(4.54).margin(0.01));
}

TEST_CASE("the themes' texts can be read on their grounds") {
  for (const ThemeName name : {ThemeName::Light, ThemeName::Dark})
    for (const Pair& pair : pairs_of(theme_of(name))) {
      INFO((name == ThemeName::Light ? "light: " : "dark: ") << pair.what);
      CHECK(contrast(pair.text, pair.ground) >= kReadableContrast);
    }
}

TEST_CASE("names can be read on every colour that a unit can have") {
  for (const Colour ground : unit_colours()) {
    CAPTURE(int(ground.r), int(ground.g), int(ground.b));
    CHECK(contrast(ink_for(ground), ground) >= kReadableContrast);
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark})
      CHECK(contrast(tinted_ink(theme_of(name).river, ground), ground) >= kReadableContrast);
  }
}

TEST_CASE("every colour has an ink, and tints keep their hue where they can") {
  int weakest = 0;
  for (int r = 0; r < 256; r += 5)
    for (int g = 0; g < 256; g += 5)
      for (int b = 0; b < 256; b += 5) {
        const Colour ground{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                            static_cast<std::uint8_t>(b)};
        weakest += contrast(ink_for(ground), ground) < kReadableContrast;
      }
  CHECK(weakest == 0);
  const Colour blue{0x10, 0x40, 0x80};
  CHECK(tinted_ink(blue, {255, 255, 255}) == blue);
}
