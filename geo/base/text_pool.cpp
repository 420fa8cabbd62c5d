#include "geo/base/text_pool.h"

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
  if (ends_.size() * 5 >= slots_.size() * 4)
    grow();
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].id != 0; at = (at + 1) & mask)
    if (slots_[at].hash == hash && (*this)[slots_[at].id] == text)
      return slots_[at].id;
  const auto id = static_cast<TextId>(ends_.size());
  slots_[at] = {hash, id};
  if (bytes_.capacity() - bytes_.size() < text.size())
    bytes_.reserve(bytes_.size() + bytes_.size() / 2 + text.size());
  bytes_.append(text);
  reserve_one_more(ends_);
  ends_.push_back(bytes_.size());
  return id;
}

std::size_t TextPool::memory() const {
  return bytes_.capacity() + ends_.capacity() * sizeof(ends_[0]) +
         slots_.capacity() * sizeof(slots_[0]);
}

void TextPool::grow() {
  std::vector<Slot> wider(slots_.empty() ? 16 : slots_.size() * 2);
  const std::size_t mask = wider.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.id == 0)
      continue;
    std::size_t at = slot.hash & mask;
    while (wider[at].id != 0)
      at = (at + 1) & mask;
    wider[at] = slot;
  }
  slots_ = std::move(wider);
}

}  // namespace malimap
