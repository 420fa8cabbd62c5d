#pragma once
// What stands around and on the map: legend, scale bar, north arrow. Drawn on the page and, as
// cards, over the window's map.
#include <cairo.h>

#include "geo/map/composition.h"

namespace malimap {

/// Sizes of text, dp: the three that the page knows.
inline constexpr double kTitleSize = 24;
inline constexpr double kBodySize = 12;
inline constexpr double kNoteSize = 10;

/// Where furniture is drawn and how large: px per dp.
struct Drawing {
  cairo_t* cairo = nullptr;
  const Theme* theme = nullptr;
  double scale = 1;
  [[nodiscard]] double dp(double value) const { return value * scale; }
};

/// The legend in a column of this width (px); returns its height.
double draw_legend(const Drawing& canvas, const Legend& legend, PixelPoint at, double width);

/// The key of the colours and circles alone, or the notes alone: for a page that has room beside
/// rather than below.
double draw_legend_key(const Drawing& canvas, const Legend& legend, PixelPoint at, double width);
double draw_legend_notes(const Drawing& canvas, const Legend& legend, PixelPoint at, double width);

/// The scale bar with its right end and its bottom at the place; returns what it covers.
PixelBox draw_scale_bar(const Drawing& canvas, const ScaleBar& bar, PixelPoint bottom_right);

/// The size of the same, without drawing.
[[nodiscard]] PixelBox scale_bar_box(const Drawing& canvas, const ScaleBar& bar,
                                     PixelPoint bottom_right);

/// An arrow to the north; the place is its top right corner. Returns what it covers.
PixelBox draw_north_arrow(const Drawing& canvas, PixelPoint top_right, const std::string& north);

/// A rectangle with 45 degree lines, as on the map.
void draw_hatched(const Drawing& canvas, const PixelBox& box, Colour fill, Colour line);

}  // namespace malimap
