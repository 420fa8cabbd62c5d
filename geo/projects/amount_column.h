#pragma once
// Amounts as a list gives them, beside its budgets in US dollars.

#include <optional>
#include <vector>

#include "geo/base/column.h"
#include "geo/base/units.h"

namespace malimap {

/// One amount a row. Mostly it is the row's budget: held are those that are another, or all where
/// these are many. `budgets` are always those of the same list.
class AmountColumn {
 public:
  /// Of the row whose budget is the last one.
  void push(const std::optional<Cents>& amount, const Column<Cents>& budgets);
  [[nodiscard]] std::optional<Cents> at(std::size_t row, const Column<Cents>& budgets) const {
    if (held_all_)
      return held_.at(row);
    const std::size_t found = rows_.empty() ? 0 : find(row);
    return found < rows_.size() && rows_[found] == row ? held_.at(found) : budgets.at(row);
  }
  void set(std::size_t row, const std::optional<Cents>& amount, const Column<Cents>& budgets);
  /// Up to so many rows, none of which has an amount.
  void fill(std::size_t rows, const Column<Cents>& budgets);
  void append(const AmountColumn& other, const Column<Cents>& budgets,
              const Column<Cents>& budgets_of_other);

  [[nodiscard]] std::size_t size() const { return size_; }
  void shrink_to_fit();
  [[nodiscard]] std::size_t memory() const;

 private:
  /// The first of rows_ that is no earlier.
  [[nodiscard]] std::size_t find(std::size_t row) const;
  void hold_all(const Column<Cents>& budgets);

  std::size_t size_ = 0;
  bool held_all_ = false;
  std::vector<std::uint32_t> rows_;  // ascending, whose amount is held, unless all are
  Column<Cents> held_;
};

}  // namespace malimap
