#pragma once
#include <algorithm>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace malimap {

/// How many threads a long computation may use here.
[[nodiscard]] inline std::size_t worker_count() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
}

/// Calls work(0) to work(count - 1), each on a thread of its own (the last on this one), and waits.
/// The work must not throw.
inline void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i + 1 < count; ++i)
    threads.emplace_back([&work, i] { work(i); });
  if (count > 0)
    work(count - 1);
}

}  // namespace malimap
