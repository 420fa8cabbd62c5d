#pragma once
// What the benchmarks measure time with.

#include <algorithm>
#include <chrono>
#include <vector>

namespace malimap {

using Clock = std::chrono::steady_clock;

inline double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The upper of the middle two of an even number; there is at least one.
inline double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace malimap
