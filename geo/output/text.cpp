#include "geo/output/text.h"

#include <pango/pangocairo.h>

#include <unordered_map>

#include "geo/output/canvas.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

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

PixelBox text_size(const std::string& text, const TextStyle& style) {
  const auto context = text_context();
  return size_of(make_layout(context.get(), text, style).get());
}

void draw_label(cairo_t* cairo, const Label& label, double scale) {
  put_label(*make_cairo_canvas(cairo), label, scale);
}

}  // namespace malimap
