#pragma once
// The crosswalk that a user brings: lines like those that ship, whose pieces are units of the
// boundaries, by P-code or by name, or names that the crosswalk knows.

#include <optional>
#include <vector>

#include "geo/projects/crosswalk.h"
#include "geo/projects/places/crosswalk_entries.h"

namespace malimap {

/// The lines of the table. Reported: no column "level"; what crosswalk_entries() reports.
[[nodiscard]] std::vector<CrosswalkEntry> own_entries(const Table& table, Problems& problems);

/// The line laid over the boundaries. Reported: a piece that is not there or is there several
/// times, pieces of several levels.
[[nodiscard]] std::optional<CoveredPlace> lay_own(const CrosswalkEntry& entry,
                                                  const Boundaries& boundaries,
                                                  const Crosswalk& known, const Table& table,
                                                  Problems& problems);

}  // namespace malimap
