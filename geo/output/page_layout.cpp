#include "geo/output/page_layout.h"

#include <algorithm>

namespace malimap {
namespace {

constexpr double kLong = 1123, kShort = 794;            // A4 at 96 px an inch
constexpr double kSlideLong = 1000, kSlideShort = 562;  // of a slide: all texts are larger
constexpr double kSlideRatio = 1.7;                     // width to height, at least
constexpr double kMargin = 36, kGap = 20, kSide = 236, kTable = 268;
constexpr double kSlideSide = 212, kSlideTable = 244;  // narrower: the map comes first
constexpr double kLeastMap = 0.45;  // of the height between title and footer on an upright page

}  // namespace

bool is_upright(const PageSize& size) {
  return size.height_px > size.width_px;
}

bool is_slide(const PageSize& size) {
  return size.width_px >= kSlideRatio * size.height_px;
}

double design_scale(const PageSize& size) {
  if (is_slide(size))
    return std::min(size.width_px / kSlideLong, size.height_px / kSlideShort);
  const double width = is_upright(size) ? kShort : kLong;
  const double height = is_upright(size) ? kLong : kShort;
  return std::min(size.width_px / width, size.height_px / height);
}

double text_width(const PageSize& size) {
  return size.width_px - 2 * kMargin * design_scale(size);
}

double side_width(const PageSize& size) {
  return is_upright(size) ? (text_width(size) - kGap * design_scale(size)) / 2
                          : (is_slide(size) ? kSlideSide : kSide) * design_scale(size);
}

double table_width(const PageSize& size) {
  return is_upright(size) ? side_width(size)
                          : (is_slide(size) ? kSlideTable : kTable) * design_scale(size);
}

PageLayout lay_out_page(const PageSize& size, const PageParts& parts) {
  PageLayout layout;
  layout.scale = design_scale(size);
  layout.upright = is_upright(size);
  const double margin = kMargin * layout.scale, gap = kGap * layout.scale;
  const double width = text_width(size);
  layout.page = {0, 0, size.width_px, size.height_px};
  double top = margin * (is_slide(size) ? 0.7 : 0.85);
  layout.title = {margin, top, width, parts.title};
  top += parts.title + (parts.title > 0 ? gap * 0.75 : 0);
  layout.figures = {margin, top, width, parts.figures};
  top += parts.figures + (parts.figures > 0 ? gap * 0.75 : 0);
  const double foot = margin * (is_slide(size) ? 0.55 : 0.75);
  layout.footer = {margin, size.height_px - foot - parts.footer, width, parts.footer};
  const double bottom = layout.footer.y - (parts.footer > 0 ? gap * 0.6 : 0);
  if (layout.upright) {
    const double below = parts.below > 0 ? parts.below + gap * 0.8 : 0;
    const double map_bottom = std::max(bottom - below, top + (bottom - top) * kLeastMap);
    layout.map = {margin, top, width, map_bottom - top};
    layout.side = {margin, map_bottom + gap * 0.8, width, bottom - map_bottom - gap * 0.8};
    return layout;
  }
  double right = margin + width;
  if (parts.table) {
    layout.table = {right - table_width(size), top, table_width(size), bottom - top};
    right -= table_width(size) + gap;
  }
  if (parts.side) {
    layout.side = {right - side_width(size), top, side_width(size), bottom - top};
    right -= side_width(size) + gap;
  }
  layout.map = {margin, top, right - margin, bottom - top};
  return layout;
}

}  // namespace malimap
