#pragma once
// The interface's letters: Inter, found through fontconfig, in the sizes of the panels.

#include <imgui.h>

#include <string>

#include "app/panels/style.h"
#include "geo/base/result.h"

namespace malimap {

struct FontFiles {
  std::string regular, semibold;
};

/// Inter, or what the system has in its place. Errors: no font at all.
[[nodiscard]] Result<FontFiles> find_fonts();

/// Rasterises all sizes into the atlas at dp * scale. Needs no ImGui context, so it can run on
/// another thread while the window is being made.
[[nodiscard]] Result<Fonts> build_fonts(ImFontAtlas& atlas, float scale);

}  // namespace malimap
