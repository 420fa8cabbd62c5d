#pragma once
// Pango's line breaks and baselines, for formats that set text themselves.

#include <string>
#include <vector>

#include "geo/output/canvas.h"
#include "geo/output/svg/font_subset.h"

namespace malimap {

/// One line of a text; x is its left edge, middle or right edge, by the text's alignment.
struct SetLine {
  std::string text;
  PixelPoint at;  // on the baseline
};

/// Notes the glyphs used in `fonts`.
[[nodiscard]] std::vector<SetLine> set_lines(const PlacedText& text, PangoContext* context,
                                             FontSubsets& fonts);

}  // namespace malimap
