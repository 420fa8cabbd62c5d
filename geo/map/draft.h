#pragma once
// A picture while it is made: what every kind of map starts from, and one function a kind.

#include <optional>
#include <vector>

#include "geo/map/compose.h"

namespace malimap {

struct Draft {
  const PictureInput& input;
  const Translator& tr;
  Picture& picture;

  [[nodiscard]] const Scene& scene() const { return *input.scene; }
  [[nodiscard]] const Coverage& coverage() const { return *input.coverage; }
  [[nodiscard]] const Theme& theme() const { return theme_of(input.scene->theme); }
  [[nodiscard]] Legend& legend() const { return picture.legend; }
};

/// Each fills the picture's paint, symbols and dots, and of the legend what belongs to the kind.
void add_classes(const Draft& draft);     // Choropleth, Diverging
void add_dominant(const Draft& draft);    // Dominant
void add_bivariate(const Draft& draft);   // Bivariate
void add_symbols(const Draft& draft);     // Symbols, Pies, Bars
void add_dots(const Draft& draft);        // Dots
void add_difference(const Draft& draft);  // Difference
void add_places(const Draft& draft);      // Places: the ground under the markers
void add_distance(const Draft& draft);    // Distance; and what asks for distances not known yet

}  // namespace malimap
