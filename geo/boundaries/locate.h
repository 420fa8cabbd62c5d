#pragma once
#include <memory>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// Finds the unit that a point lies in. Built once per layer; holds a grid over the units' boxes
/// and edges. Points on a border belong to exactly one unit, always the same.
class UnitLocator {
 public:
  explicit UnitLocator(const AdminLayer& layer);  // the layer must outlive the locator
  ~UnitLocator();
  UnitLocator(UnitLocator&&) noexcept;
  UnitLocator& operator=(UnitLocator&&) noexcept;

  /// kNoUnit when the point is in none.
  [[nodiscard]] UnitIndex locate(LonLat point) const;

 private:
  struct Grid;
  std::unique_ptr<const Grid> grid_;
};

}  // namespace malimap
