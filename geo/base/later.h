#pragma once
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
    std::call_once(shared_->once, [&] { shared_->value = std::move(value); });
  }

  /// `make` gives the value; it is called once, and again only where it has thrown.
  template <class Make>
  const Value& get(Make make) const {
    std::call_once(shared_->once, [&] { shared_->value = make(); });
    return shared_->value;
  }

 private:
  struct Shared {
    std::once_flag once;
    Value value;
  };
  std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace malimap
