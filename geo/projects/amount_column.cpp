#include "geo/projects/amount_column.h"

#include <algorithm>

namespace malimap {
namespace {

// One that is held apart takes 12 bytes, one among all 8.
constexpr std::size_t kMostApart = 3;  // one row in so many

}  // namespace

std::size_t AmountColumn::find(std::size_t row) const {
  return static_cast<std::size_t>(std::lower_bound(rows_.begin(), rows_.end(), row) -
                                  rows_.begin());
}

void AmountColumn::hold_all(const Column<Cents>& budgets) {
  Column<Cents> all;
  all.values.reserve(size_ + size_ / 2);
  for (std::size_t row = 0; row < size_; ++row)
    all.push(at(row, budgets));
  held_ = std::move(all);
  held_all_ = true;
  std::vector<std::uint32_t>().swap(rows_);
}

void AmountColumn::push(const std::optional<Cents>& amount, const Column<Cents>& budgets) {
  const std::size_t row = size_++;
  if (!held_all_) {
    if (amount == budgets.at(row))
      return;
    reserve_one_more(rows_);
    rows_.push_back(static_cast<std::uint32_t>(row));
  }
  held_.push(amount);
  if (!held_all_ && rows_.size() > 16 && rows_.size() > size_ / kMostApart)
    hold_all(budgets);
}

void AmountColumn::set(std::size_t row, const std::optional<Cents>& amount,
                       const Column<Cents>& budgets) {
  if (held_all_)
    return held_.set(row, amount);
  const std::size_t at = find(row);
  if (at < rows_.size() && rows_[at] == row)
    return held_.set(at, amount);
  if (amount == budgets.at(row))
    return;
  const auto place = static_cast<std::ptrdiff_t>(at);
  rows_.insert(rows_.begin() + place, static_cast<std::uint32_t>(row));
  held_.values.insert(held_.values.begin() + place, amount.value_or(Cents{}));
  held_.present.insert(held_.present.begin() + place, amount.has_value());
}

void AmountColumn::fill(std::size_t rows, const Column<Cents>& budgets) {
  while (size_ < rows)
    push(std::nullopt, budgets);
}

void AmountColumn::append(const AmountColumn& other, const Column<Cents>& budgets,
                          const Column<Cents>& budgets_of_other) {
  if (other.held_all_ && !held_all_)
    hold_all(budgets);
  if (held_all_) {
    reserve_more(held_.values, other.size());
    for (std::size_t row = 0; row < other.size(); ++row)
      held_.push(other.at(row, budgets_of_other));
  } else {
    for (std::size_t i = 0; i < other.rows_.size(); ++i) {
      reserve_one_more(rows_);
      rows_.push_back(static_cast<std::uint32_t>(size_) + other.rows_[i]);
      held_.push(other.held_.at(i));
    }
  }
  size_ += other.size_;
}

void AmountColumn::shrink_to_fit() {
  rows_.shrink_to_fit();
  held_.shrink_to_fit();
}

std::size_t AmountColumn::memory() const {
  return rows_.capacity() * sizeof(std::uint32_t) + held_.memory();
}

}  // namespace malimap
