#pragma once
// How the interface looks: colours, three sizes of one family, an 8 dp grid. Lengths are dp and
// multiplied once, by dp().

#include <imgui.h>

#include "geo/map/composition.h"
#include "geo/map/scene.h"

namespace malimap {

/// One family in three sizes; figures are all of one width in every one of them.
struct Fonts {
  ImFont* small = nullptr;  // captions, counts
  ImFont* body = nullptr;
  ImFont* strong = nullptr;  // semi-bold
  ImFont* title = nullptr;   // semi-bold
};
/// Of the em, dp.
inline constexpr float kSmallSize = 11.5F, kBodySize = 13, kTitleSize = 18;

struct UiColours {
  ImU32 panel, raised, hairline, text, muted, faint, hover, pressed, accent, accent_soft, on_accent,
      bar, bar_selected, notice, notice_line, warning, danger, shadow, veil;
};
[[nodiscard]] const UiColours& ui_colours(ThemeName theme);

struct Style {
  Fonts fonts;
  UiColours colours{};
  float scale = 1;  // px per dp
  [[nodiscard]] float dp(float length) const { return length * scale; }
  /// A hairline is one pixel or more, on whole pixels.
  [[nodiscard]] float hairline() const {
    return scale < 1.5F ? 1.0F : static_cast<float>(static_cast<int>(scale));
  }
};

/// Makes ImGui's own widgets (menus of choices, text fields, scroll bars) look the same.
void apply_style(const Style& style);

[[nodiscard]] ImU32 to_imgui(Colour colour);

}  // namespace malimap
