#include "geo/output/text.h"

#include <pango/pangocairo.h>

#include <unordered_map>

#include "geo/output/canvas.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

constexpr std::size_t kKeptTexts = 20000;  // then the memory starts again

std::string key_of(const std::string& text, const TextStyle& style) {
  std::string key = text;
  const auto add = [&](const auto& value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  add(style.size_px);
  add(style.width_px);
  const int switches = (style.bold ? 1 : 0) + (style.italic ? 2 : 0);
  for (const int part : {static_cast<int>(style.role), static_cast<int>(style.align), switches})
    key.push_back(static_cast<char>(part));
  return key;
}

/// Measures a text once. Pages are laid out several times, and shown again with the same words.
class Measurer {
 public:
  PixelBox operator()(const std::string& text, const TextStyle& style) {
    const guint serial = pango_font_map_get_serial(pango_context_get_font_map(context_.get()));
    if (kept_.size() > kKeptTexts || serial != serial_)
      kept_.clear();  // new fonts: other sizes
    serial_ = serial;
    const auto [place, fresh] = kept_.try_emplace(key_of(text, style));
    if (fresh)
      place->second = size_of(make_layout(context_.get(), text, style).get());
    return place->second;
  }

 private:
  PangoContextHandle context_ = text_context();
  guint serial_ = 0;
  std::unordered_map<std::string, PixelBox> kept_;
};

/// One a thread, as Pango's own map of fonts.
Measurer& measurer() {
  thread_local Measurer kept;
  return kept;
}

}  // namespace

MeasureText pango_measure() {
  return
      [kept = std::make_shared<Measurer>()](const std::string& text, TextRole role, double size_dp,
                                            bool bold, bool italic, double scale) {
        return (*kept)(text, {role, size_dp * scale, bold, italic});
      };
}

MeasureText page_measure() {
  return [](const std::string& text, TextRole role, double size_dp, bool bold, bool italic,
            double scale) {
    return text_size(text, {role, size_dp * scale, bold, italic});
  };
}

PixelBox text_size(const std::string& text, const TextStyle& style) {
  return measurer()(text, style);
}

void draw_label(cairo_t* cairo, const Label& label, double scale) {
  put_label(*make_cairo_canvas(cairo), label, scale);
}

}  // namespace malimap
