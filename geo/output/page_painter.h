#pragma once
// Everything that a page shows, and its painter. Texts are set once out of sight to learn how much
// room they need; what is left is the map's.

#include "geo/output/furniture.h"
#include "geo/output/page_layout.h"

namespace malimap {

class PagePainter {
 public:
  PagePainter(const PageInput& input, const PageSize& size);
  void paint(Canvas& canvas) const;

 private:
  /// Smaller than designed where texts would take the page: `part` of the design's size.
  [[nodiscard]] Drawing drawing(Canvas& canvas, double part = 1) const;
  [[nodiscard]] const PageSettings& page() const { return scene_.page; }

  // Texts across the page (page_texts.cpp); each returns its height.
  double title(Canvas& canvas, PixelPoint at, double part) const;
  double figures(Canvas& canvas, PixelPoint at) const;
  double footer(Canvas& canvas, PixelPoint at, double part) const;
  [[nodiscard]] bool has_figures() const;
  [[nodiscard]] std::string sources() const;
  [[nodiscard]] std::string disclaimer() const;

  // The legend and the table (page_side.cpp).
  [[nodiscard]] bool has_table() const;
  [[nodiscard]] PlacedTable table(const PixelBox& box) const;
  void fit_beside();
  void fit_below(double most);
  [[nodiscard]] double below_height() const;
  double side(Canvas& canvas, const PixelBox& box) const;

  // The map and the small maps beside it (page_map.cpp).
  [[nodiscard]] ComposeInput compose_input(double width, double height) const;
  [[nodiscard]] View map_view() const;
  void map(Canvas& canvas, bool with_locator) const;
  void scale_and_north(Canvas& canvas, const Composition& composition) const;
  [[nodiscard]] std::vector<UnitIndex> specks() const;
  [[nodiscard]] bool insets(Canvas* canvas, double side_height) const;
  void inset(Canvas& canvas, UnitIndex unit, PixelPoint at) const;
  void locator(Canvas& canvas, PixelPoint at) const;
  [[nodiscard]] bool map_has_room_for_locator() const;

  void lay_out();

  const Picture picture_;
  Snapshot<Shapes> shapes_;
  Scene scene_;
  Language language_;
  PageSize size_;
  MeasureText measure_;
  Legend legend_;  // as much of it as there is room for
  double title_part_ = 1, footer_part_ = 1, legend_part_ = 1;
  PageLayout layout_;
};

}  // namespace malimap
