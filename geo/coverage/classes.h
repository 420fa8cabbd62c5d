#pragma once
#include <optional>
#include <span>
#include <vector>

#include "geo/coverage/classing.h"

namespace malimap {

/// Classes of a choropleth. Class i holds the values in [breaks[i], breaks[i + 1]), the last one
/// its upper end too.
struct Classes {
  std::vector<double> breaks;  // ascending, one more than classes; empty when there are no values
  std::vector<int> class_of;   // per input value; kNoClass where the value is missing
  std::vector<int> members;    // how many values each class holds
  [[nodiscard]] int count() const {
    return breaks.empty() ? 0 : static_cast<int>(breaks.size()) - 1;
  }
};
inline constexpr int kNoClass = -1;

/// Classes by the method; missing values and those that are not finite have none, equal values lie
/// in the same one. Outer breaks are the least and the largest value; fixed inner breaks
/// (Classing::fixed) are taken as they are, in order and once each, and may leave classes empty;
/// values beyond them lie in the first or last class (an outer break is then the inner one).
/// Otherwise at most `classing.count` classes (1 to kMostClasses), fewer when there are fewer
/// distinct values. Natural, Quantile and HeadTail cut between values, so that none is empty, and
/// then round the break inside that gap; of EqualInterval, Pretty and StandardDeviation the breaks
/// are the definition, exact, and classes between the first and the last may be empty. Manual
/// without breaks is Natural. Methods and their sources: class_cuts.h.
[[nodiscard]] Classes classify(std::span<const std::optional<double>> values,
                               const Classing& classing);

/// Natural breaks: the partition of least squared deviation (exact, by dynamic programming: Fisher
/// 1958, Jenks 1977), its breaks then moved to the roundest number between the neighbouring values,
/// so that they can be read aloud. At most `wanted` classes, fewer when there are fewer distinct
/// values.
[[nodiscard]] Classes natural_breaks(std::span<const std::optional<double>> values, int wanted);

/// Classes around a middle: as many on each side as the values there need, at most half of `wanted`
/// each (odd numbers lose one), the middle being a break, also among fixed ones. Values equal to
/// the middle lie above it. When all values lie to one side the middle is the outer break there.
/// Method as of classify, each side by itself; equal and round steps and deviations (root mean
/// square distance from the middle) step away from the middle alike on both sides. `below`: how
/// many classes lie under the middle.
struct DivergingClasses {
  Classes classes;
  int below = 0;
};
[[nodiscard]] DivergingClasses classify_around(std::span<const std::optional<double>> values,
                                               double middle, const Classing& classing);

/// How often values lie in equally wide bins from the least to the largest, which lies in the last;
/// empty without values. Where all are equal they lie in the middle bin.
struct Histogram {
  double low = 0, high = 0;
  std::vector<int> bins;
};
[[nodiscard]] Histogram histogram_of(std::span<const std::optional<double>> values, int bins);

}  // namespace malimap
