#include "app/panels/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace malimap {

void WidgetLog::note(const std::string& id, ImVec2 low, ImVec2 high) {
  if (!wanted)
    return;
  const ImDrawList& here = *ImGui::GetWindowDrawList();
  const ImVec2 seen_low = here.GetClipRectMin(), seen_high = here.GetClipRectMax();
  const ImVec2 middle = {(low.x + high.x) / 2, (low.y + high.y) / 2};
  if (middle.x >= seen_low.x && middle.x < seen_high.x && middle.y >= seen_low.y &&
      middle.y < seen_high.y)
    boxes.emplace_back(id, PixelBox{low.x, low.y, high.x - low.x, high.y - low.y});
}

namespace ui {
namespace {

constexpr float kPadding = 16;  // dp, of a panel's content

ImVec2 floor_of(ImVec2 p) {
  return {std::floor(p.x), std::floor(p.y)};
}

// The panel's usable width from the cursor on.
float inner_width(const PanelContext& ctx) {
  return ImGui::GetWindowWidth() - 2 * ctx.style.dp(kPadding);
}

ImVec2 row_start(const PanelContext& ctx) {
  return {ImGui::GetWindowPos().x + ctx.style.dp(kPadding), ImGui::GetCursorScreenPos().y};
}

float width_of(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str(), text.c_str() + text.size()).x;
}

}  // namespace

bool begin_panel(const PanelContext& ctx, const char* name, const PixelBox& box, bool scrolls,
                 Ground ground) {
  if (box.width < 1 || box.height < 1)
    return false;
  ImGui::SetNextWindowPos({static_cast<float>(box.x), static_cast<float>(box.y)});
  ImGui::SetNextWindowSize({static_cast<float>(box.width), static_cast<float>(box.height)});
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                           ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                           ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (ground != Ground::Card)
    flags |= ImGuiWindowFlags_NoBackground;
  if (!scrolls)
    flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::PushFont(ctx.style.fonts.body);
  ImGui::Begin(name, nullptr, flags);
  // Cards lie over panels, the one that is drawn last on top: windows that do not come to the front
  // are born behind all. Menus that stand open lie over the cards.
  if (ground != Ground::Window && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup))
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  return true;
}

void end_panel() {
  ImGui::End();
  ImGui::PopFont();
}

void hairline(const PanelContext& ctx, const PixelBox& box, Side side) {
  const auto x = static_cast<float>(box.x), y = static_cast<float>(box.y);
  const auto w = static_cast<float>(box.width), h = static_cast<float>(box.height);
  const float t = ctx.style.hairline();
  ImVec2 low(x, y), high(x + w, y + h);
  if (side == Side::Left)
    high.x = x + t;
  else if (side == Side::Right)
    low.x = x + w - t;
  else if (side == Side::Top)
    high.y = y + t;
  else
    low.y = y + h - t;
  ImGui::GetWindowDrawList()->AddRectFilled(low, high, ctx.style.colours.hairline);
}

void gap(const PanelContext& ctx, float dp) {
  ImGui::Dummy({1, ctx.style.dp(dp)});
}

std::string fitted(ImFont* font, const std::string& text, float width) {
  if (width_of(font, text) <= width)
    return text;
  const std::string dots = "…";
  const float room = width - width_of(font, dots);
  const char* rest = nullptr;
  font->CalcTextSizeA(font->FontSize, std::max(room, 1.0F), 0, text.c_str(),
                      text.c_str() + text.size(), &rest);
  std::string cut(text.c_str(), rest);
  while (!cut.empty() && cut.back() == ' ')
    cut.pop_back();
  return cut + dots;
}

void text_in(const PanelContext& ctx, ImFont* font, ImU32 colour, ImVec2 low, ImVec2 high,
             const std::string& text, Align align) {
  (void)ctx;
  const std::string shown = fitted(font, text, high.x - low.x);
  const float width = width_of(font, shown);
  float x = low.x;
  if (align == Align::Right)
    x = high.x - width;
  else if (align == Align::Centre)
    x = (low.x + high.x - width) / 2;
  const float y = (low.y + high.y - font->FontSize) / 2;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, floor_of({x, y + 0.5F}), colour,
                                      shown.c_str(), shown.c_str() + shown.size());
}

void paragraph(const PanelContext& ctx, ImFont* font, ImU32 colour, const std::string& text) {
  const ImVec2 at = row_start(ctx);
  const float width = inner_width(ctx);
  const ImVec2 size =
      font->CalcTextSizeA(font->FontSize, 1e6F, width, text.c_str(), text.c_str() + text.size());
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, floor_of(at), colour, text.c_str(),
                                      text.c_str() + text.size(), width);
  ImGui::Dummy({1, size.y + ctx.style.dp(2)});
}

Press press(const PanelContext& ctx, const std::string& id, ImVec2 low, ImVec2 high) {
  ImGui::SetCursorScreenPos(low);
  Press result;
  result.clicked = ImGui::InvisibleButton(
      id.c_str(), {std::max(1.0F, high.x - low.x), std::max(1.0F, high.y - low.y)});
  result.hovered = ImGui::IsItemHovered();
  result.held = ImGui::IsItemActive();
  if (ImGui::IsItemVisible())
    ctx.widgets.note(id, low, high);
  if (result.hovered)
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible)
    ImGui::GetWindowDrawList()->AddRect(low, high, ctx.style.colours.accent, ctx.style.dp(4), 0,
                                        ctx.style.dp(1.5F));
  return result;
}

bool heading(const PanelContext& ctx, const std::string& text, const std::string& id,
             const std::string& link) {
  const ImVec2 low = row_start(ctx);
  const ImVec2 high(low.x + inner_width(ctx), low.y + ctx.style.dp(28));
  text_in(ctx, ctx.style.fonts.strong, ctx.style.colours.text, low, high, text);
  bool clicked = false;
  if (!link.empty()) {
    ImFont* small = ctx.style.fonts.small;
    const float width = width_of(small, link);
    const ImVec2 link_low(high.x - width, low.y);
    const Press pressed = press(ctx, id, link_low, high);
    text_in(ctx, small, ctx.style.colours.accent, link_low, {high.x + 1, high.y}, link);
    clicked = pressed.clicked;
  }
  ImGui::SetCursorScreenPos({low.x, high.y});
  return clicked;
}

void caption(const PanelContext& ctx, const std::string& text) {
  const ImVec2 below = row_start(ctx);
  text_in(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
          {below.x, below.y - ctx.style.dp(28)}, {below.x + inner_width(ctx) + 1, below.y}, text,
          Align::Right);
}

bool link(const PanelContext& ctx, const std::string& id, const std::string& text) {
  ImFont* font = ctx.style.fonts.small;
  const ImVec2 low = row_start(ctx);
  const ImVec2 high(low.x + std::min(width_of(font, text) + 1, inner_width(ctx)),
                    low.y + ctx.style.dp(22));
  const Press pressed = press(ctx, id, low, high);
  text_in(ctx, font, ctx.style.colours.accent, low, {low.x + inner_width(ctx), high.y}, text);
  if (pressed.hovered)
    ImGui::GetWindowDrawList()->AddLine({low.x, high.y - ctx.style.dp(3)},
                                        {high.x, high.y - ctx.style.dp(3)},
                                        ctx.style.colours.accent, ctx.style.hairline());
  ImGui::SetCursorScreenPos({low.x, high.y});
  return pressed.clicked;
}

bool value_at_right(const PanelContext& ctx, const std::string& id, const std::string& text,
                    ImVec2 low, ImVec2 high, ImU32 colour, const std::string& told) {
  const Style& style = ctx.style;
  const Press pressed = press(ctx, id, low, high);
  const bool tells = pressed.hovered && !told.empty();
  const ImVec2 end(high.x - style.dp(8), high.y);
  const ImU32 ink = tells ? style.colours.accent : colour;
  text_in(ctx, style.fonts.body, ink, low, {end.x + 1, end.y}, text, Align::Right);
  if (tells) {
    const float y = std::floor((low.y + end.y + style.fonts.body->FontSize) / 2 + style.dp(1));
    const float width = width_of(style.fonts.body, text);
    ImGui::GetWindowDrawList()->AddLine({end.x - width, y}, {end.x, y}, ink, style.hairline());
    hint(ctx, told + "\n" + ctx.tr("Where does this figure come from? Click."));
  }
  return pressed.clicked;
}

namespace {

struct RowPlace {
  ImVec2 start, low, high;
};

RowPlace place_of_row(const PanelContext& ctx) {
  const Style& style = ctx.style;
  const ImVec2 start = row_start(ctx);
  return {start,
          {start.x - style.dp(8), start.y},
          {start.x + inner_width(ctx) + style.dp(8), start.y + style.dp(30)}};
}

}  // namespace

bool pass_hidden_row(const PanelContext& ctx) {
  const RowPlace place = place_of_row(ctx);
  if (ImGui::IsRectVisible(place.low, place.high))
    return false;
  ImGui::SetCursorScreenPos({place.start.x, place.high.y});
  return true;
}

RowClick row(const PanelContext& ctx, const Row& row) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  RowClick result = RowClick::None;
  if (pass_hidden_row(ctx))
    return result;
  const auto [start, low, high] = place_of_row(ctx);

  const std::string only_id = row.id + ".only";
  const float only_width = row.only.empty() ? 0 : width_of(style.fonts.small, row.only);
  const float value_width =
      row.value.empty() ? 0 : std::max(width_of(style.fonts.body, row.value), style.dp(24));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool near = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                    mouse.x >= low.x && mouse.x < high.x && mouse.y >= low.y && mouse.y < high.y;
  const bool offers_only = near && !row.only.empty();
  float right = high.x - style.dp(8) - (row.value.empty() ? 0 : value_width + style.dp(8));

  // The smaller button first: where two overlap, ImGui gives the press to the earlier one.
  if (near)
    list.AddRectFilled(low, high, c.hover, style.dp(4));
  if (row.part > 0) {
    const float inset = style.dp(3);
    const ImVec2 bar_low(low.x, low.y + inset);
    const float width = (high.x - low.x) * static_cast<float>(std::min(1.0, row.part));
    list.AddRectFilled(bar_low, {bar_low.x + width, high.y - inset},
                       row.ticked ? c.bar_selected : c.bar, style.dp(3));
  }
  if (offers_only) {
    const ImVec2 only_low(right - only_width - style.dp(6), low.y);
    const Press pressed = press(ctx, only_id, only_low, {right, high.y});
    text_in(ctx, style.fonts.small, c.accent, {only_low.x + style.dp(3), low.y},
            {right + 1, high.y}, row.only);
    if (pressed.clicked)
      result = RowClick::Only;
    right = only_low.x;
  }
  const Press pressed = press(ctx, row.id, low, {right, high.y});
  const bool value_pressed =
      value_at_right(ctx, row.id + ".value", row.value, {high.x - style.dp(8) - value_width, low.y},
                     high, row.faint ? c.faint : c.muted, row.told);
  if (result == RowClick::None && (pressed.clicked || value_pressed))
    result = pressed.clicked || row.told.empty() ? RowClick::Row : RowClick::Value;

  float x = start.x;
  if (row.boxed) {
    tick_box(ctx, {x + style.dp(7.5F), (low.y + high.y) / 2}, row.ticked, near);
    x += style.dp(24);
  }
  const ImU32 colour = row.faint ? c.faint : c.text;
  text_in(ctx, row.ticked && row.boxed ? style.fonts.strong : style.fonts.body, colour, {x, low.y},
          {right - style.dp(4), high.y}, row.label);
  ImGui::SetCursorScreenPos({start.x, high.y});
  return result;
}

bool toggle(const PanelContext& ctx, const std::string& id, const std::string& label, bool on) {
  const Row as_row{id, label, {}, 0, on, true, false, {}, {}};
  return row(ctx, as_row) != RowClick::None;
}

int segments(const PanelContext& ctx, const std::string& id,
             const std::vector<std::pair<std::string, std::string>>& items, int current, ImVec2 low,
             ImVec2 high) {
  (void)id;
  const Style& style = ctx.style;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float round = style.dp(6);
  const float each = (high.x - low.x) / static_cast<float>(items.size());
  int clicked = -1;
  list.AddRectFilled(low, high, style.colours.hover, round);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ImVec2 a(std::round(low.x + each * static_cast<float>(i)), low.y);
    const ImVec2 b(std::round(low.x + each * static_cast<float>(i + 1)), high.y);
    const bool active = static_cast<int>(i) == current;
    const Press pressed = press(ctx, items[i].first, a, b);
    if (active) {
      list.AddRectFilled(a, b, style.colours.panel, round);
      list.AddRect(a, b, style.colours.hairline, round, 0, style.hairline());
    }
    text_in(ctx, active ? style.fonts.strong : style.fonts.body,
            active || pressed.hovered ? style.colours.text : style.colours.muted,
            {a.x + style.dp(4), a.y}, {b.x - style.dp(4), b.y}, items[i].second, Align::Centre);
    if (pressed.clicked)
      clicked = static_cast<int>(i);
  }
  list.AddRect(low, high, style.colours.hairline, round, 0, style.hairline());
  return clicked;
}

bool icon_button(const PanelContext& ctx, const std::string& id, const Icon& icon,
                 const std::string& hint_text, ImVec2 middle, float size_dp, bool active,
                 bool enabled) {
  const Style& style = ctx.style;
  const float half = style.dp(size_dp) / 2;
  const ImVec2 low = floor_of({middle.x - half, middle.y - half});
  const ImVec2 high(low.x + 2 * half, low.y + 2 * half);
  const Press pressed = press(ctx, id, low, high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (enabled && (pressed.hovered || active))
    list.AddRectFilled(low, high, pressed.held ? style.colours.pressed : style.colours.hover,
                       style.dp(6));
  const ImU32 colour = !enabled                    ? style.colours.faint
                       : active || pressed.hovered ? style.colours.text
                                                   : style.colours.muted;
  const ImVec2 m((low.x + high.x) / 2, (low.y + high.y) / 2);
  icon(list, m, half * 0.56F, colour, style.dp(1.6F));
  if (pressed.hovered && !hint_text.empty())
    hint(ctx, hint_text);
  return pressed.clicked && enabled;
}

bool notice(const PanelContext& ctx, const std::string& text, const std::string& id,
            const std::string& link_text) {
  const Style& style = ctx.style;
  ImFont* font = style.fonts.small;
  const float pad = style.dp(10);
  const ImVec2 low = row_start(ctx);
  const float width = inner_width(ctx);
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6F, width - 2 * pad, text.c_str(),
                                          text.c_str() + text.size());
  const float link_height = link_text.empty() ? 0 : style.dp(22);
  const ImVec2 high(low.x + width, low.y + size.y + link_height + 2 * pad);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, style.colours.notice, style.dp(6));
  list.AddRect(low, high, style.colours.notice_line, style.dp(6), 0, style.hairline());
  list.AddText(font, font->FontSize, floor_of({low.x + pad, low.y + pad}), style.colours.text,
               text.c_str(), text.c_str() + text.size(), width - 2 * pad);
  bool clicked = false;
  if (!link_text.empty()) {
    const ImVec2 link_low(low.x + pad, low.y + pad + size.y + style.dp(2));
    const ImVec2 link_high(high.x - pad, link_low.y + style.dp(20));
    clicked = press(ctx, id, link_low, link_high).clicked;
    text_in(ctx, font, style.colours.accent, link_low, link_high, link_text);
  }
  ImGui::SetCursorScreenPos({low.x, high.y});
  return clicked;
}

void tick_box(const PanelContext& ctx, ImVec2 middle, bool ticked, bool hovered) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = ctx.style.dp(7.5F);
  const auto& c = ctx.style.colours;
  const ImVec2 low = floor_of({middle.x - half, middle.y - half});
  const ImVec2 high(low.x + std::round(2 * half), low.y + std::round(2 * half));
  const float round = ctx.style.dp(3.5F);
  if (ticked) {
    list.AddRectFilled(low, high, c.accent, round);
    const float s = half / 7.5F;
    const ImVec2 m((low.x + high.x) / 2, (low.y + high.y) / 2);
    const ImVec2 points[] = {{m.x - 3.6F * s, m.y + 0.2F * s},
                             {m.x - 1.1F * s, m.y + 2.7F * s},
                             {m.x + 3.7F * s, m.y - 2.7F * s}};
    list.AddPolyline(points, 3, c.on_accent, 0, 1.8F * s);
  } else {
    list.AddRectFilled(low, high, c.panel, round);
    list.AddRect(low, high, hovered ? c.muted : c.faint, round, 0, ctx.style.hairline());
  }
}

void hint(const PanelContext& ctx, const std::string& text) {
  const float pad = ctx.style.dp(8);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, pad * 0.75F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ctx.style.dp(5));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ctx.style.dp(5));
  ImGui::BeginTooltip();
  ImGui::PushFont(ctx.style.fonts.small);
  ImGui::PushTextWrapPos(ctx.style.dp(460));  // what people typed has no end
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopFont();
  ImGui::EndTooltip();
  ImGui::PopStyleVar(3);
}

}  // namespace ui
}  // namespace malimap
