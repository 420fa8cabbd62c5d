#pragma once
// Where next: zones, or zones in sectors, that have less than their share. Inside gaps only.

#include <vector>

#include "geo/coverage/gaps/cases.h"

namespace malimap {

/// The gaps of these layers, worst first, by shortfall or by load. Of `coverage` the projects tell
/// where there is nothing at all.
[[nodiscard]] std::vector<GapRank> rank_gaps(const std::vector<CaseLayer>& layers,
                                             const Coverage& coverage, GapOrder order);

/// Fills GapRank::moved against the list as it was; a line that is new came from behind its end.
/// The lines of `before` that are gone.
[[nodiscard]] std::vector<GapRank> compare_ranks(std::vector<GapRank>& after,
                                                 const std::vector<GapRank>& before);

}  // namespace malimap
