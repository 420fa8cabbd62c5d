#pragma once
// Symbols over the zones: circles and pies whose area is the figure, bars whose length is.

#include "geo/map/draft.h"
#include "geo/map/figures.h"

namespace malimap {

inline constexpr double kLargestSymbol = 26;  // dp, radius of the largest figure's circle
inline constexpr double kTallestBar = 56;     // dp, of the largest figure
inline constexpr double kBarWidth = 11;       // dp

/// Area proportional to the value (no perceptual scaling: what is drawn can be measured).
[[nodiscard]] double symbol_radius_dp(double value, double largest);
/// The value that a circle of kLargestSymbol stands for: the largest one, or more where so many are
/// large that they would cover each other.
[[nodiscard]] double value_of_full_circle(const ZoneValues& values, double largest);
[[nodiscard]] double bar_height_dp(double value, double largest);

/// Up to three round values for the key, small to large; the last one is at most `largest`.
/// `whole`: only whole numbers.
[[nodiscard]] std::vector<double> key_values(double largest, bool whole);

/// The unit of a zone that has most room: where its symbol stands. kNoUnit without any.
[[nodiscard]] UnitIndex seat_of(const CoverageZone& zone, const Shapes& shapes);

/// A round number that is at most `value`: 1, 2 or 5 times a power of ten.
[[nodiscard]] double round_down(double value);

}  // namespace malimap
