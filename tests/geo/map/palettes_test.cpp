// Palettes to normal and to colour-blind eyes: the distances that palettes.h states.

#include "geo/map/palettes.h"

#include <algorithm>

#include "tests/geo/map/colour_vision.h"
#include "tests/support/catch.h"

using namespace malimap;
using malimap::testing::least_distance;

namespace {

constexpr double kClasses = 6, kUpToSeven = 9, kSideUpToFour = 12;
constexpr double kCategories = 14, kGrid = 14, kSpecial = 5;

double least_between_neighbours(const std::vector<Colour>& colours) {
  double least = 1e9;
  for (std::size_t i = 1; i < colours.size(); ++i)
    least = std::min(least, least_distance(colours[i - 1], colours[i]));
  return least;
}

double least_of_all_pairs(const std::vector<Colour>& colours) {
  double least = 1e9;
  for (std::size_t i = 0; i < colours.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      least = std::min(least, least_distance(colours[i], colours[k]));
  return least;
}

std::vector<Colour> special_colours() {
  const Theme &light = theme_of(ThemeName::Light), &dark = theme_of(ThemeName::Dark);
  return {zero_colour(light), outside_programme_colour(light), zero_colour(dark),
          outside_programme_colour(dark)};
}

void check_apart_from_special(const std::vector<Colour>& colours) {
  for (const Colour colour : colours)
    for (const Colour special : special_colours()) {
      CAPTURE(int(colour.r), int(colour.g), int(colour.b));
      CHECK(least_distance(colour, special) >= kSpecial);
    }
}

}  // namespace

TEST_CASE("colour distances are those of the published examples") {
  using malimap::testing::ciede2000;
  // Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 17, 25, 34.
  CHECK(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == Approx(2.0425).margin(1e-4));
  CHECK(ciede2000({50, 0, 0}, {50, -1, 2}) == Approx(2.3669).margin(1e-4));
  CHECK(ciede2000({50, 2.5, 0}, {73, 25, -18}) == Approx(27.1492).margin(1e-4));
  CHECK(ciede2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) ==
        Approx(1.2644).margin(1e-4));
  CHECK(ciede2000({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}) ==
        Approx(0.9082).margin(1e-4));
  // Red and green of one lightness fall together without the long-wave cones' signal.
  const Colour red{200, 80, 60}, green{120, 130, 50};
  CHECK(least_distance(red, green) <
        ciede2000(malimap::testing::lab_of(malimap::testing::linear_of(red)),
                  malimap::testing::lab_of(malimap::testing::linear_of(green))) /
            2);
}

TEST_CASE("neighbouring classes of sequential palettes stay apart and darken") {
  REQUIRE(palette_names().size() >= 7);
  for (const PaletteName& palette : palette_names())
    for (int n = kFewestClasses; n <= kMostClasses; ++n) {
      const auto colours = palette_colours(palette.name, n);
      INFO(palette.name << " in " << n);
      REQUIRE(colours.size() == static_cast<std::size_t>(n));
      CHECK(least_between_neighbours(colours) >= (n <= 7 ? kUpToSeven : kClasses));
      for (std::size_t i = 1; i < colours.size(); ++i)
        CHECK(luminance(colours[i]) < luminance(colours[i - 1]));
      check_apart_from_special(colours);
    }
}

TEST_CASE("neighbouring classes of diverging palettes stay apart, and their sides too") {
  REQUIRE(palette_names(PaletteKind::Diverging).size() >= 3);
  for (const PaletteName& palette : palette_names(PaletteKind::Diverging))
    for (int below = 0; below <= 8; ++below)
      for (int above = below == 0; below + above <= kMostClasses && above <= 8; ++above) {
        const auto colours = diverging_colours(palette.name, below, above);
        INFO(palette.name << " " << below << " and " << above);
        REQUIRE(colours.size() == static_cast<std::size_t>(below + above));
        const bool few = std::max(below, above) <= 4;
        CHECK(least_between_neighbours(colours) >= (few ? kSideUpToFour : kClasses));
        for (int a = 0; a < below; ++a)
          for (int b = below; b < below + above; ++b)
            CHECK(least_distance(colours[static_cast<std::size_t>(a)],
                                 colours[static_cast<std::size_t>(b)]) >= kSideUpToFour);
        for (int i = 1; i < below + above; ++i) {
          const double step = luminance(colours[static_cast<std::size_t>(i)]) -
                              luminance(colours[static_cast<std::size_t>(i) - 1]);
          if (i != below)
            CHECK((step > 0) == (i < below));
        }
        check_apart_from_special(colours);
      }
}

TEST_CASE(
    "as many steps from the middle are equally strong, however many classes the other side has") {
  const auto even = diverging_colours("", 3, 3), left = diverging_colours("", 3, 1);
  CHECK(left == std::vector<Colour>(even.begin(), even.begin() + 4));
  const auto right = diverging_colours("", 1, 3);
  CHECK(right == std::vector<Colour>(even.begin() + 2, even.end()));
  CHECK(diverging_colours("", 0, 0).empty());
  CHECK(diverging_colours("", 12, 1).size() == 13);
}

TEST_CASE("categories can be told apart, greys included") {
  for (const PaletteName& palette : palette_names(PaletteKind::Categorical)) {
    auto colours = categorical_colours(palette.name, kMostColours + 1);
    REQUIRE(colours.size() == kMostColours + 1);
    CHECK(colours.back() == others_colour());
    colours.push_back(not_stated_colour());
    CHECK(least_of_all_pairs(colours) >= kCategories);
    check_apart_from_special(colours);
  }
  CHECK(categorical_colours("", 12).back() == others_colour());
  CHECK(categorical_colours("", 2).size() == 2);
}

TEST_CASE("all nine of a bivariate palette can be told apart, dark where both measures are high") {
  REQUIRE(palette_names(PaletteKind::Bivariate).size() >= 2);
  for (const PaletteName& palette : palette_names(PaletteKind::Bivariate)) {
    const auto colours = bivariate_colours(palette.name);
    REQUIRE(colours.size() == 9);
    CHECK(least_of_all_pairs(colours) >= kGrid);
    check_apart_from_special(colours);
    for (std::size_t row = 0; row < 3; ++row)
      for (std::size_t column = 1; column < 3; ++column) {
        CHECK(luminance(colours[3 * row + column]) < luminance(colours[3 * row + column - 1]));
        CHECK(luminance(colours[3 * column + row]) < luminance(colours[3 * (column - 1) + row]));
      }
  }
}

TEST_CASE("zero and outside the programme are two things") {
  for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
    const Theme& theme = theme_of(name);
    CHECK(least_distance(zero_colour(theme), outside_programme_colour(theme)) >= kSpecial);
  }
}

TEST_CASE("a palette that does not exist, or of another kind, is the first") {
  const auto first = [](PaletteKind kind) { return palette_names(kind).front().name; };
  CHECK(palette_colours("brbg", 5) == palette_colours(first(PaletteKind::Sequential), 5));
  CHECK(palette_colours("", 5) == palette_colours(first(PaletteKind::Sequential), 5));
  CHECK(diverging_colours("blues", 2, 2) == diverging_colours(first(PaletteKind::Diverging), 2, 2));
  CHECK(bivariate_colours("?") == bivariate_colours(first(PaletteKind::Bivariate)));
}

TEST_CASE("a fund keeps its colour whatever else is shown") {
  const auto qip = category_colour(Dimension::Fund, "QIP", 0);
  CHECK(category_colour(Dimension::Fund, "QIP", 7) == qip);
  CHECK(category_colours(Dimension::Fund, std::vector<std::string>{"TF", "QIP"})[1] == qip);
  CHECK(category_colours(Dimension::Fund, std::vector<std::string>{"A", "QIP", "PBF"})[1] == qip);
  CHECK(category_colour(Dimension::Fund, "UNDP", 0) != qip);
  const auto ongoing = category_colour(Dimension::Status, "ongoing", 0);
  CHECK(category_colour(Dimension::Status, "ongoing", 3) == ongoing);
  CHECK(category_colour(Dimension::Sector, "Santé", 0) ==
        category_colour(Dimension::Sector, "Santé", 5));
}

TEST_CASE("categories of one map have colours of their own in any order") {
  std::vector<std::string> values{"Santé",   "Nutrition",     "Éducation", "Sécurité",
                                  "Justice", "État de droit", "B",         "A"};
  const auto colours = category_colours(Dimension::Sector, values);
  CHECK(least_of_all_pairs(colours) >= kCategories);
  CHECK(colours[0] == category_colour(Dimension::Sector, "Santé", 0));
  std::reverse(values.begin(), values.end());
  auto reversed = category_colours(Dimension::Sector, values);
  std::reverse(reversed.begin(), reversed.end());
  CHECK(reversed == colours);
  values.push_back("Protection");
  const auto nine = category_colours(Dimension::Sector, values);
  CHECK(std::count(nine.begin(), nine.end(), others_colour()) == 1);
}
