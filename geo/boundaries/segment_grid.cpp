#include "geo/boundaries/segment_grid.h"

#include <cmath>

namespace malimap {

SegmentGrid::SegmentGrid(std::span<const SegmentBox> boxes) {
  SegmentBox all = boxes.front();
  for (const SegmentBox& box : boxes) {
    all.add({box.left, box.low});
    all.add({box.right, box.high});
  }
  const double across = std::sqrt(static_cast<double>(boxes.size()));
  columns_ = rows_ = std::clamp<std::size_t>(static_cast<std::size_t>(across), 1, 2048);
  origin_ = {all.left, all.low};
  cell_ = {std::max((all.right - all.left) / static_cast<double>(columns_), 1e-9),
           std::max((all.high - all.low) / static_cast<double>(rows_), 1e-9)};
  first_.assign(columns_ * rows_ + 1, 0);
  for (const SegmentBox& box : boxes)
    each_cell_of(box, [&](std::size_t cell) { ++first_[cell + 1]; });
  for (std::size_t cell = 1; cell < first_.size(); ++cell)
    first_[cell] += first_[cell - 1];
  held_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < boxes.size(); ++i)
    each_cell_of(boxes[i], [&](std::size_t cell) { held_[next[cell]++] = i; });
}

std::pair<std::size_t, std::size_t> SegmentGrid::at(PlanePoint p) const {
  const auto clamped = [](double value, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(count - 1)));
  };
  return {clamped((p.x - origin_.x) / cell_.x, columns_),
          clamped((p.y - origin_.y) / cell_.y, rows_)};
}

}  // namespace malimap
