#include "geo/base/text_pool.h"

#include <bit>
#include <functional>

namespace malimap {
namespace {

std::uint32_t hash_of(std::string_view text) {
  const auto hash = static_cast<std::uint64_t>(std::hash<std::string_view>{}(text));
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

TextId TextPool::add(std::string_view text) {
  if (text.empty())
    return 0;
  if (texts_.size() * 5 >= slots_.size() * 4)
    make_slots(std::bit_ceil(std::max<std::size_t>(16, texts_.size() * 3 / 2)));
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].id != 0; at = (at + 1) & mask)
    if (slots_[at].hash == hash && texts_[slots_[at].id] == text)
      return slots_[at].id;
  const auto id = static_cast<TextId>(texts_.size());
  slots_[at] = {hash, id};
  texts_.push_back(text);
  return id;
}

void TextPool::shrink_to_fit() {
  texts_.shrink_to_fit();
  std::vector<Slot>().swap(slots_);
}

std::size_t TextPool::memory() const {
  return texts_.memory() + slots_.capacity() * sizeof(slots_[0]);
}

void TextPool::put(std::vector<Slot>& slots, Slot slot) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = slot.hash & mask;
  while (slots[at].id != 0)
    at = (at + 1) & mask;
  slots[at] = slot;
}

void TextPool::make_slots(std::size_t count) {
  std::vector<Slot> slots(count);
  if (slots_.empty())  // the first ones, or they were freed
    for (TextId id = 1; id < texts_.size(); ++id)
      put(slots, {hash_of(texts_[id]), id});
  for (const Slot& slot : slots_)
    if (slot.id != 0)
      put(slots, slot);
  slots_ = std::move(slots);
}

}  // namespace malimap
