#include "geo/map/clip.h"

namespace malimap {
namespace {

/// Keeps the side of a line where sign * (coordinate - at) >= 0.
struct HalfPlane {
  bool vertical;  // the line x = at
  double at;
  double sign;
  [[nodiscard]] double depth(PlanePoint p) const { return sign * ((vertical ? p.x : p.y) - at); }
};

PlaneRing cut(const PlaneRing& ring, const HalfPlane& side) {
  PlaneRing out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PlanePoint a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
    const double da = side.depth(a), db = side.depth(b);
    if ((da >= 0) != (db >= 0)) {
      const double t = da / (da - db);
      out.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
    }
    if (db >= 0)
      out.push_back(b);
  }
  return out;
}

}  // namespace

std::vector<PlaneRing> clip(std::span<const PlaneRing> rings, const PlaneBox& box) {
  const HalfPlane sides[] = {
      {true, box.low.x, 1}, {true, box.high.x, -1}, {false, box.low.y, 1}, {false, box.high.y, -1}};
  std::vector<PlaneRing> out;
  for (const PlaneRing& ring : rings) {
    PlaneRing clipped = ring;
    for (const HalfPlane& side : sides)
      clipped = cut(clipped, side);
    if (clipped.size() >= 3)
      out.push_back(std::move(clipped));
  }
  return out;
}

}  // namespace malimap
