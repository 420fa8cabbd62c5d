#pragma once
// Which straight stretches may be near each other: a grid over their boxes.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

struct SegmentBox {
  double left, low, right, high;
  /// Boxes that touch meet.
  [[nodiscard]] bool meets(const SegmentBox& other) const {
    return left <= other.right && other.left <= right && low <= other.high && other.low <= high;
  }
  void add(PlanePoint p) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    low = std::min(low, p.y);
    high = std::max(high, p.y);
  }
};

[[nodiscard]] inline SegmentBox box_of(PlanePoint a, PlanePoint b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

/// Things with boxes, named by their index, by the cells of a grid that their boxes reach into.
/// There are about as many cells as things.
class SegmentGrid {
 public:
  /// `boxes` holds at least one, and must outlive the grid.
  explicit SegmentGrid(std::span<const SegmentBox> boxes);

  /// Calls visit(indices) for each cell that the box reaches into.
  template <class Visit>
  void visit(const SegmentBox& box, Visit visit) const {
    each_cell_of(box, [&](std::size_t cell) { visit(in(cell)); });
  }
  [[nodiscard]] std::size_t size() const { return columns_ * rows_; }
  [[nodiscard]] std::span<const std::uint32_t> in(std::size_t cell) const {
    return std::span(held_).subspan(first_[cell], first_[cell + 1] - first_[cell]);
  }

 private:
  [[nodiscard]] std::pair<std::size_t, std::size_t> at(PlanePoint p) const;
  template <class Call>
  void each_cell_of(const SegmentBox& box, Call call) const {
    const auto [left, low] = at({box.left, box.low});
    const auto [right, high] = at({box.right, box.high});
    for (std::size_t row = low; row <= high; ++row)
      for (std::size_t column = left; column <= right; ++column)
        call(row * columns_ + column);
  }

  std::size_t columns_ = 1, rows_ = 1;
  PlanePoint origin_, cell_;
  std::vector<std::uint32_t> first_, held_;
};

}  // namespace malimap
