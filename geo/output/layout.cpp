#include "geo/output/layout.h"

#include <pango/pangocairo.h>

#include <cmath>

namespace malimap {
namespace {

constexpr char kFamily[] = "Inter, Noto Sans, sans-serif";
constexpr double kSpacedCapitals = 0.09;  // of the size, between the letters of a neighbour's name

struct FreeDescription {
  void operator()(PangoFontDescription* description) const {
    pango_font_description_free(description);
  }
};
struct FreeAttributes {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct FreeFontOptions {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

bool has_figures(TextRole role) {
  return role == TextRole::Legend;
}

PangoAlignment pango_alignment(TextAlign align) {
  return align == TextAlign::Left     ? PANGO_ALIGN_LEFT
         : align == TextAlign::Centre ? PANGO_ALIGN_CENTER
                                      : PANGO_ALIGN_RIGHT;
}

void set_attributes(PangoLayout* layout, const TextStyle& style) {
  const std::unique_ptr<PangoAttrList, FreeAttributes> list(pango_attr_list_new());
  if (style.role == TextRole::NeighbourName)
    pango_attr_list_insert(list.get(), pango_attr_letter_spacing_new(static_cast<int>(std::lround(
                                           kSpacedCapitals * style.size_px * PANGO_SCALE))));
  if (has_figures(style.role))
    pango_attr_list_insert(list.get(), pango_attr_font_features_new("tnum=1"));
  pango_layout_set_attributes(layout, list.get());
}

}  // namespace

void FreeObject::operator()(void* object) const {
  g_object_unref(object);
}

PangoContextHandle text_context() {
  PangoContextHandle context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  const std::unique_ptr<cairo_font_options_t, FreeFontOptions> options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options.get());
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

PangoLayoutHandle make_layout(PangoContext* context, const std::string& text,
                              const TextStyle& style) {
  PangoLayoutHandle layout(pango_layout_new(context));
  const std::unique_ptr<PangoFontDescription, FreeDescription> font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFamily);
  pango_font_description_set_absolute_size(font.get(), style.size_px * PANGO_SCALE);
  pango_font_description_set_weight(font.get(),
                                    style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font.get(),
                                   style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description(layout.get(), font.get());
  set_attributes(layout.get(), style);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  pango_layout_set_alignment(layout.get(), pango_alignment(style.align));
  if (style.width_px > 0) {
    pango_layout_set_width(layout.get(),
                           static_cast<int>(std::lround(style.width_px * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  return layout;
}

PixelBox size_of(PangoLayout* layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  return {0, 0, static_cast<double>(logical.width) / PANGO_SCALE,
          static_cast<double>(logical.height) / PANGO_SCALE};
}

void set_colour(cairo_t* cairo, Colour colour) {
  cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0,
                        colour.a / 255.0);
}

PixelBox draw_text(cairo_t* cairo, const std::string& text, const TextStyle& style, PixelPoint at,
                   Colour colour) {
  const auto context = text_context();
  const auto layout = make_layout(context.get(), text, style);
  const PixelBox size = size_of(layout.get());
  double x = at.x;
  if (style.width_px <= 0 && style.align != TextAlign::Left)
    x -= style.align == TextAlign::Right ? size.width : size.width / 2;
  set_colour(cairo, colour);
  cairo_move_to(cairo, x, at.y);
  pango_cairo_show_layout(cairo, layout.get());
  return {x, at.y, size.width, size.height};
}

}  // namespace malimap
