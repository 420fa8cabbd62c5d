#include "app/panels/controls.h"

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"

namespace malimap::ui {

bool begin_choice(const PanelContext& ctx, const std::string& id, const std::string& shown,
                  ImVec2 low, float width) {
  ImGui::SetCursorScreenPos(low);
  ImGui::SetNextItemWidth(width);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ctx.style.dp(6), ctx.style.dp(6)});
  constexpr float kArrow = 40;  // dp, with the space at both ends
  const std::string fitting = fitted(ctx.style.fonts.body, shown, width - ctx.style.dp(kArrow));
  const bool open =
      ImGui::BeginCombo(("##" + id).c_str(), fitting.c_str(),
                        ImGuiComboFlags_HeightLargest | ImGuiComboFlags_NoArrowButton);
  ctx.text.choice_open = ctx.text.choice_open || open;
  if (open)
    return true;
  const ImVec2 item_low = ImGui::GetItemRectMin(), item_high = ImGui::GetItemRectMax();
  if (ImGui::IsItemVisible())
    ctx.widgets.note(id, item_low, item_high);
  const float s = ctx.style.dp(4);
  const ImVec2 m(item_high.x - ctx.style.dp(16), (item_low.y + item_high.y) / 2);
  const ImVec2 points[] = {{m.x - s, m.y - s / 2}, {m.x, m.y + s / 2}, {m.x + s, m.y - s / 2}};
  ImGui::GetWindowDrawList()->AddPolyline(points, 3, ctx.style.colours.muted, 0,
                                          ctx.style.dp(1.5F));
  ImGui::PopStyleVar();
  return false;
}

void end_choice() {
  ImGui::EndCombo();
  ImGui::PopStyleVar();
}

bool choice(const PanelContext& ctx, const std::string& id, const std::string& label, bool current,
            const std::string& told) {
  ImGui::PushFont(current ? ctx.style.fonts.strong : ctx.style.fonts.body);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ctx.style.dp(8), ctx.style.dp(8)});
  const bool clicked = ImGui::Selectable((label + "##" + id).c_str(), current);
  ctx.widgets.note(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  const bool hovered = ImGui::IsItemHovered();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  if (hovered && !told.empty())
    hint(ctx, told);
  return clicked;
}

float button_width(const PanelContext& ctx, const std::string& text) {
  ImFont* font = ctx.style.fonts.body;
  return std::ceil(font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x + ctx.style.dp(28));
}

bool button(const PanelContext& ctx, const std::string& id, const std::string& text, ImVec2 low,
            ImVec2 high, Weight weight, bool enabled) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const Press pressed = press(ctx, id, low, high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float round = std::min(style.dp(6), (high.y - low.y) / 4);
  const bool primary = weight == Weight::Primary && enabled;
  const bool hovered = pressed.hovered && enabled;
  list.AddRectFilled(low, high, primary ? c.accent : hovered ? c.hover : c.panel, round);
  if (primary && hovered)
    list.AddRectFilled(low, high, c.shadow, round);
  if (!primary)
    list.AddRect(low, high, c.hairline, round, 0, style.hairline());
  const ImU32 colour = !enabled ? c.faint : primary ? c.on_accent : c.text;
  const bool small = high.y - low.y < style.dp(26);
  ImFont* font = small ? style.fonts.small : primary ? style.fonts.strong : style.fonts.body;
  text_in(ctx, font, colour, {low.x + style.dp(6), low.y}, {high.x - style.dp(6), high.y}, text,
          Align::Centre);
  return pressed.clicked && enabled;
}

bool tick(const PanelContext& ctx, const std::string& id, const std::string& text, bool ticked,
          ImVec2 low, ImVec2 high) {
  const Press pressed = press(ctx, id, low, high);
  tick_box(ctx, {low.x + ctx.style.dp(7.5F), (low.y + high.y) / 2}, ticked, pressed.hovered);
  text_in(ctx, ctx.style.fonts.body, ctx.style.colours.text, {low.x + ctx.style.dp(24), low.y},
          high, text);
  return pressed.clicked;
}

bool begin_dialog(const PanelContext& ctx, const char* name, bool open, ImVec2 size) {
  if (!open) {
    if (ImGui::IsPopupOpen(name) && ImGui::BeginPopupModal(name)) {
      ImGui::CloseCurrentPopup();
      ImGui::EndPopup();
    }
    return false;
  }
  const Style& style = ctx.style;
  if (!ImGui::IsPopupOpen(name))
    ImGui::OpenPopup(name);
  const ImVec2 whole = ImGui::GetIO().DisplaySize;
  const float margin = style.dp(32);
  const ImVec2 card(std::floor(std::min(style.dp(size.x), whole.x - margin)),
                    std::floor(std::min(style.dp(size.y), whole.y - margin)));
  const ImVec2 low(std::floor((whole.x - card.x) / 2), std::floor((whole.y - card.y) / 2));
  ImGui::SetNextWindowPos(low);
  ImGui::SetNextWindowSize(card);
  ImGui::PushFont(style.fonts.body);
  if (!ImGui::BeginPopupModal(name, nullptr,
                              ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                  ImGuiWindowFlags_NoScrollWithMouse)) {
    ImGui::PopFont();
    return false;
  }
  // The veil at once, where ImGui's own would fade in over frames that nobody draws.
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 high(low.x + card.x, low.y + card.y);
  list.PushClipRectFullScreen();
  list.AddRectFilled({0, 0}, whole, style.colours.veil);
  list.AddRectFilled(low, high, style.colours.panel, style.dp(10));
  list.AddRect(low, high, style.colours.hairline, style.dp(10), 0, style.hairline());
  list.PopClipRect();
  return true;
}

void end_dialog() {
  ImGui::EndPopup();
  ImGui::PopFont();
}

}  // namespace malimap::ui
