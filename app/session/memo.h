#pragma once
// A stage that remembers: the same key gives the same value without working again.

#include <algorithm>
#include <cstddef>
#include <deque>
#include <iterator>
#include <utility>

namespace malimap {

/// Keeps the last `capacity` values, so that undo and a toggle back cost nothing. Key needs ==.
template <class Key, class Value>
class Memo {
 public:
  explicit Memo(std::size_t capacity = 1) : capacity_(capacity) {}

  template <class Make>
  const Value& get(const Key& key, Make make) {
    if (const Value* value = find(key))
      return *value;
    put(key, make());
    return entries_.front().second;
  }

  /// Null where it is not kept. What is found is the latest now.
  [[nodiscard]] const Value* find(const Key& key) {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const auto& entry) { return entry.first == key; });
    if (found == entries_.end())
      return nullptr;
    std::rotate(entries_.begin(), found, std::next(found));
    return &entries_.front().second;
  }

  /// A value that was made elsewhere.
  void put(const Key& key, Value value) {
    ++runs_;
    entries_.emplace_front(key, std::move(value));
    if (entries_.size() > capacity_)
      entries_.pop_back();
  }

  /// How often a value was made: what a test counts instead of time.
  [[nodiscard]] std::size_t runs() const { return runs_; }

 private:
  std::size_t capacity_;
  std::size_t runs_ = 0;
  std::deque<std::pair<Key, Value>> entries_;  // latest first
};

}  // namespace malimap
