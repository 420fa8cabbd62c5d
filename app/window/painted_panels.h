#pragma once
// What ImGui has rendered, painted in memory: panels are there before OpenGL is.

#include <imgui.h>

#include <cstddef>
#include <cstdint>

namespace malimap {

/// A picture that is painted on: 0x00RRGGBB, rows from the top.
struct PixelGround {
  std::uint32_t* pixels = nullptr;
  int width = 0, height = 0;
  std::size_t stride = 0;  // pixels from one row to the next
};

/// Paints the lists over the picture as ImGui's OpenGL backend does: pixels by their middles, a
/// shared edge belonging to one side, textures between their texels. The atlas is built; what
/// shows another texture is left out.
void paint_panels(const ImDrawData& data, const ImFontAtlas& atlas, const PixelGround& ground);

}  // namespace malimap
