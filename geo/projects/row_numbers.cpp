#include "geo/projects/row_numbers.h"

#include <algorithm>
#include <limits>

namespace malimap {
namespace {

constexpr std::size_t kFewRuns = 64;    // need no fewer rows than that many
constexpr std::size_t kRowsPerRun = 4;  // a run takes as much as so many numbers

bool is_short(std::int64_t number) {
  return number >= 0 && number <= std::numeric_limits<std::uint32_t>::max();
}

}  // namespace

void RowNumbers::push_back(std::int64_t number) {
  if (!each_.empty() && is_short(number)) {
    reserve_one_more(each_);
    each_.push_back(static_cast<std::uint32_t>(number));
    ++size_;
    return;
  }
  if (!each_.empty()) {  // a number that does not fit: runs hold any
    const std::vector<std::uint32_t> numbers = std::move(each_);
    each_.clear();
    size_ = 0;
    for (const std::uint32_t known : numbers)
      push_run(known);
  }
  push_run(number);
  if (runs_.size() > kFewRuns && runs_.size() * kRowsPerRun > size_)
    hold_one_by_one();
}

void RowNumbers::push_run(std::int64_t number) {
  if (runs_.empty() ||
      number != runs_.back().number + static_cast<std::int64_t>(size_ - runs_.back().first)) {
    reserve_one_more(runs_);
    runs_.push_back({size_, number});
  }
  ++size_;
  all_short_ = all_short_ && is_short(number);
}

std::int64_t RowNumbers::operator[](std::size_t row) const {
  if (!each_.empty())
    return each_[row];
  const Run* run = &runs_.front();
  if (runs_.size() > 1)
    run = &*(std::upper_bound(runs_.begin(), runs_.end(), row,
                              [](std::size_t at, const Run& one) { return at < one.first; }) -
             1);
  return run->number + static_cast<std::int64_t>(row - run->first);
}

void RowNumbers::hold_one_by_one() {
  if (!all_short_)
    return;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(size_ + size_ / 2);
  for (std::size_t row = 0; row < size_; ++row)
    numbers.push_back(static_cast<std::uint32_t>((*this)[row]));
  each_ = std::move(numbers);
  std::vector<Run>().swap(runs_);
}

void RowNumbers::append(const RowNumbers& other) {
  for (std::size_t row = 0; row < other.size(); ++row)
    push_back(other[row]);
}

void RowNumbers::shrink_to_fit() {
  runs_.shrink_to_fit();
  each_.shrink_to_fit();
}

std::size_t RowNumbers::memory() const {
  return runs_.capacity() * sizeof(Run) + each_.capacity() * sizeof(std::uint32_t);
}

}  // namespace malimap
