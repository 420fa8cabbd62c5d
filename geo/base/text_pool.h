#pragma once
// Many short texts that repeat themselves, each held once, in one buffer.

#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/base/growth.h"
#include "geo/base/text_list.h"

namespace malimap {

/// Number of a text in its pool. 0 is always the empty text.
using TextId = std::uint32_t;

/// About 16 bytes a distinct text beside its letters; 4 while nothing is added.
class TextPool {
 public:
  TextPool() { texts_.push_back({}); }
  /// The number of the text, added when new.
  TextId add(std::string_view text);
  /// Valid until the next add().
  [[nodiscard]] std::string_view operator[](TextId id) const { return texts_[id]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  /// Frees what only add() needs; the next one makes it again.
  void shrink_to_fit();
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    TextId id = 0;  // 0: free
  };
  void make_slots(std::size_t count);
  static void put(std::vector<Slot>& slots, Slot slot);

  TextList texts_;
  std::vector<Slot> slots_;  // open addressing, a power of two
};

}  // namespace malimap
