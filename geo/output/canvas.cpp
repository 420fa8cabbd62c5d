#include "geo/output/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "geo/output/text.h"

namespace malimap {
namespace {

/// On the circle, `angle` radians clockwise from twelve o'clock.
PixelPoint on_circle(PixelPoint centre, double radius, double angle) {
  return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

/// Cubic curves of at most a quarter circle each: 0.03 % off at worst.
void add_arc(Path& path, PixelPoint centre, double radius, double from, double to) {
  const int pieces =
      std::max(1, static_cast<int>(std::ceil((to - from) / (std::numbers::pi / 2) - 1e-9)));
  const double step = (to - from) / pieces;
  const double reach = 4.0 / 3 * std::tan(step / 4) * radius;
  for (int i = 0; i < pieces; ++i) {
    const double a = from + i * step, b = a + step;
    const PixelPoint start = on_circle(centre, radius, a), end = on_circle(centre, radius, b);
    path.curve_to({start.x + reach * std::cos(a), start.y + reach * std::sin(a)},
                  {end.x - reach * std::cos(b), end.y - reach * std::sin(b)}, end);
  }
}

/// One row of a table; `y` is the top of the row.
void put_row(Canvas& canvas, const PlacedTable& table, const std::vector<std::string>& cells,
             double y, bool bold, Colour colour) {
  TextStyle style{TextRole::Legend, table.size_px, bold};
  const double gap = table.size_px * 0.4;
  double x = table.at.x;
  for (std::size_t i = 0; i < cells.size() && i < table.columns.size(); ++i) {
    const PlacedTable::Column& column = table.columns[i];
    style.align = column.numbers ? TextAlign::Right : TextAlign::Left;
    const double top = y + (table.row_height - text_size(cells[i], style).height) / 2;
    if (!cells[i].empty())
      put_text(canvas, cells[i], style, {column.numbers ? x + column.width - gap : x + gap, top},
               colour);
    x += column.width;
  }
}

}  // namespace

Ink filled(Colour colour) {
  Ink ink;
  ink.fill = colour;
  return ink;
}

Ink lined(Stroke stroke) {
  Ink ink;
  ink.stroke = std::move(stroke);
  return ink;
}

Ink filled(Colour colour, Stroke stroke) {
  Ink ink = lined(std::move(stroke));
  ink.fill = colour;
  return ink;
}

Path sector(PixelPoint centre, double radius, double from, double to) {
  Path path;
  const bool whole = to - from >= 2 * std::numbers::pi - 1e-9;
  if (whole)
    to = from + 2 * std::numbers::pi;
  else
    path.move_to(centre);
  const PixelPoint start = on_circle(centre, radius, from);
  if (whole)
    path.move_to(start);
  else
    path.line_to(start);
  add_arc(path, centre, radius, from, to);
  path.close();
  return path;
}

void Canvas::table(const PlacedTable& table, const ShapeName& name) {
  begin_group(name);
  double width = 0;
  std::vector<std::string> titles;
  for (const PlacedTable::Column& column : table.columns) {
    width += column.width;
    titles.push_back(column.title);
  }
  const double thin = table.size_px / 16;
  const auto rule = [&](double y, double line_width) {
    Path path;
    path.move_to({table.at.x, y});
    path.line_to({table.at.x + width, y});
    shape(path, lined({table.line, line_width, {}}));
  };
  double y = table.at.y;
  put_row(*this, table, titles, y, false, table.muted);
  y += table.row_height;
  rule(y, thin * 1.5);
  const auto first_total =
      table.rows.size() - std::min(table.rows.size(), static_cast<std::size_t>(table.total_rows));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (i > 0)
      rule(y, i == first_total ? thin * 1.5 : thin * 0.6);
    put_row(*this, table, table.rows[i], y, i >= first_total, table.text);
    y += table.row_height;
  }
  rule(y, thin * 1.5);
  end_group();
}

PixelBox put_text(Canvas& canvas, const std::string& text, const TextStyle& style, PixelPoint at,
                  Colour colour, const ShapeName& name) {
  PlacedText placed{text, style, at, text_size(text, style), colour, {}, 0};
  if (style.width_px <= 0 && style.align != TextAlign::Left)
    placed.at.x -= style.align == TextAlign::Right ? placed.size.width : placed.size.width / 2;
  if (!text.empty())
    canvas.text(placed, name);
  return {placed.at.x, placed.at.y, placed.size.width, placed.size.height};
}

void put_label(Canvas& canvas, const Label& label, double scale) {
  const TextStyle style{label.role, label.size_dp * scale, label.bold, label.italic,
                        0,          TextAlign::Centre};
  PlacedText placed{label.text,   style, {label.box.x, label.box.y}, text_size(label.text, style),
                    label.colour, {},    kHaloWidth * scale};
  if (label.halo.a > 0)
    placed.halo = label.halo;
  canvas.text(placed);
}

}  // namespace malimap
