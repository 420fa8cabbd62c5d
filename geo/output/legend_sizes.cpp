// What the size of symbols and of markers says.

#include <algorithm>

#include "geo/map/style.h"
#include "geo/output/furniture.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

/// Texts at the right of ticks, pushed apart where they would touch; from the top downward.
/// Returns the foot of the last.
double draw_ticks(const Drawing& d, const LegendSizes& sizes, PixelPoint foot, double text_x) {
  const double line = d.dp(kNoteSize * 1.35);
  double next = -1e9;
  for (auto size = sizes.sizes.rbegin(); size != sizes.sizes.rend(); ++size) {
    const double top =
        foot.y - d.dp(sizes.kind == SymbolKind::Bar ? size->height_dp : 2 * size->radius_dp);
    const double y = std::max(top, next);
    Path path;
    path.move_to({foot.x, top});
    path.line_to({text_x - d.dp(10), y});
    path.line_to({text_x - d.dp(4), y});
    d.canvas->shape(path, lined({d.theme->text_muted, d.dp(0.6), {}}));
    put_text(*d.canvas, size->text, d.note(), {text_x, y - line / 2}, d.theme->text);
    next = y + line;
  }
  return next - line / 2;
}

/// A hollow circle and what it means.
double draw_contested_key(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  const double radius = d.dp(4), left = 2 * radius + d.dp(8);
  const double above = d.dp(4);
  TextStyle style = d.note();
  style.width_px = width - left;
  const PixelBox text = put_text(*d.canvas, legend.marker_contested, style,
                                 {at.x + left, at.y + above}, d.theme->text_muted);
  d.canvas->circle(
      {at.x + radius + d.dp(1), at.y + above + d.dp(kNoteSize) * 0.6}, radius,
      filled(d.theme->halo, {d.theme->marker_fill, d.dp(style::kContestedLineWidth), {}}));
  return above + text.height;
}

/// Circles of changed projects, one a line.
double draw_change_keys(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  const double radius = d.dp(4.5), left = 2 * radius + d.dp(9);
  TextStyle words = d.note();
  words.width_px = width - left;
  double y = at.y;
  for (const LegendChange& change : legend.marker_changes) {
    const style::MarkerLook look = style::look_of(change.change, *d.theme);
    d.canvas->circle({at.x + radius + d.dp(1), y + d.dp(3) + d.dp(kNoteSize) * 0.6}, radius,
                     filled(look.fill, {look.line, d.dp(look.width_dp), {}}));
    y += d.dp(3) +
         put_text(*d.canvas, change.text, words, {at.x + left, y + d.dp(3)}, d.theme->text).height;
  }
  return y - at.y;
}

}  // namespace

double draw_sizes(const Drawing& d, const LegendSizes& sizes, PixelPoint at, double width) {
  if (sizes.sizes.empty())
    return 0;
  d.canvas->begin_group({"sizes", ""});
  double y = at.y;
  if (!sizes.title.empty()) {
    TextStyle style = d.note();
    style.width_px = width;
    y += put_text(*d.canvas, sizes.title, style, {at.x, y}, d.theme->text_muted).height + d.dp(4);
  }
  const bool bars = sizes.kind == SymbolKind::Bar;
  double highest = 0, widest = 0;
  for (const LegendSize& size : sizes.sizes) {
    highest = std::max(highest, d.dp(bars ? size.height_dp : 2 * size.radius_dp));
    widest = std::max(widest, d.dp(bars ? sizes.width_dp : 2 * size.radius_dp));
  }
  y += d.dp(kNoteSize * 0.7);  // half a line of the first text
  const PixelPoint foot{at.x + widest / 2 + d.dp(1), y + highest};
  const Stroke outline{d.theme->text_muted, d.dp(style::kSymbolLineWidth), {}};
  const Ink ink = filled(d.theme->no_data_fill, outline);
  for (auto size = sizes.sizes.rbegin(); size != sizes.sizes.rend(); ++size)
    if (bars)
      d.canvas->rectangle(
          {foot.x - widest / 2, foot.y - d.dp(size->height_dp), widest, d.dp(size->height_dp)},
          ink);
    else
      d.canvas->circle({foot.x, foot.y - d.dp(size->radius_dp)}, d.dp(size->radius_dp), ink);
  const double texts = draw_ticks(d, sizes, foot, foot.x + widest / 2 + d.dp(22));
  d.canvas->end_group();
  return std::max(foot.y + d.dp(1), texts) - at.y;
}

double draw_marker_key(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  TextStyle title = d.note();
  title.width_px = width;
  double y = at.y + put_text(*d.canvas, legend.marker_title, title, at, d.theme->text_muted).height;
  if (!legend.marker_changes.empty())
    return y - at.y + draw_change_keys(d, legend, {at.x, y}, width);
  double largest = 0;
  for (const LegendMarker& size : legend.marker_sizes)
    largest = std::max(largest, d.dp(size.radius_dp));
  const double row = std::max(2 * largest + d.dp(6), d.dp(kRowHeight));
  double x = at.x;
  for (const LegendMarker& size : legend.marker_sizes) {
    const double radius = d.dp(size.radius_dp);
    x += std::max(radius, d.dp(4)) + d.dp(1);
    d.canvas->circle({x, y + row / 2}, radius, filled(d.theme->marker_fill));
    x += std::max(radius, d.dp(4)) + d.dp(5);
    x += put_text(*d.canvas, size.text, d.body(), {x, y + (row - d.dp(kBodySize) * 1.21) / 2},
                  d.theme->text)
             .width +
         d.dp(14);
  }
  y += row;
  if (!legend.marker_contested.empty())
    y += draw_contested_key(d, legend, {at.x, y}, width);
  return y - at.y;
}

}  // namespace malimap
