#pragma once
#include <memory>

namespace malimap {

/// An immutable value shared by reference. Two snapshots with the same pointer are the same data:
/// stages compare pointers to decide what to do again.
template <class T>
using Snapshot = std::shared_ptr<const T>;

template <class T>
[[nodiscard]] Snapshot<std::remove_cvref_t<T>> snapshot(T&& value) {
  return std::make_shared<const std::remove_cvref_t<T>>(std::forward<T>(value));
}

}  // namespace malimap
