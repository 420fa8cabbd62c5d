// Where the map was drilled down to and the filters in force, as pills over the map; a press
// removes one. What finds no room is counted: "+3" unfolds it.

#include <algorithm>
#include <cmath>

#include "app/panels/breadcrumb.h"
#include "app/panels/chip_list.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::chips {
namespace {

constexpr float kMostWidth = 260;  // dp: of one chip
constexpr float kPad = 12, kCross = 20, kGap = 6;

float width_of(const PanelContext& ctx, const std::string& text) {
  ImFont* font = ctx.style.fonts.small;
  return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
}

float chip_width(const PanelContext& ctx, const std::string& text, bool cross) {
  const float wide = width_of(ctx, text) + ctx.style.dp(2 * kPad + (cross ? kCross : 0));
  return std::ceil(std::min(wide, ctx.style.dp(kMostWidth)));
}

// True when pressed.
bool pill(const PanelContext& ctx, const std::string& id, const std::string& text, bool cross,
          ImVec2 low, ImVec2 high) {
  const Style& style = ctx.style;
  const ui::Press pressed = ui::press(ctx, id, low, high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float round = (high.y - low.y) / 2;
  list.AddRectFilled(low, high, pressed.hovered ? style.colours.hover : style.colours.panel, round);
  list.AddRect(low, high, style.colours.hairline, round, 0, style.hairline());
  ui::text_in(ctx, style.fonts.small, cross ? style.colours.text : style.colours.accent,
              {low.x + style.dp(kPad), low.y},
              {high.x - style.dp(kPad + (cross ? kCross : 0)) + 1, high.y}, text);
  if (cross)
    icons::close(list, {high.x - style.dp(17), (low.y + high.y) / 2}, style.dp(7),
                 pressed.hovered ? style.colours.text : style.colours.muted, style.dp(1.4F));
  return pressed.clicked;
}

// How many of the chips fit before `end`, with room for what stands behind them.
std::size_t how_many_fit(const PanelContext& ctx, const std::vector<Chip>& chips, float x,
                         float end) {
  const float gap = ctx.style.dp(kGap);
  const float all = chips.size() > 1 ? chip_width(ctx, ctx.tr("Clear all"), false) + gap : 0;
  const float more = chip_width(ctx, "+99", false) + gap;
  std::size_t fit = 0;
  for (; fit < chips.size(); ++fit) {
    x += chip_width(ctx, chips[fit].text, true) + gap;
    const bool last = fit + 1 == chips.size();
    if (x - gap + all + (last ? 0 : more) > end)
      break;
  }
  return fit;
}

// The chips that found no room, in a card under their number.
void rest(const PanelContext& ctx, const std::vector<Chip>& chips, std::size_t from,
          Actions& actions) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ctx.style.dp(8), ctx.style.dp(8)});
  if (ImGui::BeginPopup("more-chips")) {
    ctx.text.choice_open = true;
    const float height = ctx.style.dp(28);
    for (std::size_t i = from; i < chips.size(); ++i) {
      const ImVec2 low = ImGui::GetCursorScreenPos();
      const ImVec2 high(low.x + chip_width(ctx, chips[i].text, true), low.y + height);
      if (pill(ctx, chips[i].id, chips[i].text, true, low, high))
        actions.push_back(chips[i].remove);
      ImGui::SetCursorScreenPos({low.x, high.y + ctx.style.dp(kGap)});
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

// The row from `x` on; the edge behind its last pill.
float row(const PanelContext& ctx, const std::vector<Chip>& chips, float x, Actions& actions) {
  const PixelBox& strip = ctx.layout.chips;
  const auto top = static_cast<float>(strip.y), bottom = static_cast<float>(strip.y + strip.height);
  const float gap = ctx.style.dp(kGap);
  const std::size_t fit = how_many_fit(ctx, chips, x, static_cast<float>(strip.x + strip.width));
  const auto next = [&](const std::string& id, const std::string& text, bool cross) {
    const float width = chip_width(ctx, text, cross);
    const bool pressed = pill(ctx, id, text, cross, {x, top}, {x + width, bottom});
    x += width + gap;
    return pressed;
  };
  for (std::size_t i = 0; i < fit; ++i)
    if (next(chips[i].id, chips[i].text, true))
      actions.push_back(chips[i].remove);
  if (fit < chips.size()) {
    if (next("chip.more", "+" + std::to_string(chips.size() - fit), false))
      ImGui::OpenPopup("more-chips");
    rest(ctx, chips, fit, actions);
  }
  if (chips.size() > 1 && next("chip.all", ctx.tr("Clear all"), false))
    actions.push_back(action::ClearFilter{});
  return x - gap;
}

}  // namespace

std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions) {
  const std::vector<Chip> chips =
      chips_of(ctx.state.scene.filter, *ctx.state.sources.boundaries, ctx.tr);
  const PixelBox& strip = ctx.layout.chips;
  if ((chips.empty() && ctx.state.scene.within.empty()) || strip.width < 1)
    return {};
  // One window for the row, no larger than it, so that the map beside stays in reach.
  ImGui::SetNextWindowPos({static_cast<float>(strip.x), static_cast<float>(strip.y)});
  ImGui::SetNextWindowSize({static_cast<float>(strip.width), static_cast<float>(strip.height)});
  ImGui::Begin("chips", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing);
  const auto left = static_cast<float>(strip.x), end = static_cast<float>(strip.x + strip.width);
  float x = breadcrumb::draw(ctx, left, end, actions);
  if (!chips.empty())
    x = row(ctx, chips, x > left ? x + ctx.style.dp(kGap) : x, actions);
  ImGui::End();
  return {{strip.x, strip.y, static_cast<double>(std::min(x, end) - left), strip.height}};
}

}  // namespace malimap::chips
