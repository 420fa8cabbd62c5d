#pragma once
// From the state to the workspace file.

#include <string>

#include "app/session/state.h"
#include "geo/projects/workspace.h"

namespace malimap {

/// What is to be written to `path`: sources, scenes, view and language of the state; the rest
/// (mappings, answers, rates, what a later version wrote) as `base` has it, with what the state
/// knows beside. Pure.
[[nodiscard]] Workspace workspace_to_save(const State& state, const Workspace& base,
                                          const std::string& path);

/// Writes the workspace; what the file holds stays where the state says nothing. A file that is no
/// workspace is replaced. For a job. Errors: those of reading the workspace that is there, and of
/// save_file.
[[nodiscard]] Status save_state(const State& state, const std::string& path);

}  // namespace malimap
