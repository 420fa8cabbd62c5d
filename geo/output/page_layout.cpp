#include "geo/output/page_layout.h"

#include <algorithm>

namespace malimap {
namespace {

constexpr double kLong = 1123, kShort = 794;  // A4 at 96 px an inch
constexpr double kMargin = 36, kGap = 20, kSide = 236;

bool is_upright(const PageSize& size) {
  return size.height_px > size.width_px;
}

}  // namespace

double design_scale(const PageSize& size) {
  const double width = is_upright(size) ? kShort : kLong;
  const double height = is_upright(size) ? kLong : kShort;
  return std::min(size.width_px / width, size.height_px / height);
}

double text_width(const PageSize& size) {
  return size.width_px - 2 * kMargin * design_scale(size);
}

double side_width(const PageSize& size) {
  return is_upright(size) ? (text_width(size) - kGap * design_scale(size)) / 2
                          : kSide * design_scale(size);
}

PageLayout lay_out_page(const PageSize& size, double title_height, double side_height,
                        double footer_height) {
  PageLayout layout;
  layout.scale = design_scale(size);
  layout.upright = is_upright(size);
  const double margin = kMargin * layout.scale, gap = kGap * layout.scale;
  const double width = text_width(size);
  layout.page = {0, 0, size.width_px, size.height_px};
  layout.title = {margin, margin * 0.85, width, title_height};
  layout.footer = {margin, size.height_px - margin * 0.75 - footer_height, width, footer_height};
  const double top = layout.title.y + title_height + gap * 0.75;
  const double bottom = layout.footer.y - gap * 0.6;
  if (layout.upright) {
    const double map_bottom = std::max(bottom - side_height - gap, top + (bottom - top) * 0.4);
    layout.map = {margin, top, width, map_bottom - top};
    layout.side = {margin, map_bottom + gap * 0.8, width, bottom - map_bottom - gap * 0.8};
  } else {
    const double side = side_width(size);
    layout.map = {margin, top, width - side - gap, bottom - top};
    layout.side = {margin + width - side, top, side, bottom - top};
  }
  return layout;
}

}  // namespace malimap
