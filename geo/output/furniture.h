#pragma once
// What stands around and on the map: legend, scale bar, north arrow. Drawn on the page and, as
// cards, over the window's map.

#include "geo/output/canvas.h"
#include "geo/output/page.h"

namespace malimap {

/// Sizes of text, dp: the three that the page knows.
inline constexpr double kTitleSize = 24;
inline constexpr double kBodySize = 12;
inline constexpr double kNoteSize = 10;

/// Of a legend's entry, dp.
inline constexpr double kSwatchWidth = 28, kSwatchHeight = 14, kRowHeight = 20;

/// Where furniture is drawn and how large: px per dp.
struct Drawing {
  Canvas* canvas = nullptr;
  const Theme* theme = nullptr;
  double scale = 1;
  // On the screen: what can be dragged or clicked is drawn as well, and its place noted here.
  FurnitureBoxes* window = nullptr;
  [[nodiscard]] double dp(double value) const { return value * scale; }
  [[nodiscard]] TextStyle body() const { return {TextRole::Legend, dp(kBodySize)}; }
  [[nodiscard]] TextStyle note() const { return {TextRole::Note, dp(kNoteSize)}; }
};

/// The legend in a column of this width (px); returns its height.
double draw_legend(const Drawing& d, const Legend& legend, PixelPoint at, double width);

/// The key of the colours and circles alone, or the notes alone: for a page that has room beside
/// rather than below.
double draw_legend_key(const Drawing& d, const Legend& legend, PixelPoint at, double width);
double draw_legend_notes(const Drawing& d, const Legend& legend, PixelPoint at, double width);

/// Parts of the key (legend_histogram.cpp, legend_grid.cpp, legend_sizes.cpp); return their height.
double draw_histogram(const Drawing& d, const LegendHistogram& histogram, PixelPoint at,
                      double width);
double draw_grid(const Drawing& d, const LegendGrid& grid, PixelPoint at, double width);
double draw_sizes(const Drawing& d, const LegendSizes& sizes, PixelPoint at, double width);
double draw_marker_key(const Drawing& d, const Legend& legend, PixelPoint at, double width);

/// Whether a legend shows anything but notes.
[[nodiscard]] bool has_key(const Legend& legend);

/// The scale bar with its right end and its bottom at the place; returns what it covers.
PixelBox draw_scale_bar(const Drawing& d, const ScaleBar& bar, PixelPoint bottom_right);

/// The size of the same, without drawing.
[[nodiscard]] PixelBox scale_bar_box(const Drawing& d, const ScaleBar& bar,
                                     PixelPoint bottom_right);

/// An arrow to the north, `turn` radians clockwise from upward; the place is its top right corner.
/// Returns what it covers.
PixelBox draw_north_arrow(const Drawing& d, PixelPoint top_right, const std::string& north,
                          double turn = 0);

/// A rectangle with 45 degree lines, as on the map.
void draw_hatched(const Drawing& d, const PixelBox& box, Colour fill, Colour line);

/// A straight line.
void draw_line(const Drawing& d, PixelPoint from, PixelPoint to, Colour colour, double width_dp);

}  // namespace malimap
