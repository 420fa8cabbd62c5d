// The program: joins the command line, which knows no windows, with the viewer, which knows no
// command line.

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include "app/cli/cli.h"
#include "app/cli/console.h"
#include "app/cli/load.h"
#include "app/window/viewer.h"
#include "geo/projects/workspace.h"

namespace {

using namespace malimap;

/// Where answers go: the workspace of --workspace, or the one among the files.
std::string workspace_file(const Options& options) {
  if (!options.list.workspace.empty())
    return options.list.workspace;
  for (const std::string& file : options.files)
    if (is_workspace(file))
      return file;
  return {};
}

/// What the user waits for: lists are longer than boundaries.
std::string file_to_read(const Options& options) {
  for (const auto* named : {&options.projects, &options.files, &options.boundaries})
    if (!named->empty())
      return std::filesystem::path(named->back()).filename().string();
  return {};
}

ViewerOptions viewer_options(const Options& options) {
  const WindowOptions& window = options.window;
  return {.language = options.language,
          .width = window.width,
          .height = window.height,
          .scale = window.scale,
          .screenshot = window.screenshot,
          .probe = window.probe,
          .workspace = workspace_file(options),
          .reading = file_to_read(options),
          .timing = window.timing,
          .bench_pan_frames = window.bench_pan_frames};
}

Result<StartState> start_state(const Options& options, const Reading& reading) {
  auto loaded = load(options, &reading.progress, reading.boundaries_are_there);
  if (!loaded)
    return tl::make_unexpected(loaded.error());
  for (const Message& remark : remarks(*loaded))
    say(remark, Translator(loaded->language));
  StartState start;
  start.sources.boundaries = loaded->boundaries;
  start.sources.dataset = loaded->dataset;
  start.sources.problems = loaded->problems;
  start.sources.reading = loaded->reading;
  start.sources.project_paths = loaded->project_files;
  start.sources.boundary_paths = loaded->boundary_files;
  start.scene = loaded->scene;
  start.workspace = {loaded->workspace, std::move(loaded->scenes), loaded->current, false};
  start.language = loaded->language;
  return start;
}

Status open_viewer(const Options& options) {
  return run_viewer(viewer_options(options),
                    [&options](const Reading& reading) { return start_state(options, reading); });
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
