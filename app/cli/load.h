#pragma once
// From options to everything that a map or a table is made of. The same for every verb and for the
// viewer.

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/snapshot.h"
#include "geo/projects/dataset.h"

namespace malimap {

struct Loaded {
  Snapshot<Boundaries> boundaries;
  Snapshot<Dataset> dataset;
  Snapshot<Problems> problems;    // found while reading; never null
  Snapshot<ReadOptions> reading;  // how the lists were read
  Scene scene;
  std::vector<std::string> boundary_files,
      project_files;  // as named by the user; empty: the embedded data
};

/// Reads what the options name, checks level and filter against it, and makes the scene. Errors:
/// those of the readers; two boundary files of one level; a level that the boundaries do not have;
/// a filter on what the data does not know. Several boundary files are nested (read_nested()).
[[nodiscard]] Result<Loaded> load(const Options& options, Progress* progress = nullptr);

/// One line a file with problems: how many rows want looking at, and how to list them. Never the
/// problems themselves.
[[nodiscard]] std::vector<Message> remarks(const Loaded& loaded);

}  // namespace malimap
