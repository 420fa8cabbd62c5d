#pragma once
// Text through Pango, the same face for both painters, the page and the GL texture.
#include <cairo.h>

#include "geo/map/compose.h"

namespace malimap {

/// Measures as draw_text sets it. Cheap after the first call for a text (kept).
[[nodiscard]] MeasureText pango_measure();

/// Draws a label, its halo first. Real text in PDF and SVG.
void draw_label(cairo_t* cairo, const Label& label, double scale);

}  // namespace malimap
