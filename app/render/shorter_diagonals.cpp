#include "app/render/shorter_diagonals.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace malimap {
namespace {

using Edge = std::uint64_t;  // the smaller index in the upper half

Edge edge_between(std::uint32_t a, std::uint32_t b) {
  const auto [low, high] = std::minmax(a, b);
  return (static_cast<Edge>(low) << 32U) | high;
}

double squared_length(PlanePoint a, PlanePoint b) {
  return (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
}

/// Twice the signed area; positive counterclockwise.
double turn(PlanePoint a, PlanePoint b, PlanePoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// The triangles on both sides of an edge. `shared` edges of more than two triangles (a broken
/// mesh) are never flipped.
struct Sides {
  std::uint32_t first = kNone, second = kNone;
  bool crowded = false;
};

class Flipper {
 public:
  Flipper(std::span<const PlanePoint> vertices, std::span<const std::uint32_t> triangles)
      : vertices_(vertices), corners_(triangles.begin(), triangles.end()) {
    sides_.reserve(triangles.size());
    for (std::uint32_t t = 0; t < corners_.size() / 3; ++t)
      for (std::uint32_t k = 0; k < 3; ++k)
        attach(edge_between(corner(t, k), corner(t, (k + 1) % 3)), t);
    for (const auto& [edge, sides] : sides_)
      if (sides.second != kNone)
        queue_.push_back(edge);
    // The map's order is not the same everywhere; the result should be.
    std::ranges::sort(queue_);
  }

  std::vector<std::uint32_t> run() {
    // Each flip shortens the whole; the limit only guards against rounding.
    for (std::size_t steps = 0; !queue_.empty() && steps < 60 * corners_.size(); ++steps) {
      const Edge edge = queue_.back();
      queue_.pop_back();
      flip_if_shorter(edge);
    }
    return std::move(corners_);
  }

 private:
  [[nodiscard]] std::uint32_t corner(std::uint32_t triangle, std::uint32_t k) const {
    return corners_[3 * static_cast<std::size_t>(triangle) + k];
  }

  void attach(Edge edge, std::uint32_t triangle) {
    Sides& sides = sides_[edge];
    if (sides.first == kNone)
      sides.first = triangle;
    else if (sides.second == kNone)
      sides.second = triangle;
    else
      sides.crowded = true;
  }

  void replace(Edge edge, std::uint32_t before, std::uint32_t now) {
    Sides& sides = sides_[edge];
    (sides.first == before ? sides.first : sides.second) = now;
  }

  /// The corner of a triangle that is not on the edge a-b.
  [[nodiscard]] std::uint32_t opposite(std::uint32_t triangle, std::uint32_t a,
                                       std::uint32_t b) const {
    for (std::uint32_t k = 0; k < 3; ++k)
      if (corner(triangle, k) != a && corner(triangle, k) != b)
        return corner(triangle, k);
    return kNone;
  }

  void set(std::uint32_t triangle, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const std::size_t at = 3 * static_cast<std::size_t>(triangle);
    corners_[at] = a;
    corners_[at + 1] = b;
    corners_[at + 2] = c;
  }

  void flip_if_shorter(Edge edge) {
    const auto found = sides_.find(edge);
    if (found == sides_.end() || found->second.second == kNone || found->second.crowded)
      return;
    const auto a = static_cast<std::uint32_t>(edge >> 32U), b = static_cast<std::uint32_t>(edge);
    const Sides sides = found->second;
    const std::uint32_t c = opposite(sides.first, a, b), d = opposite(sides.second, a, b);
    if (c == kNone || d == kNone || c == d || sides_.contains(edge_between(c, d)))
      return;
    const PlanePoint pa = vertices_[a], pb = vertices_[b], pc = vertices_[c], pd = vertices_[d];
    if (squared_length(pc, pd) > 0.998 * squared_length(pa, pb))
      return;
    // Strictly convex: a and b lie on different sides of c-d, and both new triangles have an area
    // worth naming.
    const double at_a = turn(pc, pd, pa), at_b = turn(pc, pd, pb);
    const double least = 1e-9 * squared_length(pa, pb);
    if (at_a * at_b >= 0 || std::abs(at_a) < least || std::abs(at_b) < least)
      return;
    sides_.erase(found);
    set(sides.first, c, d, a);
    set(sides.second, d, c, b);
    sides_[edge_between(c, d)] = {sides.first, sides.second, false};
    replace(edge_between(a, d), sides.second, sides.first);
    replace(edge_between(b, c), sides.first, sides.second);
    for (const Edge outer :
         {edge_between(a, c), edge_between(a, d), edge_between(b, c), edge_between(b, d)})
      queue_.push_back(outer);
  }

  std::span<const PlanePoint> vertices_;
  std::vector<std::uint32_t> corners_;
  std::unordered_map<Edge, Sides> sides_;
  std::vector<Edge> queue_;
};

}  // namespace

std::vector<std::uint32_t> with_shorter_diagonals(std::span<const PlanePoint> vertices,
                                                  std::span<const std::uint32_t> triangles) {
  return Flipper(vertices, triangles).run();
}

}  // namespace malimap
