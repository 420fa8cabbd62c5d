// The key of a bivariate map: three by three squares, each with how many units it holds.

#include <algorithm>

#include "geo/map/palettes.h"
#include "geo/output/furniture.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kLeastCell = 30, kCellHeight = 26;  // dp
constexpr double kArrow = 12;                        // dp, the width of an axis's arrow

double widest(const std::vector<std::string>& texts, const TextStyle& style) {
  double width = 0;
  for (const std::string& text : texts)
    width = std::max(width, text_size(text, style).width);
  return width;
}

/// A short arrow before an axis's title; the place is the title's top left corner.
void draw_axis_arrow(const Drawing& d, PixelPoint at, bool upward) {
  const double reach = d.dp(4), middle_x = at.x + d.dp(4), middle_y = at.y + d.dp(6.5);
  const double dx = upward ? 0 : 1, dy = upward ? -1 : 0;
  const PixelPoint tip{middle_x + dx * reach, middle_y + dy * reach};
  Path path;
  path.move_to({middle_x - dx * reach, middle_y - dy * reach});
  path.line_to(tip);
  const double wing = d.dp(2.6);
  path.move_to({tip.x - dx * wing - dy * wing, tip.y - dy * wing - dx * wing});
  path.line_to(tip);
  path.line_to({tip.x - dx * wing + dy * wing, tip.y - dy * wing + dx * wing});
  d.canvas->shape(path, lined({d.theme->text, d.dp(1.1), {}}));
}

double draw_axis_title(const Drawing& d, const std::string& title, PixelPoint at, double width,
                       bool upward) {
  draw_axis_arrow(d, at, upward);
  TextStyle style = d.note();
  style.width_px = width - d.dp(kArrow);
  return put_text(*d.canvas, title, style, {at.x + d.dp(kArrow), at.y}, d.theme->text).height;
}

void draw_cells(const Drawing& d, const LegendGrid& grid, PixelPoint at, double cell) {
  const double height = d.dp(kCellHeight);
  for (std::size_t i = 0; i < 9 && i < grid.colours.size(); ++i) {
    const double x = at.x + static_cast<double>(i % 3) * cell;
    const double y = at.y + (2.0 - static_cast<double>(i / 3)) * height;
    const Colour fill = grid.colours[i];
    d.canvas->rectangle({x, y, cell, height}, filled(fill, {d.theme->paper, d.dp(1), {}}));
    if (i >= grid.members.size() || grid.members[i] == 0)
      continue;
    TextStyle style = d.note();
    style.align = TextAlign::Centre;
    const std::string members = std::to_string(grid.members[i]);
    put_text(*d.canvas, members, style,
             {x + cell / 2, y + (height - text_size(members, style).height) / 2}, ink_for(fill));
  }
}

}  // namespace

double draw_grid(const Drawing& d, const LegendGrid& grid, PixelPoint at, double width) {
  d.canvas->begin_group({"grid", ""});
  TextStyle numbers = d.note();
  const double gutter = widest(grid.y_breaks, numbers) + d.dp(6);
  const double most = (width - gutter) / 3;
  const double cell =
      std::min(most, std::max(d.dp(kLeastCell), widest(grid.x_breaks, numbers) + d.dp(6)));
  const double row = d.dp(kCellHeight);
  double y = at.y + draw_axis_title(d, grid.y_title, at, width, true) + d.dp(5);
  const PixelPoint corner{at.x + gutter, y};
  draw_cells(d, grid, corner, cell);
  numbers.align = TextAlign::Right;
  for (std::size_t i = 0; i < grid.y_breaks.size(); ++i) {
    const double line = corner.y + (2.0 - static_cast<double>(i)) * row;
    put_text(*d.canvas, grid.y_breaks[i], numbers,
             {corner.x - d.dp(4), line - text_size(grid.y_breaks[i], numbers).height / 2},
             d.theme->text_muted);
  }
  y += 3 * row + d.dp(2);
  numbers.align = TextAlign::Centre;
  double height = 0;
  for (std::size_t i = 0; i < grid.x_breaks.size(); ++i)
    height = std::max(
        height, put_text(*d.canvas, grid.x_breaks[i], numbers,
                         {corner.x + (static_cast<double>(i) + 1) * cell, y}, d.theme->text_muted)
                    .height);
  y += height + d.dp(2);
  y += draw_axis_title(d, grid.x_title, {corner.x, y}, width - gutter, false);
  d.canvas->end_group();
  return y - at.y;
}

}  // namespace malimap
