#include "geo/coverage/row_order.h"

#include <algorithm>

namespace malimap {

std::span<const std::int32_t> project_numbers(const Dataset& dataset) {
  if (dataset.rows_are_projects)
    return {};
  const auto& numbers = dataset.projects->project_of_row;
  return numbers.size() == dataset.projects->size() ? std::span(numbers)
                                                    : std::span<const std::int32_t>{};
}

RowOrder::RowOrder(const Dataset& dataset) : size_(dataset.projects->size()) {
  const auto numbers = project_numbers(dataset);
  if (std::is_sorted(numbers.begin(), numbers.end()))
    return;
  // Counting sort: first how many rows each project has, then where its rows begin.
  std::vector<std::uint32_t> next(
      static_cast<std::size_t>(*std::max_element(numbers.begin(), numbers.end())) + 2);
  for (const std::int32_t number : numbers)
    ++next[static_cast<std::size_t>(number) + 1];
  for (std::size_t i = 1; i < next.size(); ++i)
    next[i] += next[i - 1];
  order_.resize(size_);
  for (std::size_t row = 0; row < size_; ++row)
    order_[next[static_cast<std::size_t>(numbers[row])]++] = static_cast<std::uint32_t>(row);
}

}  // namespace malimap
