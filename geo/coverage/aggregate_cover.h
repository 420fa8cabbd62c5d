#pragma once
// Coverage of figures that were published already summed: what was published is shown, and nothing
// is made from it that was not (margins are no cross table). cube.h is the way in.

#include "geo/coverage/cube.h"
#include "geo/coverage/inside_units.h"

namespace malimap {

[[nodiscard]] Coverage cover_aggregates(const CoverageCube& cube, const Filter& filter);
[[nodiscard]] std::vector<CoverageGroup> group_aggregates(const CoverageCube& cube,
                                                          const Filter& filter,
                                                          std::span<const Dimension> dimensions);

/// Funds and statuses from the key figures; sectors from the amounts per sector, under an open
/// choice of funds those of the funds that publish them. Donors and partners are known of single
/// projects only: their values, without figures.
/// Without a placement Filter::units is left out.
[[nodiscard]] std::vector<FacetValue> facets_of_aggregates(const Dataset& dataset,
                                                           const Placement* placement,
                                                           Dimension dimension,
                                                           const Filter& filter);

/// The country's figures under a filter: distinct projects and budget of the key figures. Nothing
/// where not published. Whatever the places.
[[nodiscard]] Figures total_of_aggregates(const Dataset& dataset, const Filter& filter);

/// The same inside the filter's units: the sum over the reported zones inside, by which budgets are
/// known. Distinct projects are known of a fund in one zone, and where the fund's mentions are as
/// many as its projects (each lies in one zone alone); else nothing.
[[nodiscard]] Figures total_inside(const Dataset& dataset, const Placement& placement,
                                   const InsideUnits& inside, const Filter& filter);

}  // namespace malimap
