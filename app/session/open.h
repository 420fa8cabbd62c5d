#pragma once
// Opens files that the user dropped: boundaries, project lists or a workspace, recognised by what
// is in them.

#include <optional>
#include <string>
#include <vector>

#include "app/session/state.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"

namespace malimap {

/// What files gave. With a workspace among them its scenes and last view as well.
struct Opened {
  Sources sources;
  std::optional<WorkspaceState> workspace;
  std::optional<Scene> view;
  std::optional<Language> language;
};

/// The sources with these files in place of what they replace: lists replace the lists; boundaries
/// of levels that the present ones do not draw join them (nest()), others replace them all, and the
/// lists are matched again. A workspace replaces everything; beside it the
/// same holds for its own lists and boundaries. Reading only, so it can run as a job. Errors: the
/// first file that is neither; two boundary files of one level; two workspaces; a file that the
/// workspace names and that is not there.
[[nodiscard]] Result<Opened> open_files(const std::vector<std::string>& paths,
                                        const Sources& current, Progress& progress);

}  // namespace malimap
