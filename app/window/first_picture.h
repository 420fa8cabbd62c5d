#pragma once
// What the window shows until there is OpenGL, which takes longer to begin than a map to be read
// and painted.

#include "app/window/glfw_window.h"
#include "geo/map/composition.h"

namespace malimap {

/// Puts the composition with legend and scale bar into its box of the window, px, and what ImGui
/// has rendered over it. False where the window cannot take it.
bool show_first_picture(GlfwWindow& window, const Composition& composition, const PixelBox& map,
                        const ImDrawData& panels);

}  // namespace malimap
