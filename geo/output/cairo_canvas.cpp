#include "geo/output/cairo_canvas.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "geo/output/page.h"
#include "geo/output/path_lines.h"

namespace malimap {
namespace {

/// The current path as rings, curves replaced by lines.
std::vector<PathLine> rings_of(cairo_t* cairo) {
  std::vector<PathLine> rings;
  cairo_path_t* path = cairo_copy_path_flat(cairo);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    const cairo_path_data_t* element = &path->data[i];
    if (element->header.type == CAIRO_PATH_MOVE_TO)
      rings.emplace_back();
    if (element->header.type != CAIRO_PATH_CLOSE_PATH && !rings.empty())
      rings.back().points.push_back({element[1].point.x, element[1].point.y});
  }
  cairo_path_destroy(path);
  return rings;
}

/// Lines that end at the shape's edges: no pattern, which shows seams, and no clipping.
void hatch_path(cairo_t* cairo, const Hatch& hatch) {
  const std::vector<PixelSegment> lines = hatch_within(hatch, rings_of(cairo));
  cairo_path_t* outline = cairo_copy_path(cairo);
  cairo_new_path(cairo);
  for (const PixelSegment& line : lines) {
    cairo_move_to(cairo, line.from.x, line.from.y);
    cairo_line_to(cairo, line.to.x, line.to.y);
  }
  set_colour(cairo, hatch.line);
  cairo_set_line_width(cairo, hatch.width);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
  cairo_stroke(cairo);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_append_path(cairo, outline);
  cairo_path_destroy(outline);
}

void add_rounded(cairo_t* cairo, const PixelBox& box, double radius) {
  const double r = std::min({radius, box.width / 2, box.height / 2}), half = std::numbers::pi / 2;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, box.x + box.width - r, box.y + r, r, -half, 0);
  cairo_arc(cairo, box.x + box.width - r, box.y + box.height - r, r, 0, half);
  cairo_arc(cairo, box.x + r, box.y + box.height - r, r, half, 2 * half);
  cairo_arc(cairo, box.x + r, box.y + r, r, 2 * half, 3 * half);
  cairo_close_path(cairo);
}

}  // namespace

void add_path(cairo_t* cairo, const Path& path) {
  for (const Path::Element& element : path.elements())
    switch (element.verb) {
      case Path::Verb::Move:
        cairo_move_to(cairo, element.to.x, element.to.y);
        break;
      case Path::Verb::Line:
        cairo_line_to(cairo, element.to.x, element.to.y);
        break;
      case Path::Verb::Curve:
        cairo_curve_to(cairo, element.a.x, element.a.y, element.b.x, element.b.y, element.to.x,
                       element.to.y);
        break;
      case Path::Verb::Close:
        cairo_close_path(cairo);
        break;
    }
}

void apply_ink(cairo_t* cairo, const Ink& ink) {
  if (ink.fill) {
    set_colour(cairo, *ink.fill);
    cairo_fill_preserve(cairo);
  }
  if (ink.hatch)
    hatch_path(cairo, *ink.hatch);
  if (ink.stroke && ink.stroke->width > 0) {
    set_colour(cairo, ink.stroke->colour);
    cairo_set_line_width(cairo, ink.stroke->width);
    cairo_set_dash(cairo, ink.stroke->dashes.data(), static_cast<int>(ink.stroke->dashes.size()),
                   0);
    cairo_stroke_preserve(cairo);
    cairo_set_dash(cairo, nullptr, 0, 0);
  }
  cairo_new_path(cairo);
}

CairoCanvas::CairoCanvas(cairo_t* cairo) : cairo_(cairo) {
  cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
}

void CairoCanvas::begin_frame(const PixelBox& box) {
  cairo_save(cairo_);
  cairo_new_path(cairo_);
  cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
  cairo_clip(cairo_);
  cairo_translate(cairo_, box.x, box.y);
}

void CairoCanvas::end_frame() {
  cairo_restore(cairo_);
}

void CairoCanvas::shape(const Path& path, const Ink& ink, const ShapeName&) {
  cairo_new_path(cairo_);
  add_path(cairo_, path);
  apply_ink(cairo_, ink);
}

void CairoCanvas::rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                            const ShapeName&) {
  cairo_new_path(cairo_);
  if (corner_radius > 0) {
    add_rounded(cairo_, box, corner_radius);
  } else {
    cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_MITER);
  }
  apply_ink(cairo_, ink);
  cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
}

void CairoCanvas::circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName&) {
  cairo_new_path(cairo_);
  cairo_arc(cairo_, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  apply_ink(cairo_, ink);
}

void CairoCanvas::text(const PlacedText& text, const ShapeName&) {
  if (!context_)
    context_ = text_context();
  const auto layout = make_layout(context_.get(), text.text, text.style);
  if (text.halo && text.halo_width > 0) {
    cairo_new_path(cairo_);
    cairo_move_to(cairo_, text.at.x, text.at.y);
    pango_cairo_layout_path(cairo_, layout.get());
    set_colour(cairo_, *text.halo);
    cairo_set_line_width(cairo_, text.halo_width);
    cairo_stroke(cairo_);
  }
  set_colour(cairo_, text.colour);
  cairo_move_to(cairo_, text.at.x, text.at.y);
  pango_cairo_show_layout(cairo_, layout.get());
  cairo_new_path(cairo_);
}

std::unique_ptr<Canvas> make_cairo_canvas(cairo_t* cairo) {
  return std::make_unique<CairoCanvas>(cairo);
}

}  // namespace malimap
