#include "geo/output/furniture.h"

#include <cmath>

#include "geo/map/style.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kCardWidth = 232, kCardPadding = 12, kCardMargin = 12;  // dp
constexpr double kBarHeight = 4;
constexpr double kHighestCard = 0.55;  // of the view's height

/// The legend as far as the card may grow: its key always, its notes from the first while there is
/// room.
Legend for_card(const Drawing& drawing, Legend legend, double width, double highest) {
  NullCanvas nowhere;
  FurnitureBoxes unused;
  Drawing hidden = drawing;
  hidden.canvas = &nowhere;
  hidden.window = &unused;
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

PixelBox legend_card(const Drawing& d, const Composition& composition) {
  const View& view = composition.view;
  const double margin = d.dp(kCardMargin), padding = d.dp(kCardPadding);
  const double inner = d.dp(kCardWidth) - 2 * padding;
  const Legend legend =
      for_card(d, composition.furniture.legend, inner, view.height * kHighestCard);
  NullCanvas nowhere;
  FurnitureBoxes unused;
  Drawing hidden = d;
  hidden.canvas = &nowhere;
  hidden.window = &unused;
  const double height = draw_legend(hidden, legend, {}, inner) + 2 * padding;
  const PixelBox card = card_box(legend, view, d.dp(kCardWidth), height, margin);
  d.canvas->begin_group({"legend", ""});
  d.canvas->rectangle(card, filled(d.theme->panel, {d.theme->panel_line, d.dp(1), {}}), d.dp(6));
  draw_legend(d, legend, {card.x + padding, card.y + padding}, inner);
  d.canvas->end_group();
  return card;
}

FurnitureBoxes paint(Canvas& canvas, const Composition& composition) {
  FurnitureBoxes found;
  const Furniture& furniture = composition.furniture;
  const View& view = composition.view;
  const Drawing d{&canvas, &composition.theme, view.scale, &found};
  if (has_key(furniture.legend)) {
    const PixelBox card = legend_card(d, composition);
    found.boxes.push_back(card);
  }
  if (furniture.scale_bar.length_px > 0) {
    const double margin = d.dp(kCardMargin);
    found.boxes.push_back(
        draw_scale_bar(d, furniture.scale_bar, {view.width - margin, view.height - margin}));
  }
  return found;
}

}  // namespace

void draw_line(const Drawing& d, PixelPoint from, PixelPoint to, Colour colour, double width_dp) {
  Path path;
  path.move_to(from);
  path.line_to(to);
  d.canvas->shape(path, lined({colour, d.dp(width_dp), {}}));
}

PixelBox scale_bar_box(const Drawing& d, const ScaleBar& bar, PixelPoint bottom_right) {
  const double height = d.dp(kNoteSize * 1.3 + 3 + kBarHeight + 2);
  const double width = bar.length_px + d.dp(4);
  return {bottom_right.x - width, bottom_right.y - height, width, height};
}

PixelBox draw_scale_bar(const Drawing& d, const ScaleBar& bar, PixelPoint bottom_right) {
  const PixelBox box = scale_bar_box(d, bar, bottom_right);
  const double left = box.x + d.dp(2), bottom = box.y + box.height - d.dp(2);
  const double tick = d.dp(kBarHeight);
  d.canvas->begin_group({"scale-bar", ""});
  Path path;
  path.move_to({left, bottom - tick});
  path.line_to({left, bottom});
  path.line_to({left + bar.length_px, bottom});
  path.line_to({left + bar.length_px, bottom - tick});
  d.canvas->shape(path, lined({d.theme->halo, d.dp(3.2), {}}));
  d.canvas->shape(path, lined({d.theme->text, d.dp(1.4), {}}));
  Label label;
  label.text = bar.text;
  label.role = TextRole::Note;
  label.size_dp = kNoteSize;
  label.colour = d.theme->text;
  label.halo = d.theme->halo;
  const double width = text_size(label.text, d.note()).width;
  label.box = {left + (bar.length_px - width) / 2, box.y, width, 0};
  put_label(*d.canvas, label, d.scale);
  d.canvas->end_group();
  return box;
}

PixelBox draw_north_arrow(const Drawing& d, PixelPoint top_right, const std::string& north,
                          double turn) {
  const double width = d.dp(14), height = d.dp(20);
  TextStyle style = d.note();
  style.align = TextAlign::Centre;
  style.bold = true;
  const double x = top_right.x - width / 2;
  d.canvas->begin_group({"north-arrow", ""});
  const PixelBox text = put_text(*d.canvas, north, style, {x, top_right.y}, d.theme->text);
  const double top = top_right.y + text.height + d.dp(1);
  const PixelPoint middle{x, top + height / 2};
  const auto turned = [&](double dx, double dy) -> PixelPoint {
    return {middle.x + dx * std::cos(turn) - dy * std::sin(turn),
            middle.y + dx * std::sin(turn) + dy * std::cos(turn)};
  };
  Path path;
  path.move_to(turned(0, -height / 2));
  path.line_to(turned(width / 2, height / 2));
  path.line_to(turned(0, height * 0.26));
  path.line_to(turned(-width / 2, height / 2));
  path.close();
  d.canvas->shape(path, filled(d.theme->text));
  d.canvas->end_group();
  return {top_right.x - width, top_right.y, width, text.height + d.dp(1) + height};
}

std::vector<PixelBox> paint_furniture(Canvas& canvas, const Composition& composition) {
  return paint(canvas, composition).boxes;
}

std::vector<PixelBox> paint_furniture(cairo_t* cairo, const Composition& composition) {
  if (!cairo)
    return furniture_boxes(composition).boxes;
  return paint_furniture(*make_cairo_canvas(cairo), composition);
}

FurnitureBoxes furniture_boxes(const Composition& composition) {
  NullCanvas nowhere;
  return paint(nowhere, composition);
}

}  // namespace malimap
