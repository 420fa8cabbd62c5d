#pragma once
// What the map is about: a list of projects, and with the embedded bulletin also its aggregates.
// Where there are aggregates they alone give the figures; the individual projects are already
// inside them and are shown as places only, never added.

#include <map>
#include <string>

#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/base/snapshot.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/aggregates.h"
#include "geo/projects/projects.h"

namespace malimap {

struct Dataset {
  Snapshot<Aggregates> aggregates;  // null for a user's list
  Snapshot<Projects> projects;      // never null
  std::map<std::string, std::int64_t>
      population;  // per P-code of the boundaries in use; absent is unknown
  std::string population_source;
  ReadCounts counts;
};

/// The June 2017 bulletin on these boundaries (its zones mapped by the crosswalk).
[[nodiscard]] Dataset embedded_dataset(const Boundaries& boundaries);

/// Reads one project list (CSV, and what GDAL's allowed drivers open) and matches its places to the
/// boundaries. Every row is used, national, outside, unlocated or skipped, and what is doubtful is
/// reported. Errors: no such file, directory, empty, no header.
[[nodiscard]] Result<Dataset> read_projects(const std::string& path, const Boundaries& boundaries,
                                            Problems& problems, Progress* progress = nullptr);

/// Several lists as one; each keeps its rows' order.
[[nodiscard]] Dataset concatenate(std::vector<Dataset> lists);

}  // namespace malimap
