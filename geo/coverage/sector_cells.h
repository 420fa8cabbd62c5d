#pragma once
// Budgets over places and sectors at once, where a list gives shares of sectors.

#include "geo/coverage/placement.h"
#include "geo/projects/projects.h"

namespace malimap {

/// Whether the row's budget is divided over several sectors by given shares.
[[nodiscard]] bool has_sector_shares(const Projects& projects, std::size_t row);

/// Fills Placement::cells. Sums must hold both ways: the sectors of a place add up to the place's
/// part, and the places of a sector to the sector's share. So each place in turn takes its part
/// from what is left of the sectors, in proportion; the last one takes the rest.
void add_sector_cells(const Projects& projects, Placement& placement);

}  // namespace malimap
