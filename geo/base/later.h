#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

namespace malimap {

/// A value that whoever asks first makes, on any thread; the others wait for it. Copies share it.
template <class Value>
class Later {
 public:
  Later() = default;
  /// It is there already.
  explicit Later(Value value) {
    shared_->value = std::move(value);
    shared_->made = true;
  }

  /// `make` gives the value; it is called once, and again only where it has thrown. It must not ask
  /// for the value itself.
  template <class Make>
  const Value& get(Make make) const {
    Shared& shared = *shared_;
    // Not std::call_once: after `make` has thrown, the next caller hangs under the thread
    // sanitizer.
    if (!shared.made.load(std::memory_order_acquire)) {
      const std::lock_guard lock(shared.making);
      if (!shared.made.load(std::memory_order_relaxed)) {
        shared.value = make();
        shared.made.store(true, std::memory_order_release);
      }
    }
    return shared.value;
  }

 private:
  struct Shared {
    std::mutex making;
    std::atomic<bool> made{false};
    Value value;
  };
  std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace malimap
