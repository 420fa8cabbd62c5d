#pragma once
// Text through Pango, the same face for both painters, the page and the GL texture.
#include <cairo.h>

#include "geo/map/compose.h"
#include "geo/output/layout.h"

namespace malimap {

inline constexpr double kHaloWidth = 2.4;  // dp, the whole line: half of it shows

/// Measures as draw_text sets it. Cheap after the first call for a text (kept).
[[nodiscard]] MeasureText pango_measure();

/// The same, with a memory that all pages drawn on one thread share.
[[nodiscard]] MeasureText page_measure();

/// The box at the origin of a text as it is set. Kept too, one memory a thread.
[[nodiscard]] PixelBox text_size(const std::string& text, const TextStyle& style);

/// Draws a label, its halo first. Real text in PDF and SVG.
void draw_label(cairo_t* cairo, const Label& label, double scale);

}  // namespace malimap
