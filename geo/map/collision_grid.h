#pragma once
// Boxes that are taken, found through a grid of cells: what makes placing labels cheap.

#include <vector>

#include "geo/map/composition.h"

namespace malimap {

[[nodiscard]] inline bool overlap(const PixelBox& a, const PixelBox& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/// Whether the line from a to b runs through the box (Liang & Barsky 1984).
[[nodiscard]] bool crosses(PixelPoint a, PixelPoint b, const PixelBox& box);

/// Whether two lines cross.
[[nodiscard]] bool cross(PixelPoint a, PixelPoint b, PixelPoint c, PixelPoint d);

class CollisionGrid {
 public:
  CollisionGrid(double width, double height);
  void add(const PixelBox& box);
  [[nodiscard]] bool empty() const { return empty_; }
  [[nodiscard]] bool is_free(const PixelBox& box) const;
  [[nodiscard]] bool is_free(PixelPoint a, PixelPoint b) const;  // the line between them

 private:
  struct Range {
    int left, top, right, bottom;
  };
  [[nodiscard]] Range cells_of(const PixelBox& box) const;
  template <class Touches>
  [[nodiscard]] bool none_of(const Range& range, Touches touches) const;

  double cell_;
  int columns_, rows_;
  bool empty_ = true;
  std::vector<std::vector<PixelBox>> cells_;
};

}  // namespace malimap
