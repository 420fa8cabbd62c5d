#pragma once
// Where the methods cut a series: inside coverage only, classes.h is what others use.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "geo/coverage/classing.h"

namespace malimap {

/// The finite values in order, each once, with how often it occurs. Equal values cannot be cut
/// apart.
struct SortedValues {
  std::vector<double> value;
  std::vector<double> weight;
  [[nodiscard]] std::size_t size() const { return value.size(); }
};
[[nodiscard]] SortedValues sorted_values(std::span<const std::optional<double>> values);

/// The part [first, last) of the distinct values.
[[nodiscard]] SortedValues part_of(const SortedValues& all, std::size_t first, std::size_t last);

/// Where classes after the first begin: indices into the distinct values, ascending.
using Cuts = std::vector<std::size_t>;

/// Least sum of squared deviations from the classes' means, exactly (Fisher 1958, Jenks 1977). At
/// most as many classes as there are values.
[[nodiscard]] Cuts natural_cuts(const SortedValues& sorted, std::size_t classes);

/// Each class takes what is nearest to an equal part of the values that are left, and at least one
/// distinct value; of two equally near ends the lower. Without ties sizes differ by one at most.
[[nodiscard]] Cuts quantile_cuts(const SortedValues& sorted, std::size_t classes);

/// Head/tail breaks (Jiang 2013, "Head/tail breaks: a new classification scheme for data with a
/// heavy-tailed distribution", The Professional Geographer 65(3)): cut at the mean, and again what
/// lies above it for as long as it is a minority of at most 40 %. `mirrored`: the long tail reaches
/// downward.
[[nodiscard]] Cuts head_tail_cuts(const SortedValues& sorted, std::size_t classes,
                                  bool mirrored = false);

/// The roundest number in (below, at_most]: a multiple of the largest possible step of 1, 5, 2
/// times a power of ten, the one nearest to the middle.
[[nodiscard]] double roundest_between(double below, double at_most);

/// Inner breaks of methods whose breaks are the definition: those in (low, high] only, so that the
/// first and the last class hold values. Classes between may be empty.
[[nodiscard]] std::vector<double> equal_breaks(double low, double high, std::size_t classes);

/// Multiples of the least step of 1, 2 or 5 times a power of ten that gives at most so many
/// classes, as map-makers round equal intervals.
[[nodiscard]] std::vector<double> pretty_breaks(double low, double high, std::size_t classes);

/// Steps of one standard deviation (of all values, not of a sample): around the mean for an odd
/// number of classes, from the mean for an even one (Slocum et al., "Thematic Cartography and
/// Geovisualization").
[[nodiscard]] std::vector<double> deviation_breaks(const SortedValues& sorted, std::size_t classes);

/// The same to both sides of a middle, which is not among them, at most `half` classes a side: by
/// equal steps of the longer side's part, by round steps, by the root mean square distance from the
/// middle. Not for the other methods.
[[nodiscard]] std::vector<double> breaks_around(const SortedValues& sorted, double middle,
                                                ClassMethod method, std::size_t half);

}  // namespace malimap
