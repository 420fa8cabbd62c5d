#include "geo/boundaries/validity.h"

#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "geo/boundaries/segment_grid.h"

namespace malimap {
namespace {

constexpr std::size_t kMostRings = 1000;            // each is compared with each
constexpr double kMostCells = 16, kMostPairs = 64;  // of a segment; beyond lie zigzags

/// On which side of the way from a to b the point c lies: 1 left, -1 right, 0 unknown: too near the
/// line for the rounding of the arithmetic (Shewchuk 1997, the bound of his first stage).
int side(PlanePoint a, PlanePoint b, PlanePoint c) {
  constexpr double kEpsilon = std::numeric_limits<double>::epsilon() / 2;
  constexpr double kBound = (3 + 16 * kEpsilon) * kEpsilon;
  const double one = (a.x - c.x) * (b.y - c.y), other = (a.y - c.y) * (b.x - c.x);
  const double area = one - other, error = kBound * (std::abs(one) + std::abs(other));
  return area > error ? 1 : area < -error ? -1 : 0;
}

struct Segment {
  PlanePoint from, to;
  std::uint32_t next;  // the index of the segment that goes on where this one ends
};

PlanePoint plane(LonLat p) {
  return {p.lon, p.lat};
}

/// Whether two segments have no point in common; false where that is not certain.
bool are_apart(const Segment& a, const Segment& b) {
  const int a1 = side(a.from, a.to, b.from), a2 = side(a.from, a.to, b.to);
  if (a1 * a2 > 0)
    return true;
  const int b1 = side(b.from, b.to, a.from), b2 = side(b.from, b.to, a.to);
  return b1 * b2 > 0;
}

/// Whether the second segment, which begins where the first ends, has no other point with it.
bool goes_on(const Segment& first, const Segment& second) {
  const double ahead = (first.to.x - first.from.x) * (second.to.x - second.from.x) +
                       (first.to.y - first.from.y) * (second.to.y - second.from.y);
  return side(first.from, first.to, second.to) != 0 || ahead > 0;
}

class Rings {
 public:
  explicit Rings(std::span<const Polygon> polygons) {
    for (const Polygon& polygon : polygons) {
      add(polygon.outer);
      for (const Ring& hole : polygon.holes)
        add(hole);
    }
  }

  [[nodiscard]] bool are_apart_and_simple() const {
    if (count_ == 0 || count_ > kMostRings || !worth_a_grid())
      return false;
    const SegmentGrid grid(boxes_);
    double left = kMostPairs * static_cast<double>(segments_.size());
    for (std::size_t cell = 0; cell < grid.size(); ++cell) {
      const auto here = grid.in(cell);
      left -= static_cast<double>(here.size()) * static_cast<double>(here.size()) / 2;
      if (left < 0)
        return false;
      for (std::size_t i = 0; i < here.size(); ++i)
        for (std::size_t j = i + 1; j < here.size(); ++j)
          if (boxes_[here[i]].meets(boxes_[here[j]]) && !fit(here[i], here[j]))
            return false;
    }
    return true;
  }

 private:
  void add(const Ring& ring) {
    ++count_;
    const auto first = static_cast<std::uint32_t>(segments_.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const bool last = i + 1 == ring.size();
      const PlanePoint from = plane(ring[i]), to = plane(ring[last ? 0 : i + 1]);
      segments_.push_back({from, to, last ? first : first + static_cast<std::uint32_t>(i) + 1});
      boxes_.push_back(box_of(from, to));
    }
  }

  /// Whether the boxes reach into few cells of a grid.
  [[nodiscard]] bool worth_a_grid() const {
    if (boxes_.empty())
      return false;
    SegmentBox all = boxes_.front();
    double wide = 0, high = 0, both = 0;
    for (const SegmentBox& box : boxes_) {
      all.add({box.left, box.low});
      all.add({box.right, box.high});
      wide += box.right - box.left;
      high += box.high - box.low;
      both += (box.right - box.left) * (box.high - box.low);
    }
    const auto count = static_cast<double>(boxes_.size());
    const double across = (all.right - all.left) / std::sqrt(count);
    const double along = (all.high - all.low) / std::sqrt(count);
    return count + wide / across + high / along + both / (across * along) < kMostCells * count;
  }

  [[nodiscard]] bool fit(std::uint32_t i, std::uint32_t j) const {
    const Segment &a = segments_[i], &b = segments_[j];
    if (a.next == j)
      return goes_on(a, b);
    return b.next == i ? goes_on(b, a) : are_apart(a, b);
  }

  std::vector<Segment> segments_;
  std::vector<SegmentBox> boxes_;
  std::size_t count_ = 0;
};

/// Whether the point lies in the ring, by the ray to the east; nothing where that is not certain.
std::optional<bool> inside(const Ring& ring, LonLat point) {
  bool within = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i], b = ring[i + 1 < ring.size() ? i + 1 : 0];
    if ((a.lat > point.lat) == (b.lat > point.lat))
      continue;
    const int where = side(plane(a), plane(b), plane(point));
    if (where == 0)
      return std::nullopt;
    within ^= (where > 0) == (b.lat > a.lat);
  }
  return within;
}

std::optional<bool> inside(const Polygon& polygon, LonLat point) {
  const auto outer = inside(polygon.outer, point);
  if (!outer || !*outer)
    return outer;
  for (const Ring& hole : polygon.holes)
    if (const auto in_hole = inside(hole, point); !in_hole || *in_hole)
      return in_hole ? std::optional(false) : std::nullopt;
  return true;
}

// Of rings that are apart one point says where all of them are.

bool holes_are_in_place(const Polygon& polygon) {
  for (const Ring& hole : polygon.holes) {
    if (inside(polygon.outer, hole.front()) != true)
      return false;
    for (const Ring& other : polygon.holes)
      if (&other != &hole && inside(other, hole.front()) != false)
        return false;
  }
  return true;
}

SegmentBox box_of(const Ring& ring) {
  SegmentBox box = box_of(plane(ring.front()), plane(ring.front()));
  for (const LonLat p : ring)
    box.add(plane(p));
  return box;
}

bool are_beside_each_other(std::span<const Polygon> polygons) {
  std::vector<SegmentBox> boxes;
  for (const Polygon& polygon : polygons)
    boxes.push_back(box_of(polygon.outer));
  for (std::size_t i = 0; i < polygons.size(); ++i)
    for (std::size_t j = 0; j < polygons.size(); ++j)
      if (i != j && boxes[i].meets(boxes[j]) &&
          inside(polygons[j], polygons[i].outer.front()) != false)
        return false;
  return true;
}

bool have_points(std::span<const Polygon> polygons) {
  for (const Polygon& polygon : polygons) {
    if (polygon.outer.size() < 3)
      return false;
    for (const Ring& hole : polygon.holes)
      if (hole.size() < 3)
        return false;
  }
  return true;
}

}  // namespace

bool surely_valid(std::span<const Polygon> polygons) {
  if (!have_points(polygons) || !Rings(polygons).are_apart_and_simple())
    return false;
  for (const Polygon& polygon : polygons)
    if (!holes_are_in_place(polygon))
      return false;
  return are_beside_each_other(polygons);
}

}  // namespace malimap
