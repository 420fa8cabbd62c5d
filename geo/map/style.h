#pragma once
// Measures that both painters share, in dp (1/96 inch) unless named otherwise: multiply by
// View::scale. Colours are the Theme's.

#include <cmath>
#include <numbers>

#include "geo/map/composition.h"

namespace malimap::style {

/// Widths of borders. Lines have round joins and round ends, and are drawn from commune to
/// national, so that the stronger ones lie on top.
inline constexpr double kNationalWidth = 2.2;
inline constexpr double kRegionWidth = 1.4;
inline constexpr double kCercleWidth = 0.7;
inline constexpr double kCommuneWidth = 0.4;
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

/// Changed projects, told apart without colours too: new ones full, changed ones a ring with a wide
/// line, ended ones hollow with a thin one.
struct MarkerLook {
  Colour fill, line;
  double width_dp = 0;
};
[[nodiscard]] inline MarkerLook look_of(MarkerChange change, const Theme& theme) {
  switch (change) {
    case MarkerChange::New:
      return {{27, 133, 116, 255}, theme.marker_line, kMarkerLineWidth};
    case MarkerChange::Changed:
      return {theme.halo, {217, 119, 6, 255}, 2.6};
    case MarkerChange::Ended:
      return {theme.halo, theme.text_muted, 1.2};
    case MarkerChange::None:
      break;
  }
  return {theme.marker_fill, theme.marker_line, kMarkerLineWidth};
}

/// Between two bands of distance: a line in the paper's colour.
inline constexpr double kBandLineWidth = 0.7;

/// Whether a unit lies above the surface: nothing is measured there.
[[nodiscard]] inline bool is_above_bands(const Composition& composition, std::size_t unit) {
  return composition.bands && unit < composition.paint.size() &&
         composition.paint[unit].class_index < 0;
}

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

/// Panels over the map let a little of it through; where nothing lies under them they do not.
[[nodiscard]] inline Colour opaque(Colour colour) {
  colour.a = 255;
  return colour;
}

/// A colour as dark as this part of it, opaque.
[[nodiscard]] inline Colour darkened(Colour colour, double part) {
  const auto scaled = [&](std::uint8_t channel) {
    return static_cast<std::uint8_t>(std::lround(channel * part));
  };
  return {scaled(colour.r), scaled(colour.g), scaled(colour.b), 255};
}

/// Symbols: filled, with an outline; that of an inferred figure is dashed. The parts of pies and
/// bars are divided by thin lines in the paper's colour.
inline constexpr double kSymbolLineWidth = 1.0, kPartLineWidth = 0.8;
inline constexpr double kSymbolDash = 3.0, kSymbolDashGap = 2.4;
[[nodiscard]] inline Colour symbol_line(const Symbol& symbol, const Theme& theme) {
  return symbol.kind == SymbolKind::Circle && !symbol.parts.empty()
             ? darkened(symbol.parts[0].colour, 0.62)
             : theme.text;
}

/// A cluster: a circle darker than a marker, so that its count can be read on it (set in the
/// marker line's colour, bold).
inline constexpr double kClusterText = 10;
[[nodiscard]] inline Colour cluster_fill(const Theme& theme) {
  const bool light_text = theme.marker_line.g > theme.marker_fill.g;
  return darkened(theme.marker_fill, light_text ? 0.78 : 1);
}

/// From a callout to its unit: a line in a wider one of the halo's colour, a filled circle at its
/// end.
inline constexpr double kLeaderWidth = 0.8, kLeaderHaloWidth = 2.4, kLeaderEnd = 1.8;

/// Points of a context layer: circles whose radius is so many of the layer's widths.
inline constexpr double kContextPoint = 3;

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
