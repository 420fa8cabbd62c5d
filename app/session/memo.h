#pragma once
// A stage that remembers: the same key gives the same value without working again.

#include <cstddef>
#include <deque>
#include <utility>

namespace malimap {

/// Keeps the last `capacity` values, so that undo and a toggle back cost nothing. Key needs ==.
template <class Key, class Value>
class Memo {
 public:
  explicit Memo(std::size_t capacity = 1) : capacity_(capacity) {}

  template <class Make>
  const Value& get(const Key& key, Make make) {
    for (auto it = entries_.begin(); it != entries_.end(); ++it)
      if (it->first == key) {
        if (it != entries_.begin()) {
          auto entry = std::move(*it);
          entries_.erase(it);
          entries_.push_front(std::move(entry));
        }
        return entries_.front().second;
      }
    put(key, make());
    return entries_.front().second;
  }

  /// A value that was made elsewhere.
  void put(const Key& key, Value value) {
    ++runs_;
    entries_.emplace_front(key, std::move(value));
    if (entries_.size() > capacity_)
      entries_.pop_back();
  }

  [[nodiscard]] bool holds(const Key& key) const {
    for (const auto& entry : entries_)
      if (entry.first == key)
        return true;
    return false;
  }

  /// How often a value was made: what a test counts instead of time.
  [[nodiscard]] std::size_t runs() const { return runs_; }

 private:
  std::size_t capacity_;
  std::size_t runs_ = 0;
  std::deque<std::pair<Key, Value>> entries_;  // latest first
};

}  // namespace malimap
