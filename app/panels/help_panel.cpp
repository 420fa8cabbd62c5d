// All keys, on a card over the map (F1).

#include <algorithm>

#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::help_panel {
namespace {

struct Key {
  const char *keys, *what;
};

constexpr Key kKeys[] = {
    {N_("Drag, arrows"), N_("Move the map")},
    {N_("Wheel, + and −"), N_("Zoom in and out, the wheel at the pointer")},
    {N_("Double click"), N_("Zoom in there")},
    {N_("F, Home"), N_("The whole country")},
    {N_("Click"), N_("Select a unit or a marker")},
    {N_("Tab, Shift+Tab"), N_("Next and previous unit")},
    {N_("Esc"), N_("Cancel a reading, clear the selection, close this card")},
    {N_("Ctrl+Z, Ctrl+Y"), N_("Undo and redo every change of view or filter")},
    {N_("F2, F3"), N_("Fold the left and the right panel")},
    {N_("F4"), N_("Import report of an opened list")},
    {N_("F6"), N_("Into the panels with the keyboard: arrows, space; F6 again: back")},
    {N_("F5, Shift+F5"), N_("Present the scenes, from the first or from the current one")},
    {N_("F7"), N_("The strip of scenes")},
    {N_("Ctrl+Shift+A"), N_("Keep the present view as a scene")},
    {N_("Ctrl+P, Ctrl+E"), N_("Preview of the page; export")},
    {N_("Ctrl+C, Ctrl+Shift+C"), N_("Copy the table, the picture")},
    {N_("Ctrl+S, Ctrl+Shift+S"), N_("Save the workspace, under another name")},
    {N_("F11"), N_("Full screen")},
    {N_("Ctrl+V"), N_("Boundaries from a copied address (https)")},
    {N_("Drop a file"), N_("Open boundaries or a list of projects")},
};

}  // namespace

std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions) {
  if (!ctx.state.panels.help)
    return {};
  const Style& style = ctx.style;
  const PixelBox& map = ctx.layout.map;
  // Closer together where the map is low.
  const float room = (static_cast<float>(map.height) - style.dp(80)) / std::size(kKeys);
  const float line = std::clamp(room, style.dp(17), style.dp(28));
  const float width = std::min(style.dp(640), static_cast<float>(map.width) - style.dp(32));
  const float height = line * static_cast<float>(std::size(kKeys)) + style.dp(80);
  const PixelBox box{map.x + (map.width - static_cast<double>(width)) / 2,
                     map.y + std::max(0.0, (map.height - static_cast<double>(height)) / 2), width,
                     std::min(static_cast<double>(height), map.height)};
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, style.dp(10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, style.hairline());
  if (ui::begin_panel(ctx, "help-card", box, false, ui::Ground::Card)) {
    const auto left = static_cast<float>(box.x) + style.dp(24);
    const float right = static_cast<float>(box.x + box.width) - style.dp(24);
    auto top = static_cast<float>(box.y) + style.dp(20);
    ui::text_in(ctx, style.fonts.title, style.colours.text, {left, top},
                {right, top + style.dp(28)}, ctx.tr("Keys"));
    if (ui::icon_button(ctx, "help.close", icons::close, {},
                        {right - style.dp(6), top + style.dp(14)}, 28)) {
      PanelSwitches panels = ctx.state.panels;
      panels.help = false;
      actions.push_back(action::SetPanels{panels});
    }
    top += style.dp(40);
    for (const Key& key : kKeys) {
      ui::text_in(ctx, style.fonts.strong, style.colours.text, {left, top},
                  {left + style.dp(170), top + line}, ctx.tr(key.keys));
      ui::text_in(ctx, style.fonts.body, style.colours.muted, {left + style.dp(178), top},
                  {right, top + line}, ctx.tr(key.what));
      top += line;
    }
    ui::end_panel();
  }
  ImGui::PopStyleVar(2);
  return {box};
}

}  // namespace malimap::help_panel
