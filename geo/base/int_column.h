#pragma once
// Whole numbers in as few bytes as they need.

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <vector>

#include "geo/base/growth.h"
#include "geo/base/value_range.h"

namespace malimap {

/// Numbers of 32 bits. Nothing is held a number while all are the same, then 1 byte, 2 or 4, as the
/// widest needs; numbers from -1 on are meant, others take 4.
class IntColumn {
 public:
  IntColumn() = default;
  IntColumn(std::initializer_list<std::int32_t> values) {
    for (const std::int32_t value : values)
      push_back(value);
  }

  [[nodiscard]] std::int32_t operator[](std::size_t i) const {
    switch (width_) {
      case 0:
        return value_of(same_);
      case 1:
        return value_of(bytes_[i]);
      case 2:
        return value_of(word_at<std::uint16_t>(i));
      default:
        return value_of(word_at<std::uint32_t>(i));
    }
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] ValueIterator<IntColumn> begin() const { return {*this, 0}; }
  [[nodiscard]] ValueIterator<IntColumn> end() const { return {*this, size_}; }
  [[nodiscard]] ValueRange<IntColumn> range(std::size_t first, std::size_t size) const {
    return {*this, first, size};
  }

  void push_back(std::int32_t value) {
    const std::uint32_t word = word_of(value);
    make_fit(word);
    if (width_ != 0) {
      if (bytes_.capacity() - bytes_.size() < width_)
        reserve_more(bytes_, width_);
      bytes_.resize(bytes_.size() + width_);
    }
    put(size_++, word);
  }
  void set(std::size_t i, std::int32_t value) {
    const std::uint32_t word = word_of(value);
    make_fit(word);
    put(i, word);
  }
  /// Cut, or filled up with the value.
  void resize(std::size_t size, std::int32_t value) {
    if (size > size_)
      reserve(size - size_, word_of(value));
    while (size_ < size)
      push_back(value);
    size_ = size;
    bytes_.resize(size_ * width_);
  }
  /// The numbers of `other`, each as `renamed` says.
  template <class Renamed>
  void append(const IntColumn& other, Renamed renamed) {
    reserve(other.size(), 0);
    for (std::size_t i = 0; i < other.size(); ++i)
      push_back(renamed(other[i]));
  }
  void append(const IntColumn& other) {
    append(other, [](std::int32_t value) { return value; });
  }
  void shrink_to_fit() { bytes_.shrink_to_fit(); }
  [[nodiscard]] std::size_t memory() const { return bytes_.capacity(); }

  friend bool operator==(const IntColumn& a, const IntColumn& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
  }

 private:
  // Held one higher, so that -1, the code of what is missing, is as narrow as any.
  static std::uint32_t word_of(std::int32_t value) { return static_cast<std::uint32_t>(value) + 1; }
  static std::int32_t value_of(std::uint32_t word) { return static_cast<std::int32_t>(word - 1); }
  static std::uint8_t width_of(std::uint32_t word) {
    return word <= std::numeric_limits<std::uint8_t>::max()    ? 1
           : word <= std::numeric_limits<std::uint16_t>::max() ? 2
                                                               : 4;
  }
  template <class Word>
  [[nodiscard]] Word word_at(std::size_t i) const {
    Word word;
    std::memcpy(&word, bytes_.data() + i * sizeof(Word), sizeof(Word));
    return word;
  }
  template <class Word>
  void put_word(std::size_t i, std::uint32_t word) {
    const auto narrow = static_cast<Word>(word);
    std::memcpy(bytes_.data() + i * sizeof(Word), &narrow, sizeof(Word));
  }
  void put(std::size_t i, std::uint32_t word) {
    switch (width_) {
      case 0:
        return;
      case 1:
        return put_word<std::uint8_t>(i, word);
      case 2:
        return put_word<std::uint16_t>(i, word);
      default:
        return put_word<std::uint32_t>(i, word);
    }
  }
  void make_fit(std::uint32_t word) {
    if (width_ != 0 ? width_of(word) <= width_ : word == same_ && size_ != 0)
      return;
    if (size_ == 0 && width_ == 0)
      same_ = word;
    else
      widen(std::max(width_of(word), width_of(width_ == 0 ? same_ : 0)));
  }
  void widen(std::uint8_t width) {
    IntColumn wider;
    wider.width_ = width;
    wider.bytes_.resize(size_ * width);
    for (std::size_t i = 0; i < size_; ++i)
      wider.put(i, word_of((*this)[i]));
    width_ = width;
    bytes_ = std::move(wider.bytes_);
  }
  /// Room for more numbers, if they are no wider than `word` and the ones that are here.
  void reserve(std::size_t more, std::uint32_t word) {
    if (width_ != 0)
      reserve_more(bytes_, more * std::max(width_, width_of(word)));
  }

  std::vector<std::uint8_t> bytes_;
  std::size_t size_ = 0;
  std::uint32_t same_ = 0;  // all numbers, while the width is 0
  std::uint8_t width_ = 0;  // bytes a number
};

}  // namespace malimap
