#pragma once
// The rows of the source that a list's rows come from.

#include <cstdint>
#include <vector>

#include "geo/base/growth.h"
#include "geo/base/value_range.h"

namespace malimap {

/// As a vector of 64-bit numbers. Mostly they count on: each stretch that does is held once. Where
/// they do not, 4 bytes a row.
class RowNumbers {
 public:
  void push_back(std::int64_t number);
  [[nodiscard]] std::int64_t operator[](std::size_t row) const;
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] ValueIterator<RowNumbers> begin() const { return {*this, 0}; }
  [[nodiscard]] ValueIterator<RowNumbers> end() const { return {*this, size_}; }
  void append(const RowNumbers& other);
  void shrink_to_fit();
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Run {
    std::size_t first;    // row
    std::int64_t number;  // of that row
  };
  void push_run(std::int64_t number);
  void hold_one_by_one();

  std::size_t size_ = 0;
  bool all_short_ = true;  // each fits into 4 bytes; others are held as runs
  std::vector<Run> runs_;
  std::vector<std::uint32_t> each_;  // instead of runs, where these are short
};

}  // namespace malimap
