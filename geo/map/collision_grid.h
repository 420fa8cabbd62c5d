#pragma once
// Boxes that are taken, found through a grid of cells: what makes placing labels cheap.

#include <vector>

#include "geo/map/composition.h"

namespace malimap {

[[nodiscard]] inline bool overlap(const PixelBox& a, const PixelBox& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

class CollisionGrid {
 public:
  CollisionGrid(double width, double height);
  void add(const PixelBox& box);
  [[nodiscard]] bool is_free(const PixelBox& box) const;

 private:
  struct Range {
    int left, top, right, bottom;
  };
  [[nodiscard]] Range cells_of(const PixelBox& box) const;

  double cell_;
  int columns_, rows_;
  std::vector<std::vector<PixelBox>> cells_;
};

}  // namespace malimap
