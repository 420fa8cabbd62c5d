#pragma once
// A made-up country for map tests: three by three regions of two degrees, one speck of a district,
// a neighbour, a river, towns; figures for some of them. Nothing of it is real.

#include "geo/boundaries/context.h"
#include "geo/map/compose.h"
#include "geo/projects/dataset.h"

namespace malimap::testing {

/// Units G1 to G9, row by row from the south-west, and G10, a small square inside G5.
[[nodiscard]] Boundaries grid_boundaries();
[[nodiscard]] ContextLayers grid_context();

/// Published counts: G1 10, G2 20, G4 40, "G6 / G9" (one zone) 90, G10 15, G8 0; the others not
/// reported. Three described projects with places, one of them standing for four; donors "A" and
/// "B".
[[nodiscard]] Dataset grid_dataset();

/// Everything for one scene.
struct GridMap {
  explicit GridMap(Scene scene = {}, Language language = Language::English);
  [[nodiscard]] Composition compose_at(double width, double height, double scale,
                                       const MeasureText& measure,
                                       std::vector<PixelBox> keep_clear = {}) const;

  Scene scene;
  Language language;
  PictureInput input;
  Picture picture;
};

}  // namespace malimap::testing
