#pragma once
// Figures that explain themselves: underlined under the pointer, pressed they open the tab that
// says where they come from.

#include <string>

#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::ui {

/// Where a figure stands and how it looks; the box is as wide as it may be, the text as it is.
struct FigureSpot {
  ImVec2 low, high;
  ImFont* font = nullptr;
  ImU32 colour = 0;
  Align align = Align::Left;
  std::string hint = {};  // before the invitation; may be empty
};

/// The widget is "figure." + id; the keyboard reaches it too.
void figure(const PanelContext& ctx, Actions& actions, const std::string& id,
            const std::string& text, const FigureRef& ref, const FigureSpot& spot);

/// Of a zone, or of the whole with an empty code.
[[nodiscard]] FigureRef figure_of(const std::string& zone, Measure measure);
[[nodiscard]] FigureRef figure_of(const std::string& zone, Measure measure, Dimension dimension,
                                  const std::optional<std::string>& value);

}  // namespace malimap::ui
