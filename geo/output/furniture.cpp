#include "geo/output/furniture.h"

#include <cmath>
#include <numbers>

#include "geo/map/style.h"
#include "geo/output/layout.h"
#include "geo/output/page.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kSwatchWidth = 28, kSwatchHeight = 14, kRowHeight = 20;  // dp
constexpr double kCardWidth = 232, kCardPadding = 12, kCardMargin = 12;   // dp
constexpr double kBarHeight = 4;
constexpr double kHighestCard = 0.55;  // of the view's height

TextStyle body(const Drawing& canvas) {
  return {TextRole::Legend, canvas.dp(kBodySize)};
}
TextStyle note(const Drawing& canvas) {
  return {TextRole::Note, canvas.dp(kNoteSize)};
}

PixelBox measure(const Drawing& canvas, const std::string& text) {
  const auto context = text_context();
  return size_of(make_layout(context.get(), text, note(canvas)).get());
}

/// The top of a text that stands in the middle of a row.
double centred_in_row(const Drawing& canvas, double top, double size_dp) {
  return top + (canvas.dp(kRowHeight) - canvas.dp(size_dp) * 1.21) / 2;
}

void draw_swatch(const Drawing& canvas, const LegendEntry& entry, double x, double top) {
  const PixelBox box{x, top + canvas.dp(kRowHeight - kSwatchHeight) / 2, canvas.dp(kSwatchWidth),
                     canvas.dp(kSwatchHeight)};
  if (entry.hatched) {
    draw_hatched(canvas, box, entry.fill, canvas.theme->no_data_hatch);
  } else {
    set_colour(canvas.cairo, entry.fill);
    cairo_rectangle(canvas.cairo, box.x, box.y, box.width, box.height);
    cairo_fill(canvas.cairo);
  }
  set_colour(canvas.cairo, canvas.theme->panel_line);
  cairo_set_line_width(canvas.cairo, canvas.dp(0.75));
  cairo_rectangle(canvas.cairo, box.x, box.y, box.width, box.height);
  cairo_stroke(canvas.cairo);
}

double draw_entries(const Drawing& canvas, const Legend& legend, PixelPoint at, double width) {
  double y = at.y;
  for (const LegendEntry& entry : legend.entries) {
    draw_swatch(canvas, entry, at.x, y);
    const double top = centred_in_row(canvas, y, kBodySize);
    draw_text(canvas.cairo, entry.text, body(canvas), {at.x + canvas.dp(kSwatchWidth + 9), top},
              canvas.theme->text);
    TextStyle members = body(canvas);
    members.align = TextAlign::Right;
    draw_text(canvas.cairo, std::to_string(entry.members), members, {at.x + width, top},
              canvas.theme->text_muted);
    y += canvas.dp(kRowHeight);
  }
  return y - at.y;
}

/// A hollow circle and what it means.
double draw_contested_key(const Drawing& canvas, const Legend& legend, PixelPoint at,
                          double width) {
  const double radius = canvas.dp(4), left = 2 * radius + canvas.dp(8);
  const double above = canvas.dp(4);
  TextStyle style = note(canvas);
  style.width_px = width - left;
  const PixelBox text = draw_text(canvas.cairo, legend.marker_contested, style,
                                  {at.x + left, at.y + above}, canvas.theme->text_muted);
  cairo_new_path(canvas.cairo);
  cairo_arc(canvas.cairo, at.x + radius + canvas.dp(1), at.y + above + canvas.dp(kNoteSize) * 0.6,
            radius, 0, 2 * std::numbers::pi);
  set_colour(canvas.cairo, canvas.theme->halo);
  cairo_fill_preserve(canvas.cairo);
  set_colour(canvas.cairo, canvas.theme->marker_fill);
  cairo_set_line_width(canvas.cairo, canvas.dp(style::kContestedLineWidth));
  cairo_stroke(canvas.cairo);
  return above + text.height;
}

double draw_marker_key(const Drawing& canvas, const Legend& legend, PixelPoint at, double width) {
  double y = at.y + draw_text(canvas.cairo, legend.marker_title, note(canvas), at,
                              canvas.theme->text_muted)
                        .height;
  double largest = 0;
  for (const LegendMarker& size : legend.marker_sizes)
    largest = std::max(largest, canvas.dp(size.radius_dp));
  const double row = std::max(2 * largest + canvas.dp(6), canvas.dp(kRowHeight));
  double x = at.x;
  for (const LegendMarker& size : legend.marker_sizes) {
    const double radius = canvas.dp(size.radius_dp);
    x += std::max(radius, canvas.dp(4)) + canvas.dp(1);
    cairo_new_path(canvas.cairo);
    cairo_arc(canvas.cairo, x, y + row / 2, radius, 0, 2 * std::numbers::pi);
    set_colour(canvas.cairo, canvas.theme->marker_fill);
    cairo_fill(canvas.cairo);
    x += std::max(radius, canvas.dp(4)) + canvas.dp(5);
    const PixelBox text =
        draw_text(canvas.cairo, size.text, body(canvas),
                  {x, y + (row - canvas.dp(kBodySize) * 1.21) / 2}, canvas.theme->text);
    x += text.width + canvas.dp(14);
  }
  y += row;
  if (!legend.marker_contested.empty())
    y += draw_contested_key(canvas, legend, {at.x, y}, width);
  return y - at.y;
}

/// A canvas that nobody sees. Measuring is drawing there: one way to lay the legend out, not two.
struct Hidden {
  explicit Hidden(const Drawing& like)
      : surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr)),
        canvas{cairo_create(surface), like.theme, like.scale} {}
  ~Hidden() {
    cairo_destroy(canvas.cairo);
    cairo_surface_destroy(surface);
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

  cairo_surface_t* surface;
  Drawing canvas;
};

PixelBox rounded_card(const Drawing& canvas, const PixelBox& box) {
  const double r = canvas.dp(6), half = std::numbers::pi / 2;
  cairo_new_path(canvas.cairo);
  cairo_arc(canvas.cairo, box.x + box.width - r, box.y + r, r, -half, 0);
  cairo_arc(canvas.cairo, box.x + box.width - r, box.y + box.height - r, r, 0, half);
  cairo_arc(canvas.cairo, box.x + r, box.y + box.height - r, r, half, 2 * half);
  cairo_arc(canvas.cairo, box.x + r, box.y + r, r, 2 * half, 3 * half);
  cairo_close_path(canvas.cairo);
  set_colour(canvas.cairo, canvas.theme->panel);
  cairo_fill_preserve(canvas.cairo);
  set_colour(canvas.cairo, canvas.theme->panel_line);
  cairo_set_line_width(canvas.cairo, canvas.dp(1));
  cairo_stroke(canvas.cairo);
  return box;
}

}  // namespace

void draw_hatched(const Drawing& canvas, const PixelBox& box, Colour fill, Colour line) {
  cairo_save(canvas.cairo);
  cairo_new_path(canvas.cairo);
  cairo_rectangle(canvas.cairo, box.x, box.y, box.width, box.height);
  set_colour(canvas.cairo, fill);
  cairo_fill_preserve(canvas.cairo);
  cairo_clip(canvas.cairo);
  const double step = canvas.dp(style::kHatchPeriod) * std::numbers::sqrt2;
  const auto lines = static_cast<int>((box.width + box.height) / step + 0.5);
  for (int k = 0; k < lines; ++k) {
    const double x = box.x + (k + 0.5) * step;
    cairo_move_to(canvas.cairo, x, box.y);
    cairo_line_to(canvas.cairo, x - box.height, box.y + box.height);
  }
  set_colour(canvas.cairo, line);
  cairo_set_line_width(canvas.cairo, canvas.dp(style::kHatchWidth));
  cairo_stroke(canvas.cairo);
  cairo_restore(canvas.cairo);
}

double draw_legend_key(const Drawing& canvas, const Legend& legend, PixelPoint at, double width) {
  double y = at.y;
  TextStyle title = body(canvas);
  title.role = TextRole::LegendTitle;
  title.bold = true;
  title.width_px = width - canvas.dp(56);
  TextStyle members = note(canvas);
  members.align = TextAlign::Right;
  draw_text(canvas.cairo, legend.members_title, members, {at.x + width, y + canvas.dp(2)},
            canvas.theme->text_muted);
  y += draw_text(canvas.cairo, legend.title, title, {at.x, y}, canvas.theme->text).height;
  y += canvas.dp(6);
  y += draw_entries(canvas, legend, {at.x, y}, width);
  if (legend.marker_key) {
    y += canvas.dp(8);
    y += draw_marker_key(canvas, legend, {at.x, y}, width);
  }
  return y - at.y;
}

double draw_legend_notes(const Drawing& canvas, const Legend& legend, PixelPoint at, double width) {
  double y = at.y;
  TextStyle style = note(canvas);
  style.width_px = width;
  for (const std::string& text : legend.notes) {
    if (y > at.y)
      y += canvas.dp(4);
    y += draw_text(canvas.cairo, text, style, {at.x, y}, canvas.theme->text_muted).height;
  }
  return y - at.y;
}

double draw_legend(const Drawing& canvas, const Legend& legend, PixelPoint at, double width) {
  double height = draw_legend_key(canvas, legend, at, width);
  if (!legend.notes.empty()) {
    height += canvas.dp(10);
    height += draw_legend_notes(canvas, legend, {at.x, at.y + height}, width);
  }
  return height;
}

PixelBox scale_bar_box(const Drawing& canvas, const ScaleBar& bar, PixelPoint bottom_right) {
  const double height = canvas.dp(kNoteSize * 1.3 + 3 + kBarHeight + 2);
  const double width = bar.length_px + canvas.dp(4);
  return {bottom_right.x - width, bottom_right.y - height, width, height};
}

PixelBox draw_scale_bar(const Drawing& canvas, const ScaleBar& bar, PixelPoint bottom_right) {
  const PixelBox box = scale_bar_box(canvas, bar, bottom_right);
  const double left = box.x + canvas.dp(2), bottom = box.y + box.height - canvas.dp(2);
  const double tick = canvas.dp(kBarHeight);
  for (const bool halo : {true, false}) {
    cairo_new_path(canvas.cairo);
    cairo_move_to(canvas.cairo, left, bottom - tick);
    cairo_line_to(canvas.cairo, left, bottom);
    cairo_line_to(canvas.cairo, left + bar.length_px, bottom);
    cairo_line_to(canvas.cairo, left + bar.length_px, bottom - tick);
    cairo_set_line_width(canvas.cairo, canvas.dp(halo ? 3.2 : 1.4));
    set_colour(canvas.cairo, halo ? canvas.theme->halo : canvas.theme->text);
    cairo_stroke(canvas.cairo);
  }
  Label label;
  label.text = bar.text;
  label.role = TextRole::Note;
  label.size_dp = kNoteSize;
  label.colour = canvas.theme->text;
  label.halo = canvas.theme->halo;
  const double width = measure(canvas, label.text).width;
  label.box = {left + (bar.length_px - width) / 2, box.y, width, 0};
  draw_label(canvas.cairo, label, canvas.scale);
  return box;
}

PixelBox draw_north_arrow(const Drawing& canvas, PixelPoint top_right, const std::string& north) {
  const double width = canvas.dp(14), height = canvas.dp(20);
  TextStyle style = note(canvas);
  style.align = TextAlign::Centre;
  style.bold = true;
  const double x = top_right.x - width / 2;
  const PixelBox text = draw_text(canvas.cairo, north, style, {x, top_right.y}, canvas.theme->text);
  const double top = top_right.y + text.height + canvas.dp(1);
  cairo_new_path(canvas.cairo);
  cairo_move_to(canvas.cairo, x, top);
  cairo_line_to(canvas.cairo, x + width / 2, top + height);
  cairo_line_to(canvas.cairo, x, top + height * 0.76);
  cairo_line_to(canvas.cairo, x - width / 2, top + height);
  cairo_close_path(canvas.cairo);
  set_colour(canvas.cairo, canvas.theme->text);
  cairo_fill(canvas.cairo);
  return {top_right.x - width, top_right.y, width, text.height + canvas.dp(1) + height};
}

namespace {

/// The legend as far as the card may grow: its key always, its notes from the first while there is
/// room.
Legend for_card(const Drawing& hidden, Legend legend, double width, double highest) {
  while (!legend.notes.empty() && draw_legend(hidden, legend, {}, width) > highest)
    legend.notes.pop_back();
  return legend;
}

/// The card in its corner of the view.
PixelBox card_box(const Legend& legend, const View& view, double width, double height,
                  double margin) {
  const double x = legend.corner == Corner::TopRight ? view.width - margin - width : margin;
  const double y = legend.corner == Corner::BottomLeft ? view.height - margin - height
                                                       : margin + legend.inset_dp * view.scale;
  return {x, y, width, height};
}

}  // namespace

std::vector<PixelBox> paint_furniture(cairo_t* cairo, const Composition& composition) {
  std::vector<PixelBox> boxes;
  const Furniture& furniture = composition.furniture;
  const View& view = composition.view;
  Drawing canvas{cairo, &composition.theme, view.scale};
  const double margin = canvas.dp(kCardMargin), padding = canvas.dp(kCardPadding);
  if (!furniture.legend.entries.empty()) {
    const double inner = canvas.dp(kCardWidth) - 2 * padding;
    const Hidden hidden(canvas);
    const Legend legend =
        for_card(hidden.canvas, furniture.legend, inner, view.height * kHighestCard);
    const double height = draw_legend(hidden.canvas, legend, {}, inner) + 2 * padding;
    const PixelBox card = card_box(legend, view, canvas.dp(kCardWidth), height, margin);
    boxes.push_back(card);
    if (cairo) {
      rounded_card(canvas, card);
      draw_legend(canvas, legend, {card.x + padding, card.y + padding}, inner);
    }
  }
  if (furniture.scale_bar.length_px > 0) {
    const PixelPoint corner{view.width - margin, view.height - margin};
    boxes.push_back(scale_bar_box(canvas, furniture.scale_bar, corner));
    if (cairo)
      draw_scale_bar(canvas, furniture.scale_bar, corner);
  }
  return boxes;
}

}  // namespace malimap
