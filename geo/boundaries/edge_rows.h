#pragma once
// Which units hold a point, for some thousands of points: UnitLocator answers faster, but takes
// longer to be built.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// The units' edges by rows of latitude.
class EdgeRows {
 public:
  /// The units must outlive it and keep their shapes.
  explicit EdgeRows(std::span<const AdminUnit> units);

  /// The units that hold the point by the even-odd rule, in no order: several where units overlap.
  [[nodiscard]] std::vector<UnitIndex> holders(LonLat point) const;

 private:
  struct Edge {
    std::uint32_t ring, first;  // the edge goes on to the ring's next point
  };
  [[nodiscard]] std::size_t row(double lat) const;
  template <class Visit>
  void for_each_edge(Visit visit) const;
  void add(const Ring& ring, UnitIndex unit);

  std::vector<const Ring*> rings_;
  std::vector<UnitIndex> unit_of_ring_;
  double low_ = 1e9, high_ = -1e9;
  std::size_t rows_ = 1;
  std::vector<std::uint32_t> start_;  // of each row in edges_, and the end
  std::vector<Edge> edges_;
};

}  // namespace malimap
