// All keys, on a card over the map (F1).

#include <algorithm>
#include <iterator>
#include <span>

#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::help_panel {
namespace {

struct Key {
  const char *keys, *what;
};

constexpr Key kMapKeys[] = {
    {N_("Drag, arrows"), N_("Move the map")},
    {N_("Wheel, + and −"), N_("Zoom in and out, the wheel at the pointer")},
    {N_("Click"), N_("Select a unit or a marker; on a figure: where it comes from")},
    {N_("Double click"), N_("Down into a unit, else zoom in there")},
    {N_("Esc"), N_("Close, clear the selection, one level up")},
    {N_("Ctrl+click"), N_("A unit into the filter, or out of it")},
    {N_("L, Shift+drag"), N_("Lasso: units into the filter")},
    {N_("F, Home"), N_("The whole country")},
    {N_("Tab, Shift+Tab"), N_("Next and previous unit")},
    {N_("Ctrl+Z, Ctrl+Y"), N_("Undo and redo every change of view or filter")},
    {N_("F11"), N_("Full screen")},
    {N_("Drop a file"), N_("Open boundaries or a list of projects")},
    {N_("Ctrl+V"), N_("Boundaries from a copied address (https)")},
};
constexpr Key kPanelKeys[] = {
    {N_("Ctrl+1 to Ctrl+6"), N_("Projects, matrix, time, gaps, changes, figure")},
    {N_("F2, F3"), N_("Fold the left and the right panel")},
    {N_("F4"), N_("Import report of an opened list")},
    {N_("F6"), N_("Into the panels with the keyboard: arrows, space; F6 again: back")},
    {N_("F7"), N_("The strip of scenes")},
    {N_("Ctrl+Shift+A"), N_("Keep the present view as a scene")},
    {N_("F5, Shift+F5"), N_("Present the scenes, from the first or from the current one")},
    {N_("Ctrl+P, Ctrl+E"), N_("Preview of the page; export")},
    {N_("Ctrl+C, Ctrl+Shift+C"), N_("Copy the table, the picture")},
    {N_("Ctrl+S, Ctrl+Shift+S"), N_("Save the workspace, under another name")},
};

struct Column {
  float left, right, top, line;
};

// Two lines where the words need them.
float column(const PanelContext& ctx, const Column& at, std::span<const Key> keys) {
  const Style& style = ctx.style;
  float top = at.top;
  for (const Key& key : keys) {
    ui::text_in(ctx, style.fonts.strong, style.colours.text, {at.left, top},
                {at.left + style.dp(132), top + at.line}, ctx.tr(key.keys));
    ui::text_in(ctx, style.fonts.body, style.colours.muted, {at.left + style.dp(140), top},
                {at.right, top + at.line}, ctx.tr(key.what));
    top += at.line;
  }
  return top;
}

void close(const PanelContext& ctx, Actions& actions) {
  PanelSwitches panels = ctx.state.panels;
  panels.help = false;
  actions.push_back(action::SetPanels{panels});
}

}  // namespace

std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions) {
  if (!ctx.state.panels.help)
    return {};
  const Style& style = ctx.style;
  // Over the whole window: the map alone can be too narrow for two columns.
  const double room_x = ctx.layout.top.width, room_y = ctx.layout.status.y;
  const bool two = room_x > 1000.0 * static_cast<double>(style.scale);
  const std::size_t lines = two ? std::max(std::size(kMapKeys), std::size(kPanelKeys))
                                : std::size(kMapKeys) + std::size(kPanelKeys);
  const float frame = style.dp(104);
  const float line =
      std::clamp((static_cast<float>(room_y) - frame - style.dp(32)) / static_cast<float>(lines),
                 style.dp(17), style.dp(28));
  const double width = std::min<double>(style.dp(two ? 1160 : 560), room_x - 16);
  const double height = std::min<double>(
      static_cast<double>(line) * static_cast<double>(lines) + static_cast<double>(frame),
      room_y - 8);
  const PixelBox box{(room_x - width) / 2, std::max(4.0, (room_y - height) / 2), width, height};
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, style.dp(10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, style.hairline());
  if (ui::begin_panel(ctx, "help-card", box, false, ui::Ground::Card)) {
    const auto left = static_cast<float>(box.x) + style.dp(24);
    const float right = static_cast<float>(box.x + box.width) - style.dp(24);
    const auto top = static_cast<float>(box.y) + style.dp(18);
    ui::text_in(ctx, style.fonts.title, style.colours.text, {left, top},
                {right, top + style.dp(28)}, ctx.tr("Keys"));
    if (ui::icon_button(ctx, "help.close", icons::close, {},
                        {right - style.dp(6), top + style.dp(14)}, 28))
      close(ctx, actions);
    const float below = top + style.dp(40);
    const float half = two ? (right - left - style.dp(32)) / 2 : right - left;
    const float end = column(ctx, {left, left + half, below, line}, kMapKeys);
    (void)column(ctx, {two ? right - half : left, right, two ? below : end, line}, kPanelKeys);
    ImGui::SetCursorScreenPos({left, static_cast<float>(box.y + box.height) - style.dp(36)});
    if (ui::link(ctx, "help.tour", ctx.tr("Take the tour: five steps"))) {
      close(ctx, actions);
      actions.push_back(action::SetTour{0});
    }
    ui::end_panel();
  }
  ImGui::PopStyleVar(2);
  return {box};
}

}  // namespace malimap::help_panel
