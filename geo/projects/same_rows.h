#pragma once
// Which rows of a long list are the same in some respect.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/projects/projects.h"
#include "geo/projects/table.h"

namespace malimap {

struct SlotOfRow {
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  std::uint32_t hash = 0, index = kFree;
};

/// For each of `count` things the first one that equals it (itself, where it is the first).
/// hash(i) is 64 bits, 0 for a thing that equals no other. One look into a table a thing.
template <class Hash, class Equal>
[[nodiscard]] std::vector<std::uint32_t> first_equal(std::size_t count, Hash hash, Equal equal) {
  std::vector<std::uint64_t> keys(count);
  for (std::size_t i = 0; i < count; ++i)
    keys[i] = hash(i);
  std::size_t size = 16;
  while (size < count * 2)
    size *= 2;
  std::vector<SlotOfRow> slots(size);
  std::vector<std::uint32_t> firsts(count);
  constexpr std::size_t kAhead = 16;  // the table is larger than the caches
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kAhead < count)
      __builtin_prefetch(&slots[keys[i + kAhead] & (size - 1)]);
    firsts[i] = static_cast<std::uint32_t>(i);
    if (keys[i] == 0)
      continue;
    const auto high = static_cast<std::uint32_t>(keys[i] >> 32);
    std::size_t at = keys[i] & (size - 1);
    while (slots[at].index != SlotOfRow::kFree &&
           !(slots[at].hash == high && equal(slots[at].index, i)))
      at = (at + 1) & (size - 1);
    if (slots[at].index == SlotOfRow::kFree)
      slots[at] = {high, static_cast<std::uint32_t>(i)};
    else
      firsts[i] = slots[at].index;
  }
  return firsts;
}

/// What ids are compared by: without case and accents, and without blanks but those between digits,
/// where they separate numbers ("CML 1355" is "CML1355"; "1 11" is not "11 1").
void id_key(std::string_view id, std::string& key);

/// Per project of the list the first one with the same id; those without an id, and those that
/// stand for several projects, are themselves.
[[nodiscard]] std::vector<std::uint32_t> first_with_same_id(const Projects& projects);

/// Whether every row stands for one project and has an id that no other row has. False too, at odds
/// of one in millions, where the ids of a long list differ and only their 64-bit hashes are the
/// same.
[[nodiscard]] bool ids_all_differ(const Projects& projects);

/// Per row of the table the first one with the same cells and the same point.
[[nodiscard]] std::vector<std::uint32_t> first_same_row(const Table& table);

}  // namespace malimap
