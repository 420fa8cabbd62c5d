#pragma once
#include <atomic>

namespace malimap {

/// Shared between a job and the one who waits: the job writes value (0 to 1) and asks cancelled()
/// between steps.
class Progress {
 public:
  void set(double value) { value_.store(value, std::memory_order_relaxed); }
  [[nodiscard]] double value() const { return value_.load(std::memory_order_relaxed); }
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<double> value_{0};
  std::atomic<bool> cancelled_{false};
};

}  // namespace malimap
