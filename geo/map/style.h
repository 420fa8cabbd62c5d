#pragma once
// Measures that both painters share, in dp (1/96 inch) unless named otherwise: multiply by
// View::scale. Colours are the Theme's.

#include <cmath>
#include <numbers>

#include "geo/map/composition.h"

namespace malimap::style {

/// Widths of borders. Lines have round joins and round ends, and are drawn from commune to
/// national, so that the stronger ones lie on top.
inline constexpr double kNationalWidth = 1.8;
inline constexpr double kRegionWidth = 1.6;
inline constexpr double kCercleWidth = 0.7;
inline constexpr double kCommuneWidth = 0.5;
inline constexpr double kNeighbourWidth = 0.8;
inline constexpr double kMainRiverWidth = 1.4;
inline constexpr double kTributaryWidth = 0.8;

/// Outlines of the unit under the pointer and of the selected ones, along their borders; drawn
/// after all borders, the selection last.
inline constexpr double kHoverWidth = 2.0;
inline constexpr double kSelectionWidth = 3.0;

/// Markers: a filled circle with an outline centred on its edge.
inline constexpr double kMarkerLineWidth = 1.0;
inline constexpr double kContestedLineWidth = 1.5;  // of a hollow circle

/// Towns: a filled circle with an outline in the halo's colour.
inline constexpr double kTownLineWidth = 1.0;
[[nodiscard]] inline constexpr double town_radius(int rank) {
  return rank == 0 ? 3.5 : rank == 1 ? 2.5 : 1.75;
}

/// The hatch of "no data": parallel lines rising to the right at 45 degrees over the no-data fill.
inline constexpr double kHatchPeriod = 6.0;  // across the lines
inline constexpr double kHatchWidth = 1.0;

/// The hatch moves with the map: one line's middle runs through the plane's origin. A pixel (x, y)
/// is on the middle of a line where (x + y) / sqrt(2) - hatch_offset(view) is a multiple of the
/// period (px). In [0, period).
[[nodiscard]] inline double hatch_offset(const View& view) {
  const double period = kHatchPeriod * view.scale;
  const double mpp = view.metres_per_pixel();
  const double origin_x = view.width / 2 - view.camera.centre.x / mpp;
  const double origin_y = view.height / 2 + view.camera.centre.y / mpp;
  const double along = std::fmod((origin_x + origin_y) / std::numbers::sqrt2, period);
  return along < 0 ? along + period : along;
}

/// Whether a unit's ground is hatched: nothing is known of it. Grounds without hatch (outside the
/// programme, under symbols) are no class either, but have a colour of their own.
[[nodiscard]] inline bool is_hatched(const UnitPaint& paint, const Theme& theme) {
  return paint.class_index == kNoClass && paint.fill == theme.no_data_fill;
}

/// Symbols: filled, with an outline; that of an inferred figure is dashed.
inline constexpr double kSymbolLineWidth = 1.0;
inline constexpr double kSymbolDash = 3.0, kSymbolDashGap = 2.2;
inline constexpr double kLeaderWidth = 0.8, kLeaderHaloWidth = 2.2;
inline constexpr double kLeaderEnd = 1.8;   // radius of the small circle at the unit
inline constexpr double kClusterText = 10;  // size of the count in a cluster
inline constexpr double kContextPoint = 3;  // radius of a point of a context layer, in its widths

/// Width of a border by its rank, dp.
[[nodiscard]] inline constexpr double border_width(BorderRank rank) {
  switch (rank) {
    case BorderRank::National:
      return kNationalWidth;
    case BorderRank::Region:
      return kRegionWidth;
    case BorderRank::Cercle:
      return kCercleWidth;
    case BorderRank::Commune:
      return kCommuneWidth;
  }
  return kRegionWidth;
}

}  // namespace malimap::style
