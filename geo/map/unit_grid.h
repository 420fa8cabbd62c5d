#pragma once
// Units by where they lie, so that a place is asked of few of them.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/map/shapes.h"

namespace malimap {

/// A grid over the units' boxes.
class UnitGrid {
 public:
  explicit UnitGrid(const Shapes& shapes);
  /// Units whose box may hold the point, ascending.
  [[nodiscard]] std::span<const UnitIndex> near(PlanePoint point) const;

 private:
  static constexpr std::size_t kCells = 64;  // across and along
  [[nodiscard]] std::size_t column(double x) const;
  [[nodiscard]] std::size_t row(double y) const;

  PlaneBox box_;
  std::vector<std::uint32_t> first_;  // per cell, one more than cells
  std::vector<UnitIndex> units_;
};

/// The first unit whose borders of this detail hold the point; kNoUnit where none does. Asks the
/// box of every unit: for a few places.
[[nodiscard]] UnitIndex unit_at(const Shapes& shapes, const DetailLevel& detail, PlanePoint point);

}  // namespace malimap
