#pragma once
// Frame times while the map is panned along a fixed path, finished by the GPU each (glFinish).

#include "app/window/session_window.h"

namespace malimap {

/// Prints "frames N median X p95 Y max Z ms" to stdout.
void bench_pan(GlfwWindow& window, SessionWindow& session, int frames);

}  // namespace malimap
