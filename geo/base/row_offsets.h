#pragma once
// Where each row's entries stand in a list of entries.

#include <cstdint>
#include <limits>
#include <vector>

#include "geo/base/growth.h"

namespace malimap {

/// Row r owns the entries from offsets[r] up to offsets[r + 1]. As a vector of rows + 1 numbers
/// that begins with 0, but nothing is held where all rows have equally many entries (one, or none),
/// a byte and a quarter a row where they are few, else 4 bytes.
class RowOffsets {
 public:
  [[nodiscard]] std::uint32_t operator[](std::size_t row) const {
    switch (form_) {
      case Form::Equal:
        return static_cast<std::uint32_t>(row) * each_;
      case Form::Groups:
        return bases_[row / kGroup] + within_[row];
      case Form::Full:
        break;
    }
    return full_[row];
  }
  /// How many entries the row owns.
  [[nodiscard]] std::uint32_t count(std::size_t row) const {
    return form_ == Form::Equal ? each_ : (*this)[row + 1] - (*this)[row];
  }
  /// One more than rows.
  [[nodiscard]] std::size_t size() const { return rows_ + 1; }
  [[nodiscard]] std::uint32_t back() const { return (*this)[rows_]; }

  /// The next row's entries end here.
  void push_back(std::uint32_t end) {
    if (form_ == Form::Equal) {
      if (rows_ == 0)
        each_ = end;
      if (end == static_cast<std::uint32_t>(rows_ + 1) * each_) {
        ++rows_;
        return;
      }
      to_groups();
    }
    push_unequal(end);
  }
  /// The rows of another list, whose entries come behind these.
  void append(const RowOffsets& other) {
    const std::uint32_t before = back();
    for (std::size_t row = 1; row < other.size(); ++row)
      push_back(before + other[row]);
  }
  void shrink_to_fit() {
    bases_.shrink_to_fit();
    within_.shrink_to_fit();
    full_.shrink_to_fit();
  }
  [[nodiscard]] std::size_t memory() const {
    return within_.capacity() + (bases_.capacity() + full_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  enum class Form : std::uint8_t { Equal, Groups, Full };
  static constexpr std::size_t kGroup = 16;

  void push_unequal(std::uint32_t end) {
    ++rows_;
    if (form_ == Form::Groups) {
      if (rows_ % kGroup == 0) {
        reserve_one_more(bases_);
        bases_.push_back(end);
      }
      const std::uint32_t within = end - bases_.back();
      if (within <= std::numeric_limits<std::uint8_t>::max()) {
        reserve_one_more(within_);
        within_.push_back(static_cast<std::uint8_t>(within));
        return;
      }
      to_full();
    }
    reserve_one_more(full_);
    full_.push_back(end);
  }
  void to_groups() {
    const std::size_t rows = rows_;
    const std::uint32_t each = each_;
    form_ = Form::Groups;
    rows_ = 0;
    bases_.assign(1, 0);
    within_.assign(1, 0);
    for (std::size_t row = 1; row <= rows; ++row)
      push_unequal(static_cast<std::uint32_t>(row) * each);
  }
  /// Of the rows that are held in groups.
  void to_full() {
    full_.reserve(within_.size() + within_.size() / 2);
    for (std::size_t row = 0; row < within_.size(); ++row)
      full_.push_back(bases_[row / kGroup] + within_[row]);
    std::vector<std::uint32_t>().swap(bases_);
    std::vector<std::uint8_t>().swap(within_);
    form_ = Form::Full;
  }

  std::size_t rows_ = 0;
  Form form_ = Form::Equal;
  std::uint32_t each_ = 0;            // entries of every row
  std::vector<std::uint32_t> bases_;  // where each group of rows begins
  std::vector<std::uint8_t> within_;  // from there to each of its rows
  std::vector<std::uint32_t> full_;
};

}  // namespace malimap
