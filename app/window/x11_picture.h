#pragma once
// What GLFW's window is to X11, where that is what GLFW speaks.

#include "geo/output/png_file.h"

struct GLFWwindow;

namespace malimap {

/// Whether an X server answers, which is known sooner than GLFW has begun.
[[nodiscard]] bool reaches_x11();

/// X11's id of the window; 0 where GLFW speaks something else.
[[nodiscard]] unsigned long x11_id(GLFWwindow* window);

/// Puts the picture on the window, its top left corner at (x, y) there, px, without OpenGL. Returns
/// when the server has it. False where it cannot: no X11, or pixels of other bits than ours. Main
/// thread.
bool put_picture(GLFWwindow* window, const PixelRows& picture, int x, int y);

}  // namespace malimap
