#pragma once
// Walking lists whose operator[] gives values instead of references, because they hold them more
// narrowly.

#include <compare>
#include <cstddef>
#include <iterator>
#include <utility>

namespace malimap {

/// Any element of a list, which must outlive it.
template <class List>
class ValueIterator {
 public:
  using value_type = decltype(std::declval<const List&>()[std::size_t{}]);
  using reference = value_type;
  using pointer = void;
  using difference_type = std::ptrdiff_t;
  using iterator_concept = std::random_access_iterator_tag;
  using iterator_category = std::input_iterator_tag;  // what C++17 says of those without references

  ValueIterator() = default;
  ValueIterator(const List& list, std::size_t at) : list_(&list), at_(at) {}

  value_type operator*() const { return (*list_)[at_]; }
  value_type operator[](difference_type n) const { return *(*this + n); }
  ValueIterator& operator+=(difference_type n) {
    at_ += static_cast<std::size_t>(n);
    return *this;
  }
  ValueIterator& operator-=(difference_type n) { return *this += -n; }
  ValueIterator& operator++() { return *this += 1; }
  ValueIterator& operator--() { return *this += -1; }
  ValueIterator operator++(int) { return std::exchange(*this, *this + 1); }
  ValueIterator operator--(int) { return std::exchange(*this, *this - 1); }
  friend ValueIterator operator+(ValueIterator it, difference_type n) { return it += n; }
  friend ValueIterator operator+(difference_type n, ValueIterator it) { return it += n; }
  friend ValueIterator operator-(ValueIterator it, difference_type n) { return it -= n; }
  friend difference_type operator-(const ValueIterator& a, const ValueIterator& b) {
    return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
  }
  friend bool operator==(const ValueIterator& a, const ValueIterator& b) { return a.at_ == b.at_; }
  friend auto operator<=>(const ValueIterator& a, const ValueIterator& b) {
    return a.at_ <=> b.at_;
  }

 private:
  const List* list_ = nullptr;
  std::size_t at_ = 0;
};

/// Some neighbours of a list, which must outlive it.
template <class List>
class ValueRange {
 public:
  ValueRange(const List& list, std::size_t first, std::size_t size)
      : list_(&list), first_(first), size_(size) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] auto operator[](std::size_t i) const { return (*list_)[first_ + i]; }
  [[nodiscard]] auto front() const { return (*list_)[first_]; }
  [[nodiscard]] ValueIterator<List> begin() const { return {*list_, first_}; }
  [[nodiscard]] ValueIterator<List> end() const { return {*list_, first_ + size_}; }

 private:
  const List* list_;
  std::size_t first_, size_;
};

}  // namespace malimap
