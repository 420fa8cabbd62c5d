#pragma once
// Many short texts that repeat themselves, each held once, in one buffer.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace malimap {

/// Number of a text in its pool. 0 is always the empty text.
using TextId = std::uint32_t;

/// About 20 bytes a distinct text beside its letters.
class TextPool {
 public:
  TextPool() : ends_{0} {}
  /// The number of the text, added when new.
  TextId add(std::string_view text);
  /// Valid until the next add().
  [[nodiscard]] std::string_view operator[](TextId id) const {
    const std::uint64_t from = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(bytes_).substr(from, ends_[id] - from);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    TextId id = 0;  // 0: free
  };
  void grow();

  std::string bytes_;
  std::vector<std::uint64_t> ends_;
  std::vector<Slot> slots_;  // open addressing, a power of two
};

/// Room for one more, growing by half: doubling would leave half of a long list empty.
template <class List>
void reserve_one_more(List& list) {
  if (list.size() == list.capacity())
    list.reserve(list.size() + list.size() / 2 + 8);
}

}  // namespace malimap
