#pragma once
// The viewer: opens a window, shows the session, returns when it is closed.

#include <functional>
#include <optional>
#include <string>

#include "app/session/state.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"

namespace malimap {

/// What a session starts with.
struct StartState {
  Sources sources;
  Scene scene;
  WorkspaceState workspace = {};
  std::optional<Language> language = {};  // nothing: the options'
};

/// While it is being read what a session starts with.
struct Reading {
  Progress& progress;
  /// To be called once the boundaries are there, with the scene as far as it is known by then: the
  /// map can be shown while the rest is read.
  std::function<void(const Snapshot<Boundaries>&, const Scene&)> boundaries_are_there;
};

struct ViewerOptions {
  Language language = Language::French;
  int width = 1280, height = 800;  // of the window, px
  std::optional<double> scale;     // px per dp; nothing: the monitor's
  std::string
      screenshot;     // write the first complete picture of the whole window to this PNG and end
  std::string probe;  // write the state as JSON to this file after every drawn frame in which it
                      // changed (tests)
  std::string workspace = {};  // file that answers are kept in; empty: the memory of all runs
  std::string reading = {};    // name of the file that takes longest to read, to be shown
  bool timing = false;         // say on stderr when the first complete map stood on the screen
  int bench_pan_frames =
      0;  // pan over the map for so many frames, print frame times to stdout, and end
};

/// True when a display can be reached.
[[nodiscard]] bool has_display();

/// load runs on another thread while the window is being made, which is shown when it succeeded, or
/// with the map and its progress when it takes longer than a moment. Its error comes back.
[[nodiscard]] Status run_viewer(const ViewerOptions& options,
                                const std::function<Result<StartState>(const Reading&)>& load);

}  // namespace malimap
