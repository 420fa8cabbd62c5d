#include "app/panels/figure_text.h"

#include <algorithm>
#include <cmath>

namespace malimap::ui {

void figure(const PanelContext& ctx, Actions& actions, const std::string& id,
            const std::string& text, const FigureRef& ref, const FigureSpot& spot) {
  const std::string shown = fitted(spot.font, text, spot.high.x - spot.low.x);
  const float width = spot.font->CalcTextSizeA(spot.font->FontSize, 1e6F, 0, shown.c_str()).x;
  float x = spot.low.x;
  if (spot.align == Align::Right)
    x = spot.high.x - width;
  else if (spot.align == Align::Centre)
    x = (spot.low.x + spot.high.x - width) / 2;
  const ImVec2 cursor = ImGui::GetCursorScreenPos();
  const Press pressed = press(ctx, "figure." + id, {x, spot.low.y}, {x + width, spot.high.y});
  ImGui::SetCursorScreenPos(cursor);
  const ImU32 colour = pressed.hovered ? ctx.style.colours.accent : spot.colour;
  text_in(ctx, spot.font, colour, spot.low, {spot.high.x + 1, spot.high.y}, shown, spot.align);
  if (pressed.hovered) {
    const float y =
        std::floor((spot.low.y + spot.high.y + spot.font->FontSize) / 2 + ctx.style.dp(1));
    ImGui::GetWindowDrawList()->AddLine({x, y}, {x + width, y}, colour, ctx.style.hairline());
    const std::string invitation = ctx.tr("Where does this figure come from? Click.");
    hint(ctx, spot.hint.empty() ? invitation : spot.hint + "\n" + invitation);
  }
  if (pressed.clicked)
    actions.push_back(action::ExplainFigure{ref});
}

FigureRef figure_of(const std::string& zone, Measure measure) {
  FigureRef ref;
  ref.where = zone.empty() ? FigureRef::Where::Total : FigureRef::Where::Zone;
  ref.zone = zone;
  ref.measure = measure;
  return ref;
}

FigureRef figure_of(const std::string& zone, Measure measure, Dimension dimension,
                    const std::optional<std::string>& value) {
  FigureRef ref = figure_of(zone, measure);
  ref.value = {dimension, value.value_or("")};
  return ref;
}

}  // namespace malimap::ui
