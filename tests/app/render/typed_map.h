#pragma once
// The made-up country as every kind of map shows it.

#include "tests/app/render/grid_map.h"

namespace malimap::testing {

struct TypedOptions {
  MapType type = MapType::Choropleth;
  ThemeName theme = ThemeName::Light;
  double width = 900, height = 700, scale = 1;
  int dots = 3000;
};

/// With a context layer of areas, lines and points, two leaders, and a unit outside the programme
/// beside those of which nothing is known.
[[nodiscard]] Composition typed_grid(const TypedOptions& options);

}  // namespace malimap::testing
