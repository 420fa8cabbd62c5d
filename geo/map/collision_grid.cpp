#include "geo/map/collision_grid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace malimap {

CollisionGrid::CollisionGrid(double width, double height)
    : cell_(std::max({64.0, width / 64, height / 64})),
      columns_(std::max(1, static_cast<int>(std::ceil(width / cell_)))),
      rows_(std::max(1, static_cast<int>(std::ceil(height / cell_)))),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

CollisionGrid::Range CollisionGrid::cells_of(const PixelBox& box) const {
  const auto clamp = [](double value, int count) {
    return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(count - 1)));
  };
  return {clamp(box.x / cell_, columns_), clamp(box.y / cell_, rows_),
          clamp((box.x + box.width) / cell_, columns_), clamp((box.y + box.height) / cell_, rows_)};
}

void CollisionGrid::add(const PixelBox& box) {
  empty_ = false;
  const Range range = cells_of(box);
  for (int row = range.top; row <= range.bottom; ++row)
    for (int column = range.left; column <= range.right; ++column)
      cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
             static_cast<std::size_t>(column)]
          .push_back(box);
}

template <class Touches>
bool CollisionGrid::none_of(const Range& range, Touches touches) const {
  if (empty_)
    return true;
  for (int row = range.top; row <= range.bottom; ++row)
    for (int column = range.left; column <= range.right; ++column)
      for (const PixelBox& taken :
           cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(column)])
        if (touches(taken))
          return false;
  return true;
}

bool CollisionGrid::is_free(const PixelBox& box) const {
  return none_of(cells_of(box), [&](const PixelBox& taken) { return overlap(box, taken); });
}

// Row by row the cells that the line runs through: all that lie in its box would be hundreds.
bool CollisionGrid::is_free(PixelPoint a, PixelPoint b) const {
  if (a.y > b.y)
    std::swap(a, b);
  const auto touches = [&](const PixelBox& taken) { return crosses(a, b, taken); };
  const Range around = cells_of({std::min(a.x, b.x), a.y, std::abs(a.x - b.x), b.y - a.y});
  const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0;
  for (int row = around.top; row <= around.bottom; ++row) {
    // The outermost rows reach on.
    const double top = row == around.top ? a.y : std::max(a.y, row * cell_);
    const double bottom = row == around.bottom ? b.y : std::min(b.y, (row + 1) * cell_);
    const double from = b.y > a.y ? a.x + slope * (top - a.y) : a.x;
    const double to = b.y > a.y ? a.x + slope * (bottom - a.y) : b.x;
    constexpr double kRounding = 0.5;  // px
    Range cells = cells_of(
        {std::min(from, to) - kRounding, a.y, std::abs(from - to) + 2 * kRounding, b.y - a.y});
    cells.top = cells.bottom = row;
    if (!none_of(cells, touches))
      return false;
  }
  return true;
}

bool crosses(PixelPoint a, PixelPoint b, const PixelBox& box) {
  double from = 0, to = 1;
  const auto cut = [&](double start, double step, double low, double high) {
    if (step == 0)
      return start > low && start < high;
    const double t1 = (low - start) / step, t2 = (high - start) / step;
    from = std::max(from, std::min(t1, t2));
    to = std::min(to, std::max(t1, t2));
    return from < to;
  };
  return cut(a.x, b.x - a.x, box.x, box.x + box.width) &&
         cut(a.y, b.y - a.y, box.y, box.y + box.height);
}

bool cross(PixelPoint a, PixelPoint b, PixelPoint c, PixelPoint d) {
  const auto side = [](PixelPoint p, PixelPoint q, PixelPoint r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

}  // namespace malimap
