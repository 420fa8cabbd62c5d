#pragma once
// The command line: parses it and runs the verbs. Needs geo alone, so that the verbs run on a
// machine without a display.

#include <functional>

#include "geo/base/result.h"

namespace malimap {

struct Options;  // app/cli/options.h

/// How the verb-less call opens the viewer; handed in by main, so that this part does not know
/// windows.
struct Frontend {
  std::function<bool()> has_display;
  std::function<Status(const Options&)> run_viewer;
};

/// The exit status: 0 done; 1 done, problems found and reported; 2 wrong use or unreadable input,
/// with one line on stderr.
[[nodiscard]] int run_command_line(int argc, char** argv, const Frontend& frontend);

}  // namespace malimap
