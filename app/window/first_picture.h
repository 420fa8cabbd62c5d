#pragma once
// What the window shows until there is OpenGL, which takes longer to begin than a map to be read
// and painted.

#include "app/window/glfw_window.h"
#include "geo/map/composition.h"
#include "geo/output/painted_rows.h"

namespace malimap {

class FirstPicture {
 public:
  /// Begins to paint the ground (compose_ground) into its box of a window, px, on a thread of its
  /// own: names are still to be placed and panels to be laid out meanwhile.
  FirstPicture(const GlfwWindow::Size& window, const PixelBox& map, Composition ground);

  /// Puts what stands on the ground over it, legend and scale bar, and what ImGui has rendered, and
  /// all of it into the window. False where that cannot take it.
  [[nodiscard]] bool show(GlfwWindow& window, const Composition& composition,
                          const ImDrawData& panels);

 private:
  PixelBox map_;
  RowsInWork rows_;
};

}  // namespace malimap
