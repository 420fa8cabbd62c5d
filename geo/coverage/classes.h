#pragma once
#include <optional>
#include <span>
#include <vector>

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

/// Natural breaks: the partition of least squared deviation (exact, by dynamic programming: Fisher
/// 1958, Jenks 1977), its breaks then moved to the roundest number between the neighbouring values,
/// so that they can be read aloud. At most `wanted` classes, fewer when there are fewer distinct
/// values.
[[nodiscard]] Classes natural_breaks(std::span<const std::optional<double>> values, int wanted);

}  // namespace malimap
