#include "geo/base/text_column.h"

namespace malimap {

void TextColumn::push(std::string_view text) {
  if (!repeats_) {
    texts_.push_back(text);
    return;
  }
  ids_.push_back(static_cast<std::int32_t>(pool_.add(text)));
  letters_ += text.size();
  if (ids_.size() >= next_look_)
    look_whether_it_pays();
}

bool TextColumn::pays() const {
  const std::uint64_t one_by_one = letters_ + ids_.size() * sizeof(std::uint32_t);
  return pool_.memory() + ids_.memory() < one_by_one;
}

// Each time that the rows have doubled: all looks together cost no more than the rows do.
void TextColumn::look_whether_it_pays() {
  next_look_ = ids_.size() * 2;
  if (pays())
    return;
  texts_.reserve_for(ids_.size(), letters_);
  for (std::size_t row = 0; row < ids_.size(); ++row)
    texts_.push_back(pool_[id(row)]);
  repeats_ = false;
  pool_ = {};
  ids_ = {};
}

void TextColumn::append(const TextColumn& other) {
  if (empty()) {
    *this = other;
    return;
  }
  if (!repeats_ && !other.repeats_) {
    texts_.append(other.texts_);
    return;
  }
  if (!repeats_ || !other.repeats_) {
    for (std::size_t row = 0; row < other.size(); ++row)
      push(other[row]);
    return;
  }
  std::vector<std::int32_t> ids(other.pool_.size());
  for (TextId id = 0; id < other.pool_.size(); ++id)
    ids[id] = static_cast<std::int32_t>(pool_.add(other.pool_[id]));
  ids_.append(other.ids_, [&](std::int32_t id) { return ids[static_cast<std::size_t>(id)]; });
  letters_ += other.letters_;
  if (ids_.size() >= next_look_)
    look_whether_it_pays();
}

void TextColumn::shrink_to_fit() {
  pool_.shrink_to_fit();
  ids_.shrink_to_fit();
  texts_.shrink_to_fit();
}

std::size_t TextColumn::memory() const {
  return (repeats_ ? pool_.memory() : 0) + ids_.memory() + texts_.memory();
}

}  // namespace malimap
