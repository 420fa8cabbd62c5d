#pragma once
// Where things stand on a page. Designed for A4 at 96 px an inch; other sizes scale the whole
// design.

#include "geo/map/composition.h"
#include "geo/output/page.h"

namespace malimap {

struct PageLayout {
  double scale = 1;                         // px per dp of the design
  bool upright = false;                     // higher than wide: the legend stands below the map
  PixelBox page, title, map, side, footer;  // px
};

/// `title_height` and `footer_height`, `side_height` are what their texts need, px.
[[nodiscard]] double design_scale(const PageSize& size);
[[nodiscard]] PageLayout lay_out_page(const PageSize& size, double title_height, double side_height,
                                      double footer_height);

/// The width of the column of the legend, and of the text across the page.
[[nodiscard]] double side_width(const PageSize& size);
[[nodiscard]] double text_width(const PageSize& size);

}  // namespace malimap
