#include "geo/output/text.h"

#include <pango/pangocairo.h>

#include <bit>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "geo/output/canvas.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

constexpr std::size_t kKeptTexts = 20000;  // then the memory starts again

/// A text as it is set; asked for without a copy of it, thousands of times a frame.
template <class Text>
struct Setting {
  Text text;
  double size_px, width_px;
  int look;  // role, alignment, weight and slant
};

template <class Text>
Setting<Text> setting_of(const Text& text, const TextStyle& style) {
  const int switches = (style.bold ? 1 : 0) + (style.italic ? 2 : 0);
  return {text, style.size_px, style.width_px,
          (static_cast<int>(style.role) * 8 + static_cast<int>(style.align)) * 4 + switches};
}

struct HashSetting {
  using is_transparent = void;
  template <class Text>
  std::size_t operator()(const Setting<Text>& setting) const {
    const auto mixed = [](std::size_t hash, std::size_t value) {
      return (hash ^ value) * 0x9E3779B97F4A7C15ULL;
    };
    std::size_t hash = std::hash<std::string_view>{}(setting.text);
    hash = mixed(hash, std::bit_cast<std::uint64_t>(setting.size_px));
    hash = mixed(hash, std::bit_cast<std::uint64_t>(setting.width_px));
    hash = mixed(hash, static_cast<std::size_t>(setting.look));
    return hash ^ hash >> 29;
  }
};

struct SameSetting {
  using is_transparent = void;
  template <class A, class B>
  bool operator()(const Setting<A>& a, const Setting<B>& b) const {
    return a.size_px == b.size_px && a.width_px == b.width_px && a.look == b.look &&
           std::string_view(a.text) == std::string_view(b.text);
  }
};

/// Measures a text once. Pages are laid out several times, and shown again with the same words.
class Measurer {
 public:
  PixelBox operator()(const std::string& text, const TextStyle& style) {
    if (!context_)
      context_ = text_context();
    const guint serial = pango_font_map_get_serial(pango_context_get_font_map(context_.get()));
    if (kept_.size() > kKeptTexts || serial != serial_)
      kept_.clear();  // new fonts: other sizes
    serial_ = serial;
    const auto asked = setting_of(std::string_view(text), style);
    if (const auto found = kept_.find(asked); found != kept_.end())
      return found->second;
    const PixelBox size = size_of(make_layout(context_.get(), text, style).get());
    kept_.emplace(setting_of(text, style), size);
    return size;
  }

 private:
  PangoContextHandle context_;  // made by the thread that asks first: it shares that one's fonts
  guint serial_ = 0;
  std::unordered_map<Setting<std::string>, PixelBox, HashSetting, SameSetting> kept_;
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
