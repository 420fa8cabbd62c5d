#pragma once
// How far projects are, explained as explain() does it for the figures of a coverage.

#include "geo/coverage/explain.h"
#include "geo/coverage/gaps/distance.h"

namespace malimap {

/// The share of the area, and the towns, that lie farther than DistanceStudy::beyond_km: of each
/// zone and, by name, of each such town; the rule, and the rows that were measured to. The study is
/// of this cube under this filter, the coverage too.
[[nodiscard]] Explanation explain_distances(const DistanceStudy& study, const CoverageCube& cube,
                                            const Coverage& coverage, const Filter& filter,
                                            const Translator& tr);

}  // namespace malimap
