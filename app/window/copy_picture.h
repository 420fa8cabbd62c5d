#pragma once
// A picture on the clipboard. GLFW's holds text alone, so that the desktop's own tools carry it.

#include <string_view>

#include "geo/base/result.h"

namespace malimap {

/// Hands a PNG to wl-copy (Wayland) or xclip (X11) and waits until it has been taken over. For a
/// job. Errors: neither tool is installed; it failed.
[[nodiscard]] Status copy_png(std::string_view png);

}  // namespace malimap
