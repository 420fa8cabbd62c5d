#pragma once
// From options to everything that a map or a table is made of. The same for every verb and for the
// viewer.

#include <functional>
#include <string>
#include <vector>

#include "app/cli/options.h"
#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/snapshot.h"
#include "geo/map/scene_json.h"
#include "geo/projects/dataset.h"
#include "geo/projects/need_table.h"

namespace malimap {

struct Loaded {
  Snapshot<Boundaries> boundaries;
  Snapshot<Dataset> dataset;
  Snapshot<Problems> problems;    // found while reading; never null
  Snapshot<ReadOptions> reading;  // how the lists were read
  Scene scene;
  Snapshot<NeedTable> need;  // of the file that the scene holds coverage against; null: none
  Language language = Language::French;
  // As named by the user, or by the opened workspace; empty: the embedded data.
  std::vector<std::string> boundary_files, project_files;
  std::string workspace;  // opened; "" for none
  // The workspace's, with the look of the options laid over them.
  std::vector<SavedScene> scenes;
  int current = -1;  // of them: the one that `scene` is
};

/// Reads what the options name, checks level and filter against it, and makes the scene. A
/// workspace among the files, or that of --workspace where scenes of it are asked for, is opened:
/// its lists and boundaries, where the options name none, and its scenes. Errors: those of the
/// readers; two workspaces; a scene that it does not have; two boundary files of one level; a level
/// that the boundaries do not have; a filter on what the data does not know.
/// `boundaries_are_there`: called before the lists are read, with the scene but for what hangs on
/// them.
[[nodiscard]] Result<Loaded> load(
    const Options& options, Progress* progress = nullptr,
    const std::function<void(const Snapshot<Boundaries>&, const Scene&)>& boundaries_are_there =
        {});

/// One line a file with problems: how many rows want looking at, and how to list them. Never the
/// problems themselves.
[[nodiscard]] std::vector<Message> remarks(const Loaded& loaded);

}  // namespace malimap
