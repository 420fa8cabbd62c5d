#pragma once
#include <cstddef>
#include <memory>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// Finds the unit that a point lies in. Built once per layer; holds a grid over the units' boxes
/// and edges. Points on a border belong to exactly one unit, always the same.
class UnitLocator {
 public:
  static constexpr std::size_t kMany = 1'000'000;
  /// The layer must outlive the locator. `points`: how many will be asked for, roughly; for few a
  /// coarse grid is enough and is made sooner. The answers do not depend on it.
  explicit UnitLocator(const AdminLayer& layer, std::size_t points = kMany);
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
