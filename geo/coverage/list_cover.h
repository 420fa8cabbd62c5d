#pragma once
// Coverage of a project list: every figure is a sum over its rows. cube.h is the way in.

#include "geo/coverage/cube.h"
#include "geo/coverage/tally.h"

namespace malimap {

[[nodiscard]] Coverage cover_list(const CoverageCube& cube, const Filter& filter);
[[nodiscard]] std::vector<CoverageGroup> group_list(const CoverageCube& cube, const Filter& filter,
                                                    std::span<const Dimension> dimensions);
[[nodiscard]] std::vector<FacetValue> facets_of_list(const CoverageCube& cube, Dimension dimension,
                                                     const Filter& filter);
/// Whatever the places: Filter::units is left out.
[[nodiscard]] std::vector<FacetValue> facets_of_list(const Dataset& dataset, Dimension dimension,
                                                     const Filter& filter);

/// A facet's tallies, by code, in its order.
[[nodiscard]] std::vector<FacetValue> facet_values(const TallyTable& tallies,
                                                   const Dictionary& dictionary,
                                                   const Dataset& dataset, Dimension dimension);
/// Puts in the notes. `known_more_coarsely`: projects left out because they are known for more than
/// the filter's units.
void finish_list_coverage(Coverage& coverage, const CoverageCube& cube, const Filter& filter,
                          std::int64_t known_more_coarsely);

}  // namespace malimap
