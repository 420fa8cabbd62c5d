#pragma once
// Rows that are parts of one project (Projects::project_of_row), and how they are counted once.

#include <span>
#include <vector>

#include "geo/projects/dataset.h"

namespace malimap {

/// The number of the project that each row belongs to; empty where every row counts as a project.
[[nodiscard]] std::span<const std::int32_t> project_numbers(const Dataset& dataset);

/// The rows of a list in such an order that those of one project come one after another, so that
/// who counts projects need only remember the last one. Costs nothing where rows are projects.
class RowOrder {
 public:
  RowOrder() = default;
  explicit RowOrder(const Dataset& dataset);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t row(std::size_t i) const { return order_.empty() ? i : order_[i]; }

 private:
  std::size_t size_ = 0;
  std::vector<std::uint32_t> order_;  // empty: as the list has them
};

}  // namespace malimap
