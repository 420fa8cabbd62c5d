#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// The edges of one shape's rings by rows of y: a point is compared with those of its row alone.
class RingRows {
 public:
  RingRows() = default;
  explicit RingRows(std::span<const std::vector<PlanePoint>> rings);

  /// Whether the point lies inside by the even-odd rule: what inside() says of the rings, to the
  /// bit.
  [[nodiscard]] bool hold(PlanePoint point) const;

 private:
  struct Edge {
    PlanePoint from, to;
  };
  [[nodiscard]] std::size_t row(double y) const;

  double low_ = 0, rows_per_metre_ = 0;
  std::vector<std::uint32_t> first_;  // of each row in edges_, and the end
  std::vector<Edge> edges_;
};

}  // namespace malimap
