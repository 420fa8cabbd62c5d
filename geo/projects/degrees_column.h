#pragma once
// Degrees of longitude or latitude, as lists have them: typed with few digits.

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "geo/base/growth.h"

namespace malimap {

/// As a vector of doubles, to the bit. 4 bytes each while all have seven digits behind the point at
/// most (a centimetre), else 8: a quotient is rounded as a number is that was typed, so the count
/// of ten-millionths tells it exactly.
class DegreesColumn {
 public:
  void push_back(double degrees) {
    if (exact_.empty() && fits(degrees)) {
      reserve_one_more(counts_);
      counts_.push_back(count_of(degrees));
      return;
    }
    hold_exactly(1);
    reserve_one_more(exact_);
    exact_.push_back(degrees);
  }
  [[nodiscard]] double operator[](std::size_t i) const {
    return exact_.empty() ? degrees_of(counts_[i]) : exact_[i];
  }
  void set(std::size_t i, double degrees) {
    if (exact_.empty() && fits(degrees)) {
      counts_[i] = count_of(degrees);
      return;
    }
    hold_exactly(0);
    exact_[i] = degrees;
  }
  [[nodiscard]] std::size_t size() const { return counts_.size() + exact_.size(); }
  void append(const DegreesColumn& other) {
    if (exact_.empty() && other.exact_.empty()) {
      reserve_more(counts_, other.counts_.size());
      counts_.insert(counts_.end(), other.counts_.begin(), other.counts_.end());
      return;
    }
    hold_exactly(other.size());
    for (std::size_t i = 0; i < other.size(); ++i)
      exact_.push_back(other[i]);
  }
  void shrink_to_fit() {
    counts_.shrink_to_fit();
    exact_.shrink_to_fit();
  }
  [[nodiscard]] std::size_t memory() const {
    return counts_.capacity() * sizeof(std::int32_t) + exact_.capacity() * sizeof(double);
  }

 private:
  static constexpr double kPerDegree = 1e7;
  static std::int32_t count_of(double degrees) {
    return static_cast<std::int32_t>(std::llround(degrees * kPerDegree));
  }
  static double degrees_of(std::int32_t count) { return count / kPerDegree; }
  static bool fits(double degrees) {
    return std::abs(degrees) <= 200 &&
           std::bit_cast<std::uint64_t>(degrees_of(count_of(degrees))) ==
               std::bit_cast<std::uint64_t>(degrees);
  }
  /// Room for some more, too.
  void hold_exactly(std::size_t more) {
    reserve_more(exact_, counts_.size() + more);
    for (const std::int32_t count : counts_)
      exact_.push_back(degrees_of(count));
    std::vector<std::int32_t>().swap(counts_);
  }

  std::vector<std::int32_t> counts_;
  std::vector<double> exact_;  // instead of counts
};

}  // namespace malimap
