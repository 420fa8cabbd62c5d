#include "app/render/shorter_diagonals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace malimap {
namespace {

/// Half edge h runs from corner h to the next corner of its triangle h / 3.
using HalfEdge = std::uint32_t;
constexpr HalfEdge kNone = 0xFFFFFFFF;

HalfEdge next(HalfEdge h) {
  return h % 3 == 2 ? h - 2 : h + 1;
}

double squared_length(PlanePoint a, PlanePoint b) {
  return (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
}

/// Twice the signed area; positive counterclockwise.
double turn(PlanePoint a, PlanePoint b, PlanePoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

class Flipper {
 public:
  Flipper(std::span<const PlanePoint> vertices, std::span<const std::uint32_t> triangles)
      : vertices_(vertices),
        corners_(triangles.begin(), triangles.end()),
        twins_(triangles.size(), kNone) {
    for (std::size_t t = 0; t + 2 < corners_.size(); t += 3)
      if (turn(at(t), at(t + 1), at(t + 2)) < 0)
        std::swap(corners_[t + 1], corners_[t + 2]);
    find_twins();
  }

  std::vector<std::uint32_t> run() {
    for (HalfEdge h = 0; h < twins_.size(); ++h)
      if (twins_[h] != kNone && h < twins_[h])
        queue_.push_back(h);
    // Each flip shortens the whole; the limit only guards against rounding.
    for (std::size_t steps = 0; !queue_.empty() && steps < 60 * corners_.size(); ++steps) {
      const HalfEdge h = queue_.back();
      queue_.pop_back();
      if (should_flip(h))
        flip(h);
    }
    return std::move(corners_);
  }

 private:
  [[nodiscard]] PlanePoint at(std::size_t corner) const { return vertices_[corners_[corner]]; }

  /// Pairs half edges that run against each other. Where more than two meet (a broken mesh) none is
  /// paired.
  void find_twins() {
    struct Keyed {
      std::uint64_t edge;  // its two vertices, the smaller one in the upper half
      HalfEdge half;
      auto operator<=>(const Keyed&) const = default;
    };
    std::vector<Keyed> edges;
    edges.reserve(corners_.size());
    for (HalfEdge h = 0; h < corners_.size(); ++h) {
      const auto [low, high] = std::minmax(corners_[h], corners_[next(h)]);
      edges.push_back({(static_cast<std::uint64_t>(low) << 32U) | high, h});
    }
    std::ranges::sort(edges);
    for (std::size_t i = 0, end = 0; i < edges.size(); i = end) {
      for (end = i + 1; end < edges.size() && edges[end].edge == edges[i].edge;)
        ++end;
      const HalfEdge a = edges[i].half, b = edges[end - 1].half;
      if (end - i == 2 && corners_[a] == corners_[next(b)]) {
        twins_[a] = b;
        twins_[b] = a;
      }
    }
  }

  /// Whether the other diagonal of the two triangles is shorter, and inside them.
  [[nodiscard]] bool should_flip(HalfEdge h) const {
    const HalfEdge g = twins_[h];
    if (g == kNone)
      return false;
    const PlanePoint a = at(h), b = at(g), c = at(next(next(h))), d = at(next(next(g)));
    const double length = squared_length(a, b);
    // Both new triangles need an area worth naming: rounding must not turn one over.
    const double least = 1e-9 * length;
    return squared_length(c, d) < 0.998 * length && turn(a, d, c) > least && turn(b, c, d) > least;
  }

  void put(HalfEdge h, std::uint32_t corner, HalfEdge twin) {
    corners_[h] = corner;
    twins_[h] = twin;
    if (twin != kNone)
      twins_[twin] = h;
  }

  /// Triangles a b c and b a d become a d c and b c d.
  void flip(HalfEdge h) {
    const HalfEdge g = twins_[h];
    const HalfEdge bc = next(h), ca = next(bc), ad = next(g), db = next(ad);
    const std::uint32_t a = corners_[h], b = corners_[g], c = corners_[ca], d = corners_[db];
    const std::array<HalfEdge, 4> outer{twins_[ad], twins_[ca], twins_[bc], twins_[db]};
    const HalfEdge first = h - h % 3, second = g - g % 3;
    put(first, a, outer[0]);
    put(first + 2, c, outer[1]);
    put(second, b, outer[2]);
    put(second + 2, d, outer[3]);
    put(first + 1, d, second + 1);
    corners_[second + 1] = c;
    for (const HalfEdge edge : {first, first + 2, second, second + 2})
      if (twins_[edge] != kNone)
        queue_.push_back(edge);
  }

  std::span<const PlanePoint> vertices_;
  std::vector<std::uint32_t> corners_;
  std::vector<HalfEdge> twins_;
  std::vector<HalfEdge> queue_;
};

}  // namespace

std::vector<std::uint32_t> with_shorter_diagonals(std::span<const PlanePoint> vertices,
                                                  std::span<const std::uint32_t> triangles) {
  return Flipper(vertices, triangles).run();
}

}  // namespace malimap
