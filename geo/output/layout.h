#pragma once
// Pango behind one small face: a text becomes a layout that is measured or shown.

#include <cairo.h>
#include <pango/pango.h>

#include <memory>
#include <string>

#include "geo/map/composition.h"

namespace malimap {

struct FreeObject {
  void operator()(void* object) const;
};
using PangoLayoutHandle = std::unique_ptr<PangoLayout, FreeObject>;
using PangoContextHandle = std::unique_ptr<PangoContext, FreeObject>;

enum class TextAlign { Left, Centre, Right };

/// How a text is set. Sizes in px of the target.
struct TextStyle {
  TextRole role = TextRole::Legend;
  double size_px = 12;
  bool bold = false, italic = false;
  double width_px = 0;  // > 0: lines are broken at this width
  TextAlign align = TextAlign::Left;
};

/// Unhinted, so that a text is as wide on paper as on the screen.
[[nodiscard]] PangoContextHandle text_context();

[[nodiscard]] PangoLayoutHandle make_layout(PangoContext* context, const std::string& text,
                                            const TextStyle& style);

/// The layout's box at the origin, px.
[[nodiscard]] PixelBox size_of(PangoLayout* layout);

void set_colour(cairo_t* cairo, Colour colour);

/// Sets a text with its top left corner (top right, top middle: by style.align, when no width is
/// given) at the place; returns its size.
PixelBox draw_text(cairo_t* cairo, const std::string& text, const TextStyle& style, PixelPoint at,
                   Colour colour);

}  // namespace malimap
