#pragma once
// A made-up country: units in a grid with wavy shared borders, neighbours around, a river, towns,
// markers, labels. Small and the same everywhere, so that a difference between the painters shows
// at once.

#include "geo/map/composition.h"

namespace malimap::testing {

struct GridOptions {
  int columns = 5, rows = 4;
  int points_per_border = 24;
};

[[nodiscard]] Shapes grid_shapes(const GridOptions& options = {});

/// Five classes and every sixth unit without data; a marker in every third unit, of several sizes;
/// names on whole pixels; one unit selected, one hovered. The view shows the whole grid.
[[nodiscard]] Composition grid_composition(Snapshot<Shapes> shapes, double width, double height,
                                           double scale = 1);

/// The middle of a unit in the picture, px.
[[nodiscard]] PixelPoint middle_of(const Composition& composition, std::size_t unit);

}  // namespace malimap::testing
