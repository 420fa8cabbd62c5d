#pragma once
// The k-d tree behind NearestPoint: positions on the WGS 84 ellipsoid as points in space, the
// straight line through the earth for a first answer.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/units.h"
#include "geo/coverage/gaps/distance.h"

namespace malimap {

/// Kilometres along the geodesic (Karney 2013, "Algorithms for geodesics", as in PROJ).
[[nodiscard]] double geodesic_km(LonLat a, LonLat b);

/// Kilometres, earth-centred.
using SpacePoint = std::array<double, 3>;
[[nodiscard]] SpacePoint on_ellipsoid(LonLat position);

/// The arc over a straight line, both in km, on a sphere of the earth's mean radius: 0.3 m off the
/// geodesic at 100 km, 40 m at 500 km.
[[nodiscard]] double arc_of_chord(double chord_km);

/// What is not finite is left out.
class PointTree {
 public:
  explicit PointTree(std::span<const LonLat> points);

  struct Near {
    std::uint32_t index = 0;  // of the points
    double chord2 = 0;        // km2
  };
  [[nodiscard]] bool empty() const { return nodes_.empty(); }
  /// Nearest by the straight line. `seed` is a first guess from a query nearby, any point's index.
  [[nodiscard]] Near nearest(const SpacePoint& from, std::uint32_t seed) const;
  [[nodiscard]] Near nearest(const SpacePoint& from) const {
    return nearest(from, nodes_[0].index);
  }
  [[nodiscard]] std::vector<std::uint32_t> within(const SpacePoint& from, double chord_km) const;

 private:
  struct Node {
    SpacePoint at{};
    std::uint32_t index = 0;
  };
  struct Box {  // around a range of nodes
    SpacePoint low{}, high{};
    [[nodiscard]] double distance2(const SpacePoint& from) const;
  };
  // A range is halved at its middle node, which keeps the range's box, until few are left.
  void build(std::size_t low, std::size_t high);
  void search(std::size_t low, std::size_t high, const SpacePoint& from, Near& best) const;
  [[nodiscard]] Box box_around(std::size_t low, std::size_t high) const;
  [[nodiscard]] const Box& box_of(std::size_t low, std::size_t high) const {
    return boxes_[low + (high - low) / 2];
  }

  std::vector<Node> nodes_;
  std::vector<Box> boxes_;      // beside the nodes
  std::vector<SpacePoint> at_;  // by the points' index
};

}  // namespace malimap
