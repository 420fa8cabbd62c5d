#include "geo/output/display_list.h"

#include <pango/pangocairo.h>

namespace malimap {
namespace {

struct FreeIterator {
  void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

double px(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

}  // namespace

void DisplayList::begin_frame(const PixelBox& box) {
  operations_.emplace_back(Frame{box});
}
void DisplayList::end_frame() {
  operations_.emplace_back(FrameEnd{});
}
void DisplayList::shape(const Path& path, const Ink& ink, const ShapeName&) {
  operations_.emplace_back(Shape{path, ink});
}
void DisplayList::rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                            const ShapeName&) {
  operations_.emplace_back(Rectangle{box, ink, corner_radius});
}
void DisplayList::circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName&) {
  operations_.emplace_back(Circle{centre, radius, ink});
}

void DisplayList::text(const PlacedText& text, const ShapeName&) {
  if (!context_)
    context_ = text_context();
  const auto layout = make_layout(context_.get(), text.text, text.style);
  operations_.emplace_back(
      Text{runs_of(layout.get(), text.at), text.colour, text.halo, text.halo_width});
}

std::vector<DisplayList::Run> DisplayList::runs_of(PangoLayout* layout, PixelPoint at) {
  std::vector<Run> runs;
  const std::unique_ptr<PangoLayoutIter, FreeIterator> place(pango_layout_get_iter(layout));
  do {
    const PangoGlyphItem* item = pango_layout_iter_get_run_readonly(place.get());
    if (!item)
      continue;  // the end of a line
    PangoRectangle box;
    pango_layout_iter_get_run_extents(place.get(), nullptr, &box);
    double x = at.x + px(box.x);
    const double y = at.y + px(pango_layout_iter_get_baseline(place.get()));
    Run run;
    run.font.reset(cairo_scaled_font_reference(
        pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item->item->analysis.font))));
    for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
      const PangoGlyphInfo& glyph = item->glyphs->glyphs[i];
      if (glyph.glyph != PANGO_GLYPH_EMPTY && !(glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG))
        run.glyphs.push_back(
            {glyph.glyph, x + px(glyph.geometry.x_offset), y + px(glyph.geometry.y_offset)});
      x += px(glyph.geometry.width);
    }
    runs.push_back(std::move(run));
  } while (pango_layout_iter_next_run(place.get()));
  return runs;
}

void DisplayList::play_text(cairo_t* cairo, const Text& text) {
  if (text.halo && text.halo_width > 0) {
    cairo_new_path(cairo);
    for (const Run& run : text.runs) {
      cairo_set_scaled_font(cairo, run.font.get());
      cairo_glyph_path(cairo, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
    }
    set_colour(cairo, *text.halo);
    cairo_set_line_width(cairo, text.halo_width);
    cairo_stroke(cairo);
  }
  set_colour(cairo, text.colour);
  for (const Run& run : text.runs) {
    cairo_set_scaled_font(cairo, run.font.get());
    cairo_show_glyphs(cairo, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
  }
}

void DisplayList::play(cairo_t* cairo) const {
  CairoCanvas canvas(cairo);
  for (const Operation& operation : operations_) {
    if (const auto* shape = std::get_if<Shape>(&operation))
      canvas.shape(shape->path, shape->ink, {});
    else if (const auto* text = std::get_if<Text>(&operation))
      play_text(cairo, *text);
    else if (const auto* rectangle = std::get_if<Rectangle>(&operation))
      canvas.rectangle(rectangle->box, rectangle->ink, rectangle->corner_radius, {});
    else if (const auto* circle = std::get_if<Circle>(&operation))
      canvas.circle(circle->centre, circle->radius, circle->ink, {});
    else if (const auto* frame = std::get_if<Frame>(&operation))
      canvas.begin_frame(frame->box);
    else
      canvas.end_frame();
  }
}

}  // namespace malimap
