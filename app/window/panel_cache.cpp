#include "app/window/panel_cache.h"

#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <vector>

namespace malimap {
namespace {

using Lists = std::vector<ImDrawList*>;

struct Area {
  int x, y, width, height;  // px, y down
};

std::array<Area, 4> around(const PixelBox& map, int width, int height) {
  const int left = std::clamp(static_cast<int>(map.x), 0, width);
  const int top = std::clamp(static_cast<int>(map.y), 0, height);
  const int right = std::clamp(static_cast<int>(map.x + map.width), left, width);
  const int bottom = std::clamp(static_cast<int>(map.y + map.height), top, height);
  return {{{0, 0, width, top},
           {0, bottom, width, height - bottom},
           {0, top, left, bottom - top},
           {right, top, width - right, bottom - top}}};
}

bool overlap(float left, float top, float right, float bottom, const PixelBox& map) {
  return left < map.x + map.width && right > map.x && top < map.y + map.height && bottom > map.y;
}

/// Whether a command draws on the map: by where it may draw, then by what it draws.
bool reaches_into(const ImDrawList& list, const ImDrawCmd& command, const PixelBox& map) {
  const ImVec4& clip = command.ClipRect;
  if (command.ElemCount == 0 || !overlap(clip.x, clip.y, clip.z, clip.w, map))
    return false;
  ImVec2 low{1e9F, 1e9F}, high{-1e9F, -1e9F};
  for (unsigned i = 0; i < command.ElemCount; ++i) {
    const unsigned index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
    const ImVec2& at = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)].pos;
    low = {std::min(low.x, at.x), std::min(low.y, at.y)};
    high = {std::max(high.x, at.x), std::max(high.y, at.y)};
  }
  return overlap(low.x, low.y, high.x, high.y, map);
}

bool reaches_into(const ImDrawList& list, const PixelBox& map) {
  return std::any_of(list.CmdBuffer.begin(), list.CmdBuffer.end(),
                     [&](const ImDrawCmd& command) { return reaches_into(list, command, map); });
}

template <class T>
void append(std::string& key, const ImVector<T>& values) {
  key.append(reinterpret_cast<const char*>(values.Data),
             static_cast<std::size_t>(values.Size) * sizeof(T));
}

std::string key_of(const Lists& lists, const PixelBox& map, int width, int height, ImU32 ground) {
  std::string key;
  const std::array<double, 7> place{map.x,
                                    map.y,
                                    map.width,
                                    map.height,
                                    static_cast<double>(width),
                                    static_cast<double>(height),
                                    static_cast<double>(ground)};
  key.append(reinterpret_cast<const char*>(place.data()), sizeof place);
  for (const ImDrawList* list : lists) {
    append(key, list->VtxBuffer);
    append(key, list->IdxBuffer);
    for (const ImDrawCmd& command : list->CmdBuffer)
      key.append(reinterpret_cast<const char*>(&command.ClipRect), sizeof command.ClipRect);
  }
  return key;
}

// All of it: a part would be drawn, by a shader of its own.
void clear(ImU32 ground) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(ground);
  glClearColor(c.x, c.y, c.z, 1);
  glDisable(GL_SCISSOR_TEST);
  glClear(GL_COLOR_BUFFER_BIT);
}

/// Renders some of the frame's lists, in their order.
void render(ImDrawData& data, const Lists& some) {
  if (some.empty())
    return;
  Lists all;
  for (int i = 0; i < data.CmdListsCount; ++i)
    all.push_back(data.CmdLists[i]);
  for (std::size_t i = 0; i < some.size(); ++i)
    data.CmdLists[static_cast<int>(i)] = some[i];
  data.CmdListsCount = static_cast<int>(some.size());
  ImGui_ImplOpenGL3_RenderDrawData(&data);
  for (std::size_t i = 0; i < all.size(); ++i)
    data.CmdLists[static_cast<int>(i)] = all[i];
  data.CmdListsCount = static_cast<int>(all.size());
}

}  // namespace

void PanelCache::begin(const PixelBox& map, int width, int height, ImU32 ground) {
  frame_ = {{}, {}, map, width, height, ground, false};
  const ImDrawData* data = ImGui::GetDrawData();
  if (!data || width <= 0 || height <= 0)
    return;
  for (int i = 0; i < data->CmdListsCount; ++i) {
    ImDrawList* list = data->CmdLists[i];
    (reaches_into(*list, map) ? frame_.live : frame_.steady).push_back(list);
  }
  std::string key = key_of(frame_.steady, map, width, height, ground);
  frame_.same = key == key_;
  if (frame_.same)
    return;
  key_ = std::move(key);
  kept_ = false;
  clear(ground);
}

void PanelCache::draw() {
  ImDrawData* data = ImGui::GetDrawData();
  const auto& [steady, live, map, width, height, ground, same] = frame_;
  if (!data || width <= 0 || height <= 0)
    return;
  if (!same) {  // drawn as it is: it may be the only frame of its kind
    render(*data, steady);
    render(*data, live);
    return;
  }
  if (!kept_) {
    page_.prepare(width, height, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, page_.framebuffer());
    clear(ground);
    render(*data, steady);
    kept_ = true;
  }
  for (const Area& area : around(map, width, height)) {
    const int bottom = height - area.y - area.height;
    if (area.width > 0 && area.height > 0)
      page_.copy({area.x, bottom, area.width, area.height}, 0, area.x, bottom);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  render(*data, live);
}

}  // namespace malimap
