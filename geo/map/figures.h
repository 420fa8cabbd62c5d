#pragma once
// Figures of zones as numbers to draw.

#include <optional>
#include <vector>

#include "geo/coverage/measure.h"

namespace malimap {

using ZoneValues = std::vector<std::optional<double>>;  // one a zone; nothing: not reported

/// The value; nothing for a zone outside the filter's units, of which nothing is said, not even its
/// population.
[[nodiscard]] std::optional<double> shown_value(Measure measure, const CoverageZone& zone,
                                                const Coverage& coverage);

[[nodiscard]] ZoneValues values_of_zones(const Coverage& coverage, Measure measure);

/// What can be divided into parts and counted out: projects, budget or people. A rate stands for
/// what it is a rate of.
[[nodiscard]] Measure total_behind(Measure measure);

/// Whether zero is no activity at all, which has a class of its own; of a difference or a distance
/// it is a value as others.
[[nodiscard]] bool zero_is_nothing(Measure measure);

/// Where coverage is as large as the need's share: 1 of quotients, 0 of differences from it.
[[nodiscard]] std::optional<double> even_point(Measure measure);

/// The mean of the zones: of a rate the sum over the zones by the sum of what it is per, of a total
/// the mean zone. Nothing without a value.
[[nodiscard]] std::optional<double> mean_of_zones(const Coverage& coverage, Measure measure);

}  // namespace malimap
