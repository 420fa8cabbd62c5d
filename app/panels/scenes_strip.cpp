// The scenes of the workspace in a row under the map: a press shows one, dragging orders them.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::scenes_strip {
namespace {

constexpr float kTileWidth = 144, kPictureHeight = 84, kNameHeight = 24, kGap = 12;  // dp
constexpr float kDragThreshold = 6;                                                  // dp

struct Tile {
  int index = 0;
  std::string id;  // "scene.2"
  ImVec2 low, picture_high, high;
};

Tile tile_at(const PanelContext& ctx, int index, ImVec2 origin) {
  const Style& style = ctx.style;
  const float x =
      std::floor(origin.x + static_cast<float>(index) * (style.dp(kTileWidth) + style.dp(kGap)));
  const ImVec2 low(x, std::floor(origin.y));
  const ImVec2 picture(low.x + style.dp(kTileWidth), low.y + style.dp(kPictureHeight));
  return {index,
          "scene." + std::to_string(index),
          low,
          picture,
          {picture.x, picture.y + style.dp(kNameHeight)}};
}

void picture(const PanelContext& ctx, const Tile& tile) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& pictures = ctx.pictures.scenes;
  const auto index = static_cast<std::size_t>(tile.index);
  list.AddRectFilled(tile.low, tile.picture_high, ctx.style.colours.hover);
  if (index < pictures.size() && pictures[index].texture)
    list.AddImage(pictures[index].texture, tile.low, tile.picture_high);
}

void outline(const PanelContext& ctx, const Tile& tile, bool current, bool hovered) {
  const auto& c = ctx.style.colours;
  const float line = current ? ctx.style.dp(2) : ctx.style.hairline();
  const float out = current ? ctx.style.dp(2) : 0;
  ImGui::GetWindowDrawList()->AddRect({tile.low.x - out, tile.low.y - out},
                                      {tile.picture_high.x + out, tile.picture_high.y + out},
                                      current   ? c.accent
                                      : hovered ? c.muted
                                                : c.hairline,
                                      ctx.style.dp(3), 0, line);
}

void begin_renaming(const PanelContext& ctx, int index) {
  StripState& strip = ctx.text.strip;
  strip.renaming = index;
  strip.focus_name = true;
  strip.name = ctx.state.workspace.scenes[static_cast<std::size_t>(index)].scene.name;
}

void name_field(const PanelContext& ctx, const Tile& tile, Actions& actions) {
  StripState& strip = ctx.text.strip;
  ImGui::SetCursorScreenPos({tile.low.x, tile.picture_high.y + ctx.style.dp(2)});
  ImGui::SetNextItemWidth(tile.high.x - tile.low.x);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ctx.style.dp(4), ctx.style.dp(2)});
  if (strip.focus_name)
    ImGui::SetKeyboardFocusHere();
  const bool entered =
      ImGui::InputText("##scene-name", &strip.name,
                       ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  ctx.widgets.note("scene.name", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  ImGui::PopStyleVar();
  const bool left = !strip.focus_name && ImGui::IsItemDeactivated();
  if (ImGui::IsItemActive())
    strip.focus_name = false;  // it takes ImGui a frame or two
  if (!entered && !left)
    return;
  if (entered || ImGui::IsItemDeactivatedAfterEdit())
    actions.push_back(action::RenameScene{tile.index, strip.name});
  strip.renaming = -1;
}

// Everything that can be done with a scene; the keyboard orders scenes here too.
void menu(const PanelContext& ctx, int index, Actions& actions) {
  const int last = static_cast<int>(ctx.state.workspace.scenes.size()) - 1;
  const auto item = [&](const char* id, const char* label) {
    return ui::choice(ctx, std::string("scene.menu.") + id, label, false);
  };
  if (item("update", ctx.tr("Replace with the present view")))
    actions.push_back(action::UpdateScene{index});
  if (item("rename", ctx.tr("Rename")))
    begin_renaming(ctx, index);
  if (item("duplicate", ctx.tr("Duplicate")))
    actions.push_back(action::DuplicateScene{index});
  if (index > 0 && item("earlier", ctx.tr("Move to the left")))
    actions.push_back(action::MoveScene{index, index - 1});
  if (index < last && item("later", ctx.tr("Move to the right")))
    actions.push_back(action::MoveScene{index, index + 1});
  if (item("remove", ctx.tr("Remove")))
    actions.push_back(action::RemoveScene{index});
}

void open_menu(const PanelContext& ctx, int index) {
  ctx.text.strip.menu = index;
  ImGui::OpenPopup("scene-menu");
}

void draw_menu(const PanelContext& ctx, Actions& actions) {
  StripState& strip = ctx.text.strip;
  const int count = static_cast<int>(ctx.state.workspace.scenes.size());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ctx.style.dp(8), ctx.style.dp(8)});
  if (ImGui::BeginPopup("scene-menu")) {
    ctx.text.choice_open = true;
    if (strip.menu >= 0 && strip.menu < count)
      menu(ctx, strip.menu, actions);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

// The place between scenes that the pointer is over: 0 before the first.
int slot_under(const PanelContext& ctx, ImVec2 origin, int count) {
  const float each = ctx.style.dp(kTileWidth) + ctx.style.dp(kGap);
  const float at = (ImGui::GetIO().MousePos.x - origin.x + ctx.style.dp(kGap) / 2) / each;
  return std::clamp(static_cast<int>(std::lround(at)), 0, count);
}

void drag(const PanelContext& ctx, ImVec2 origin, int count, Actions& actions) {
  StripState& strip = ctx.text.strip;
  if (strip.dragged < 0)
    return;
  const int slot = slot_under(ctx, origin, count);
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const int to = slot > strip.dragged ? slot - 1 : slot;
    if (to != strip.dragged)
      actions.push_back(action::MoveScene{strip.dragged, to});
    strip.dragged = -1;
    return;
  }
  const Tile before = tile_at(ctx, slot, origin);
  const float x = before.low.x - ctx.style.dp(kGap) / 2;
  ImGui::GetWindowDrawList()->AddLine({x, before.low.y}, {x, before.high.y},
                                      ctx.style.colours.accent, ctx.style.dp(3));
}

void scene(const PanelContext& ctx, const Tile& tile, Actions& actions) {
  const Style& style = ctx.style;
  StripState& strip = ctx.text.strip;
  const WorkspaceState& workspace = ctx.state.workspace;
  const bool current = workspace.current == tile.index;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool near = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                    mouse.x >= tile.low.x && mouse.x < tile.high.x && mouse.y >= tile.low.y &&
                    mouse.y < tile.high.y;
  picture(ctx, tile);
  outline(ctx, tile, current, near);
  // The smaller button first: where two overlap, ImGui gives the press to the earlier one.
  const ImVec2 corner(tile.picture_high.x - style.dp(14), tile.low.y + style.dp(14));
  if (near || current) {
    const float half = style.dp(10);
    ImGui::GetWindowDrawList()->AddRectFilled({corner.x - half, corner.y - half},
                                              {corner.x + half, corner.y + half},
                                              style.colours.panel, style.dp(4));
    if (ui::icon_button(ctx, tile.id + ".menu", icons::more, {}, corner, 20))
      open_menu(ctx, tile.index);
  }
  const ui::Press pressed = ui::press(ctx, tile.id, tile.low, tile.picture_high);
  if (pressed.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right))
    open_menu(ctx, tile.index);
  if (pressed.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, style.dp(kDragThreshold)))
    strip.dragged = tile.index;
  if (pressed.clicked && strip.dragged < 0)
    actions.push_back(action::ShowScene{tile.index});
  if (strip.renaming == tile.index) {
    name_field(ctx, tile, actions);
    return;
  }
  const std::string& name = workspace.scenes[static_cast<std::size_t>(tile.index)].scene.name;
  ui::text_in(ctx, current ? style.fonts.strong : style.fonts.small,
              current ? style.colours.text : style.colours.muted,
              {tile.low.x, tile.picture_high.y + style.dp(4)}, tile.high, name);
}

void add_tile(const PanelContext& ctx, const Tile& tile, Actions& actions) {
  const Style& style = ctx.style;
  const ui::Press pressed = ui::press(ctx, "scene.add", tile.low, tile.picture_high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (pressed.hovered)
    list.AddRectFilled(tile.low, tile.picture_high, style.colours.hover, style.dp(3));
  list.AddRect(tile.low, tile.picture_high, style.colours.hairline, style.dp(3), 0,
               style.hairline());
  const ImVec2 middle((tile.low.x + tile.picture_high.x) / 2,
                      (tile.low.y + tile.picture_high.y) / 2);
  icons::plus(list, middle, style.dp(11),
              pressed.hovered ? style.colours.text : style.colours.muted, style.dp(1.6F));
  ui::text_in(ctx, style.fonts.small, style.colours.muted,
              {tile.low.x, tile.picture_high.y + style.dp(4)}, tile.high, ctx.tr("Keep this view"),
              ui::Align::Centre);
  if (pressed.hovered)
    ui::hint(ctx, ctx.tr("The present view as a scene (Ctrl+Shift+A)"));
  if (pressed.clicked)
    actions.push_back(action::AddScene{});
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.scenes;
  StripState& strip = ctx.text.strip;
  const int count = static_cast<int>(ctx.state.workspace.scenes.size());
  if (strip.renaming >= count)
    strip.renaming = -1;
  strip.focus_name = strip.focus_name && strip.renaming >= 0;
  ImGui::SetNextWindowContentSize(
      {static_cast<float>(count + 1) * ctx.style.dp(kTileWidth + kGap) + ctx.style.dp(20), 0});
  if (!ui::begin_panel(ctx, "scenes", box, false))
    return;
  const ImVec2 origin(static_cast<float>(box.x) + ctx.style.dp(16) - ImGui::GetScrollX(),
                      static_cast<float>(box.y) + ctx.style.dp(14));
  if (ImGui::IsWindowHovered() && ImGui::GetIO().MouseWheel != 0)
    ImGui::SetScrollX(ImGui::GetScrollX() - ImGui::GetIO().MouseWheel * ctx.style.dp(kTileWidth));
  for (int i = 0; i < count; ++i)
    scene(ctx, tile_at(ctx, i, origin), actions);
  add_tile(ctx, tile_at(ctx, count, origin), actions);
  drag(ctx, origin, count, actions);
  draw_menu(ctx, actions);
  ui::hairline(ctx, box, ui::Side::Top);
  ui::end_panel();
}

}  // namespace malimap::scenes_strip
