// The filters in force, as pills over the map; a press removes one.

#include <cmath>

#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::chips {
namespace {

struct Chip {
  std::string id, text;
  Action remove;
};

void add_values(const PanelContext& ctx, Dimension dimension, std::vector<Chip>& chips) {
  for (const std::string& value : values_of(ctx.state.scene.filter, dimension))
    chips.push_back({std::string("chip.") + ui::dimension_word(dimension) + "." + value,
                     ui::dimension_name(ctx.tr, dimension) + std::string(ctx.tr(": ")) +
                         label_of(dimension, value, ctx.tr),
                     action::ToggleFilterValue{dimension, value}});
}

std::vector<Chip> chips_of(const PanelContext& ctx) {
  std::vector<Chip> chips;
  for (const Dimension dimension : {Dimension::Fund, Dimension::Sector, Dimension::Status,
                                    Dimension::Donor, Dimension::Partner})
    add_values(ctx, dimension, chips);
  if (!ctx.state.scene.filter.text.empty())
    chips.push_back(
        {"chip.text", trf(ctx.tr, "“{0}”", ctx.state.scene.filter.text), action::SetFilterText{}});
  if (chips.size() > 1)
    chips.push_back({"chip.all", ctx.tr("Clear all"), action::ClearFilter{}});
  return chips;
}

}  // namespace

std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions) {
  const std::vector<Chip> chips = chips_of(ctx);
  std::vector<PixelBox> covered;
  const PixelBox& strip = ctx.layout.chips;
  if (chips.empty() || strip.width < 1)
    return covered;
  const Style& style = ctx.style;
  // One window for the row, no larger than it, so that the map beside stays in reach.
  ImGui::SetNextWindowPos({static_cast<float>(strip.x), static_cast<float>(strip.y)});
  ImGui::SetNextWindowSize({static_cast<float>(strip.width), static_cast<float>(strip.height)});
  ImGui::Begin("chips", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing);
  ImFont* font = style.fonts.small;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  auto x = static_cast<float>(strip.x);
  const auto top = static_cast<float>(strip.y);
  const auto bottom = static_cast<float>(strip.y + strip.height);
  for (const Chip& chip : chips) {
    const bool all = chip.id == "chip.all";
    const float text_width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, chip.text.c_str()).x;
    const float width = std::ceil(text_width + style.dp(all ? 24 : 44));
    if (x + width > static_cast<float>(strip.x + strip.width))
      break;
    const ImVec2 low(x, top), high(x + width, bottom);
    const ui::Press pressed = ui::press(ctx, chip.id, low, high);
    const float round = (bottom - top) / 2;
    list.AddRectFilled(low, high, pressed.hovered ? style.colours.hover : style.colours.panel,
                       round);
    list.AddRect(low, high, style.colours.hairline, round, 0, style.hairline());
    ui::text_in(ctx, font, all ? style.colours.accent : style.colours.text,
                {low.x + style.dp(12), low.y}, {low.x + style.dp(13) + text_width, high.y},
                chip.text);
    if (!all)
      icons::close(list, {high.x - style.dp(17), (top + bottom) / 2}, style.dp(7),
                   pressed.hovered ? style.colours.text : style.colours.muted, style.dp(1.4F));
    if (pressed.clicked)
      actions.push_back(chip.remove);
    covered.push_back({low.x, low.y, width, bottom - top});
    x = high.x + style.dp(6);
  }
  ImGui::End();
  return covered;
}

}  // namespace malimap::chips
