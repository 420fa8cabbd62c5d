#include "geo/output/text.h"

#include <pango/pangocairo.h>

#include <unordered_map>

#include "geo/output/layout.h"

namespace malimap {
namespace {

constexpr double kHaloWidth = 2.4;         // dp, the whole line: half of it shows
constexpr std::size_t kKeptTexts = 20000;  // then the memory starts again

struct Measurer {
  PangoContextHandle context = text_context();
  std::unordered_map<std::string, PixelBox> kept;

  PixelBox operator()(const std::string& text, const TextStyle& style) {
    std::string key = text;
    key.push_back('\0');
    key += std::to_string(static_cast<int>(style.role)) + (style.bold ? "b" : "r") +
           (style.italic ? "i" : "u") + std::to_string(style.size_px);
    if (const auto found = kept.find(key); found != kept.end())
      return found->second;
    if (kept.size() > kKeptTexts)
      kept.clear();
    const PixelBox box = size_of(make_layout(context.get(), text, style).get());
    kept.emplace(std::move(key), box);
    return box;
  }
};

}  // namespace

MeasureText pango_measure() {
  return [measurer = std::make_shared<Measurer>()](const std::string& text, TextRole role,
                                                   double size_dp, bool bold, bool italic,
                                                   double scale) {
    return (*measurer)(text, {role, size_dp * scale, bold, italic});
  };
}

void draw_label(cairo_t* cairo, const Label& label, double scale) {
  const auto context = text_context();
  const auto layout = make_layout(
      context.get(), label.text,
      {label.role, label.size_dp * scale, label.bold, label.italic, 0, TextAlign::Centre});
  cairo_save(cairo);
  cairo_translate(cairo, label.box.x, label.box.y);
  if (label.halo.a > 0) {
    cairo_new_path(cairo);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_layout_path(cairo, layout.get());
    set_colour(cairo, label.halo);
    cairo_set_line_width(cairo, kHaloWidth * scale);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cairo);
  }
  set_colour(cairo, label.colour);
  cairo_move_to(cairo, 0, 0);
  pango_cairo_show_layout(cairo, layout.get());
  cairo_restore(cairo);
}

}  // namespace malimap
