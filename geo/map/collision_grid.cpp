#include "geo/map/collision_grid.h"

#include <algorithm>
#include <cmath>

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
  const Range range = cells_of(box);
  for (int row = range.top; row <= range.bottom; ++row)
    for (int column = range.left; column <= range.right; ++column)
      cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
             static_cast<std::size_t>(column)]
          .push_back(box);
}

bool CollisionGrid::is_free(const PixelBox& box) const {
  const Range range = cells_of(box);
  for (int row = range.top; row <= range.bottom; ++row)
    for (int column = range.left; column <= range.right; ++column)
      for (const PixelBox& taken :
           cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(column)])
        if (overlap(box, taken))
          return false;
  return true;
}

}  // namespace malimap
