#pragma once
#include <vector>

#include "geo/coverage/filter.h"
#include "geo/map/composition.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// One circle per position of the projects that pass the filter; projects at one position share it.
/// The circle's area grows with the number of projects: rows that are one project count as one,
/// though Marker::projects holds each. Places outside the country are left out. Largest first, so
/// that small ones are drawn on top.
[[nodiscard]] std::vector<Marker> make_markers(const Dataset& dataset, const Filter& filter,
                                               const std::string& projection);

/// Radius of a circle for so many projects where the largest stands for `largest`.
[[nodiscard]] double marker_radius_dp(std::int64_t count, std::int64_t largest);

}  // namespace malimap
