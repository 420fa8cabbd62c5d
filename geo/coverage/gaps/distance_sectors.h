#pragma once
// How far it is to the nearest project of each sector. Inside gaps only.

#include "geo/boundaries/locate.h"
#include "geo/coverage/gaps/distance.h"

namespace malimap {

/// Where a zone is measured from; nothing: it is not spoken of.
using ZoneSeats = std::vector<std::optional<LonLat>>;

/// Of the sectors that projects of the list have under the filter. A zone has no distance where
/// unmeasured_zones() says so of the sector and the list leaves places unknown. When cancelled,
/// what there is.
[[nodiscard]] std::vector<SectorDistances> sector_distances(
    const CoverageCube& cube, const Boundaries& boundaries, const Filter& filter,
    std::span<const Town> towns, const ZoneSeats& seats, const UnitLocator& locator,
    const Progress* progress);

/// The locator: of the layer of the zones' units. Per zone whether it has projects and the place of
/// none is known: the nearest may be one of them.
[[nodiscard]] std::vector<bool> unmeasured_zones(const Coverage& coverage,
                                                 const std::vector<MeasuredPlace>& places,
                                                 const UnitLocator& locator);

}  // namespace malimap
