#pragma once
// Where things stand on a page. Designed for A4 at 96 px an inch, slides for 13 1/3 inches of
// which less is shown, larger; other sizes scale the whole design.

#include "geo/map/composition.h"
#include "geo/output/page.h"

namespace malimap {

struct PageLayout {
  double scale = 1;                            // px per dp of the design
  bool upright = false;                        // higher than wide: the legend stands below the map
  PixelBox page, title, figures, map, footer;  // px
  PixelBox side;                               // the legend's column, or the block below the map
  PixelBox table;                              // no width: there is none
};

/// What stands on the page, and how high its texts are, px.
struct PageParts {
  double title = 0, figures = 0, footer = 0;  // heights; 0: absent
  double below = 0;                           // height of what an upright page has below its map
  bool side = true;                           // whether a lying page has a column for the legend
  bool table = false;                         // whether a lying page has a column for a table
};

[[nodiscard]] double design_scale(const PageSize& size);
[[nodiscard]] bool is_upright(const PageSize& size);
/// About 16:9 or wider: made to be projected.
[[nodiscard]] bool is_slide(const PageSize& size);
[[nodiscard]] PageLayout lay_out_page(const PageSize& size, const PageParts& parts);

/// The width of the legend's column (half of an upright page), of the table, and of the text across
/// the page.
[[nodiscard]] double side_width(const PageSize& size);
[[nodiscard]] double table_width(const PageSize& size);
[[nodiscard]] double text_width(const PageSize& size);

}  // namespace malimap
