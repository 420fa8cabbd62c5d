#pragma once
// From features with recognised columns to the layers of units, coarse to fine.

#include "geo/boundaries/features.h"
#include "geo/boundaries/names.h"

namespace malimap {

/// Units with their keys, parents and shapes, the borders joined, coarser levels dissolved. Reports
/// rings that were mended
/// ("repaired-ring"), units that could not be drawn ("lost-unit"), P-codes that disagree with names
/// ("code-name-conflict"), keys that two units bear ("duplicate-pcode"). The layers are empty when
/// no unit has a shape.
[[nodiscard]] Boundaries build_layers(Features features, ColumnPlan plan, const RegionNames& known,
                                      const std::string& path, Problems& problems);

}  // namespace malimap
