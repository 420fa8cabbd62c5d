#pragma once
// Parts of an area by how far they are from the nearest point: row by row over each unit, in steps
// as long as the distance allows (a place d km away is at least d - s away after s km).

#include "geo/coverage/gaps/distance_places.h"
#include "geo/coverage/gaps/distance_tree.h"

namespace malimap {

/// Of one zone, while it is measured.
struct ZoneScan {
  double area = 0, beyond = 0;  // in one unit that cancels out
  std::array<double, kDistanceBandCount> bands{};
  double farthest_km = 0;
  LonLat farthest;
};

class ZoneScanner {
 public:
  /// `rows`: of each unit; shares are right within some 1 / rows / 10. The tree is not empty and
  /// outlives the scanner.
  ZoneScanner(const PointTree& tree, double beyond_km, int rows);

  /// Adds a unit to the scan of its zone.
  void add(const AdminUnit& unit, ZoneScan& scan) const;

 private:
  struct Row;
  void walk(const Row& row, double from, double to, ZoneScan& scan) const;
  [[nodiscard]] double distance(LonLat at, std::uint32_t& seed) const;
  void climb(const AdminUnit& unit, double step_km, ZoneScan& scan) const;

  const PointTree& tree_;
  double beyond_km_;
  int rows_;
};

/// A position inside the unit: its middle where that is inside, else in the middle of its widest
/// stretch from west to east.
[[nodiscard]] LonLat position_inside(const AdminUnit& unit);

}  // namespace malimap
