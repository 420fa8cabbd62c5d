#include "app/panels/facet_row.h"

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"

namespace malimap::ui {
namespace {

float width_of(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
}

// A box with a stroke through it: left out.
void crossed_box(const PanelContext& ctx, ImVec2 middle) {
  const float half = std::floor(ctx.style.dp(7));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& c = ctx.style.colours;
  list.AddRectFilled({middle.x - half, middle.y - half}, {middle.x + half, middle.y + half},
                     c.danger, ctx.style.dp(3.5F));
  const float arm = half * 0.5F;
  list.AddLine({middle.x - arm, middle.y}, {middle.x + arm + 1, middle.y}, c.on_accent,
               ctx.style.dp(1.8F));
}

// A word to press, right-aligned at `right`; its left edge.
float word(const PanelContext& ctx, const std::string& id, const std::string& text, float right,
           float top, float bottom, bool& clicked, bool& has_keys) {
  ImFont* font = ctx.style.fonts.small;
  const float low = right - width_of(font, text) - ctx.style.dp(8);
  const Press pressed = press(ctx, id, {low, top}, {right, bottom});
  has_keys = has_keys || ImGui::IsItemFocused();
  text_in(ctx, font, ctx.style.colours.accent, {low + ctx.style.dp(4), top}, {right + 1, bottom},
          text);
  clicked = pressed.clicked;
  return low;
}

void draw_label(const PanelContext& ctx, const FacetRow& row, ImVec2 low, float right, float bottom,
                bool near) {
  const Style& style = ctx.style;
  const ImVec2 middle(low.x + style.dp(7.5F), (low.y + bottom) / 2);
  if (row.taken == Taken::Excluded)
    crossed_box(ctx, middle);
  else
    tick_box(ctx, middle, row.taken == Taken::Yes, near);
  const float x = low.x + style.dp(24);
  ImFont* font = row.taken == Taken::Yes ? style.fonts.strong : style.fonts.body;
  const bool quiet = row.faint || row.taken == Taken::Excluded;
  const ImU32 colour = quiet ? style.colours.muted : style.colours.text;
  text_in(ctx, font, row.faint ? style.colours.faint : colour, {x, low.y},
          {right - style.dp(4), bottom}, row.label);
  if (row.taken == Taken::Excluded) {
    const float end = std::min(right - style.dp(4), x + width_of(font, row.label));
    ImGui::GetWindowDrawList()->AddLine({x, middle.y + 1}, {end, middle.y + 1}, colour,
                                        style.hairline());
  }
}

}  // namespace

FacetClick facet_row(const PanelContext& ctx, const FacetRow& row, float left, float right) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const float top = ImGui::GetCursorScreenPos().y, bottom = top + style.dp(kFacetRowHeight);
  const ImVec2 low(left - style.dp(8), top), high(right + style.dp(8), bottom);
  if (!ImGui::IsRectVisible(low, high)) {
    ImGui::SetCursorScreenPos({left, bottom});
    return FacetClick::None;
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool near = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                    mouse.x >= low.x && mouse.x < high.x && mouse.y >= top && mouse.y < bottom;
  std::string& with_keys = ctx.text.filters.row_with_keys;
  const bool offers = near || with_keys == row.id;
  bool has_keys = false, only = false, except = false;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (near)
    list.AddRectFilled(low, high, c.hover, style.dp(4));
  if (row.part > 0) {
    const float inset = style.dp(3);
    const float width = (high.x - low.x) * static_cast<float>(std::min(1.0, row.part));
    list.AddRectFilled({low.x, top + inset}, {low.x + width, bottom - inset},
                       row.taken == Taken::Yes ? c.bar_selected : c.bar, style.dp(3));
  }
  const float value_width = std::max(width_of(style.fonts.body, row.value), style.dp(24));
  float end = right - value_width - style.dp(8);
  if (offers) {
    end = word(ctx, row.id + ".except", ctx.tr("except"), end, top, bottom, except, has_keys);
    end = word(ctx, row.id + ".only", ctx.tr("only"), end, top, bottom, only, has_keys);
  }
  const Press pressed = press(ctx, row.id, low, {end, bottom});
  has_keys = has_keys || ImGui::IsItemFocused();
  const bool value = value_at_right(ctx, row.id + ".value", row.value, {right - value_width, top},
                                    high, row.faint ? c.faint : c.muted, row.hint);
  if (pressed.hovered)
    hint(ctx, row.hint);
  draw_label(ctx, row, {left, top}, end, bottom, near);
  ImGui::SetCursorScreenPos({left, bottom});
  if (has_keys && ImGui::GetIO().NavVisible)
    with_keys = row.id;
  else if (with_keys == row.id)
    with_keys.clear();
  if (only || except)
    return only ? FacetClick::Only : FacetClick::Except;
  if (value)
    return FacetClick::Value;
  return pressed.clicked ? FacetClick::Toggle : FacetClick::None;
}

}  // namespace malimap::ui
