#pragma once
// The verbs, one file each. Each reads, does one thing, says what went wrong, and returns the exit
// status.

#include "app/cli/cli.h"
#include "app/cli/console.h"
#include "app/cli/options.h"

namespace malimap {

/// Draws the map into a file.
[[nodiscard]] Exit run_render(const Options& options);

/// Prints coverage as a table, CSV or JSON.
[[nodiscard]] Exit run_summarize(const Options& options);

/// Without a file, how the bulletin's figures fit together; with project lists, what is wrong in
/// them, row by row.
[[nodiscard]] Exit run_check(const Options& options);

/// Prints where coverage is missing, held against need, and the indices of how unequal it is.
[[nodiscard]] Exit run_gaps(const Options& options);

/// Opens the viewer; without a display draws the default map into malimap.png instead.
[[nodiscard]] Exit run_viewer_verb(const Options& options, const Frontend& frontend);

}  // namespace malimap
