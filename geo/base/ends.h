#pragma once
// Numbers that never fall, such as where texts end in one buffer.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "geo/base/growth.h"

namespace malimap {

/// As a vector of 64-bit numbers, in 4 bytes each: of each its low word, and apart from them the
/// few places where the high word counts on.
template <class Low = std::uint32_t>
class Ends {
 public:
  void push_back(std::uint64_t end) {
    for (; (end >> kBits) > carries_.size();)
      carries_.push_back(low_.size());
    reserve_one_more(low_);
    low_.push_back(static_cast<Low>(end));
  }
  [[nodiscard]] std::uint64_t operator[](std::size_t i) const {
    if (carries_.empty())
      return low_[i];
    const auto high = std::upper_bound(carries_.begin(), carries_.end(), i) - carries_.begin();
    return (static_cast<std::uint64_t>(high) << kBits) | low_[i];
  }
  [[nodiscard]] std::size_t size() const { return low_.size(); }
  [[nodiscard]] bool empty() const { return low_.empty(); }
  void reserve_for(std::size_t more) { reserve_more(low_, more); }
  void shrink_to_fit() { low_.shrink_to_fit(); }
  [[nodiscard]] std::size_t memory() const { return low_.capacity() * sizeof(Low); }

 private:
  static constexpr unsigned kBits = std::numeric_limits<Low>::digits;
  std::vector<Low> low_;
  std::vector<std::size_t> carries_;  // from this number on the high word is one more
};

}  // namespace malimap
