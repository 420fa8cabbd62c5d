#pragma once
// A window while what it will show is still read: long lists take seconds.

#include <future>
#include <string>

#include "app/window/glfw_window.h"
#include "app/window/map_ahead.h"
#include "app/window/start.h"
#include "geo/base/progress.h"

namespace malimap {

/// What is waited for.
struct Waiting {
  std::future<Result<Session>>& loading;
  Progress& progress;     // of the reading
  const MapAhead& ahead;  // what of the map can be shown meanwhile
  std::string name;       // of the file, without its folder
  Language language = Language::French;
  double scale = 1;  // px per dp
};

/// Returns when it is ready. Where that takes longer than a moment the window is shown with the
/// file's name, how far the reading is, and the map of the boundaries without any figure as soon as
/// it is laid; who closes it then cancels the reading, and false is returned once that has ended.
[[nodiscard]] bool wait_for(const Waiting& waiting, GlfwWindow& window);

}  // namespace malimap
