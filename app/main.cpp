// The program: joins the command line, which knows no windows, with the viewer, which knows no
// command line.

#include <cstdio>
#include <exception>
#include <string>

#include "app/cli/cli.h"
#include "app/cli/console.h"
#include "app/cli/load.h"
#include "app/window/viewer.h"

namespace {

using namespace malimap;

ViewerOptions viewer_options(const Options& options) {
  const WindowOptions& window = options.window;
  return {.language = options.language,
          .width = window.width,
          .height = window.height,
          .scale = window.scale,
          .screenshot = window.screenshot,
          .probe = window.probe,
          .workspace = options.list.workspace,
          .timing = window.timing,
          .bench_pan_frames = window.bench_pan_frames};
}

Result<StartState> start_state(const Options& options) {
  auto loaded = load(options);
  if (!loaded)
    return tl::make_unexpected(loaded.error());
  for (const Message& remark : remarks(*loaded))
    say(remark, Translator(options.language));
  StartState start;
  start.sources.boundaries = loaded->boundaries;
  start.sources.dataset = loaded->dataset;
  start.sources.problems = loaded->problems;
  start.sources.reading = loaded->reading;
  start.sources.project_paths = loaded->project_files;
  start.scene = loaded->scene;
  return start;
}

Status open_viewer(const Options& options) {
  return run_viewer(viewer_options(options), [&options] { return start_state(options); });
}

}  // namespace

// Errors are values here; what still arrives as an exception is a bug or a machine without memory.
// It is said, not hidden.
int main(int argc, char** argv) {
  try {
    return run_command_line(argc, argv, {.has_display = has_display, .run_viewer = open_viewer});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "malimap: %s\n", error.what());
    return static_cast<int>(Exit::Failed);
  }
}
