#pragma once
#include <vector>

#include "geo/coverage/cube.h"
#include "geo/map/composition.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// One circle per position of the projects that pass the filter; projects at one position share it.
/// The circle's area grows with the number of projects: rows that are one project count as one,
/// though Marker::projects holds each. Places outside the country are left out, and those of
/// Projects::places that `shown` says no of (empty: all are shown). Largest first, so that small
/// ones are drawn on top. With the cube at hand texts are searched sooner.
[[nodiscard]] std::vector<Marker> make_markers(const Dataset& dataset, const Filter& filter,
                                               const std::string& projection,
                                               const std::vector<bool>& shown = {},
                                               const CoverageCube* cube = nullptr);

/// Which of the list's places lie in zones that the filter of units left in; empty without one.
[[nodiscard]] std::vector<bool> places_left_in(const Projects& projects,
                                               const Boundaries& boundaries,
                                               const Coverage& coverage, const Filter& filter);

/// Radius of a circle for so many projects where the largest stands for `largest`.
[[nodiscard]] double marker_radius_dp(std::int64_t count, std::int64_t largest);

}  // namespace malimap
