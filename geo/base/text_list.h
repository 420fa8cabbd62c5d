#pragma once
// Texts one behind the other in one buffer.

#include <string_view>
#include <vector>

#include "geo/base/ends.h"

namespace malimap {

/// Four bytes a text beside its letters.
class TextList {
 public:
  void push_back(std::string_view text) {
    reserve_more(bytes_, text.size());
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    ends_.push_back(bytes_.size());
  }
  /// Valid until the next change.
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    const std::uint64_t from = begin_of(i);
    return {bytes_.data() + from, static_cast<std::size_t>(ends_[i] - from)};
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// All letters of some neighbours.
  [[nodiscard]] std::string_view bytes(std::size_t first, std::size_t last) const {
    const std::uint64_t from = begin_of(first);
    return {bytes_.data() + from, static_cast<std::size_t>(begin_of(last) - from)};
  }
  /// Where a text begins in bytes(0, size()); behind the last one: where that ends.
  [[nodiscard]] std::uint64_t begin_of(std::size_t i) const { return i == 0 ? 0 : ends_[i - 1]; }
  void append(const TextList& other) {
    const std::uint64_t before = bytes_.size();
    reserve_for(other.size(), other.bytes_.size());
    bytes_.insert(bytes_.end(), other.bytes_.begin(), other.bytes_.end());
    for (std::size_t i = 0; i < other.size(); ++i)
      ends_.push_back(before + other.ends_[i]);
  }
  /// Room for so many texts more, of so many letters together.
  void reserve_for(std::size_t texts, std::size_t letters) {
    ends_.reserve_for(texts);
    reserve_more(bytes_, letters);
  }
  void shrink_to_fit() {
    bytes_.shrink_to_fit();
    ends_.shrink_to_fit();
  }
  [[nodiscard]] std::size_t memory() const { return bytes_.capacity() + ends_.memory(); }

 private:
  std::vector<char> bytes_;  // a string would double its room whatever is reserved
  Ends<> ends_;
};

}  // namespace malimap
