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

/// Classes by the method. Outer breaks are the least and the largest value; fixed inner breaks
/// (Classing::fixed) are taken as they are, and may leave classes empty; values beyond them lie in
/// the first or last class. Otherwise at most `classing.count` classes, none empty, fewer when
/// there are fewer distinct values.
[[nodiscard]] Classes classify(std::span<const std::optional<double>> values,
                               const Classing& classing);

/// Natural breaks: the partition of least squared deviation (exact, by dynamic programming: Fisher
/// 1958, Jenks 1977), its breaks then moved to the roundest number between the neighbouring values,
/// so that they can be read aloud. At most `wanted` classes, fewer when there are fewer distinct
/// values.
[[nodiscard]] Classes natural_breaks(std::span<const std::optional<double>> values, int wanted);

/// Classes around a middle: as many on each side as the values there need, at most half of `wanted`
/// each (odd numbers lose one), the middle being a break. Method as of classify. `below`: how many
/// classes lie under the middle.
struct DivergingClasses {
  Classes classes;
  int below = 0;
};
[[nodiscard]] DivergingClasses classify_around(std::span<const std::optional<double>> values,
                                               double middle, const Classing& classing);

/// How often values lie in equally wide bins from the least to the largest; empty without values.
struct Histogram {
  double low = 0, high = 0;
  std::vector<int> bins;
};
[[nodiscard]] Histogram histogram_of(std::span<const std::optional<double>> values, int bins);

}  // namespace malimap
