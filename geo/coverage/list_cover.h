#pragma once
// Coverage of a project list: every figure is a sum over its rows. cube.h is the way in.

#include "geo/coverage/cube.h"

namespace malimap {

[[nodiscard]] Coverage cover_list(const CoverageCube& cube, const Filter& filter);
[[nodiscard]] std::vector<CoverageGroup> group_list(const CoverageCube& cube, const Filter& filter,
                                                    std::span<const Dimension> dimensions);
[[nodiscard]] std::vector<FacetValue> facets_of_list(const Dataset& dataset, Dimension dimension,
                                                     const Filter& filter);

}  // namespace malimap
