#include "geo/map/pole.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>

#include "geo/boundaries/ray.h"
#include "geo/map/shapes.h"

namespace malimap {
namespace {

using Rings = std::span<const std::vector<PlanePoint>>;

double squared_distance_to_segment(PlanePoint p, PlanePoint a, PlanePoint b) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t =
      length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
  const double ex = a.x + t * dx - p.x, ey = a.y + t * dy - p.y;
  return ex * ex + ey * ey;
}

double squared_distance(PlanePoint p, const PlaneBox& box) {
  const double x = std::max({box.low.x - p.x, p.x - box.high.x, 0.0});
  const double y = std::max({box.low.y - p.y, p.y - box.high.y, 0.0});
  return x * x + y * y;
}

/// The borders in short runs, each with the box around it: most runs are told from their box to be
/// further away than another, and not to cross a ray.
class BorderRuns {
 public:
  explicit BorderRuns(Rings rings) {
    for (const auto& ring : rings)
      for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
        add({ring[i], ring[before]});
  }

  /// From the point to the nearest border, negative outside.
  [[nodiscard]] double signed_distance(PlanePoint p) const {
    bool is_inside = false;
    double nearest = 1e300;
    for (const Run& run : runs_) {
      const PlaneBox& box = run.box;
      const bool may_cross = p.y >= box.low.y && p.y <= box.high.y && p.x <= box.high.x;
      const bool may_be_near = squared_distance(p, box) < nearest;
      if (!may_cross && !may_be_near)
        continue;
      for (const Edge& edge : std::span(edges_).subspan(run.first, run.count)) {
        is_inside ^= crosses_ray(p, edge.a, edge.b);
        nearest = std::min(nearest, squared_distance_to_segment(p, edge.a, edge.b));
      }
    }
    return std::sqrt(nearest) * (is_inside ? 1 : -1);
  }

 private:
  struct Edge {
    PlanePoint a, b;
  };
  struct Run {
    PlaneBox box;
    std::size_t first = 0, count = 0;
  };
  void add(const Edge& edge) {
    constexpr std::size_t kLength = 12;
    if (runs_.empty() || runs_.back().count == kLength)
      runs_.push_back({{}, edges_.size(), 0});
    edges_.push_back(edge);
    Run& run = runs_.back();
    run.box.add(edge.a);
    run.box.add(edge.b);
    ++run.count;
  }

  std::vector<Edge> edges_;
  std::vector<Run> runs_;
};

struct Square {
  PlanePoint centre;
  double half = 0;
  double distance = 0;  // of the centre
  [[nodiscard]] double best_possible() const { return distance + half * std::numbers::sqrt2; }
  bool operator<(const Square& other) const { return best_possible() < other.best_possible(); }
};

PlaneBox box_of(Rings rings) {
  PlaneBox box;
  for (const auto& ring : rings)
    for (PlanePoint p : ring)
      box.add(p);
  return box;
}

}  // namespace

InnerCircle pole_of_inaccessibility(Rings rings, double precision) {
  const PlaneBox box = box_of(rings);
  if (box.empty() || !(std::min(box.width(), box.height()) > 0))
    return {};
  const double side = std::min(box.width(), box.height());
  const BorderRuns borders(rings);
  const auto square_at = [&](PlanePoint centre, double half) {
    return Square{centre, half, borders.signed_distance(centre)};
  };
  std::priority_queue<Square> open;
  for (double x = box.low.x; x < box.high.x; x += side)
    for (double y = box.low.y; y < box.high.y; y += side)
      open.push(square_at({x + side / 2, y + side / 2}, side / 2));
  Square best = square_at(box.middle(), 0);
  while (!open.empty()) {
    const Square square = open.top();
    open.pop();
    if (square.distance > best.distance)
      best = square;
    if (square.best_possible() - best.distance <= precision)
      break;  // the most promising one is no better: none is
    const double half = square.half / 2;
    for (double dx : {-half, half})
      for (double dy : {-half, half})
        open.push(square_at({square.centre.x + dx, square.centre.y + dy}, half));
  }
  return {best.centre, std::max(0.0, best.distance)};
}

bool inside(Rings rings, PlanePoint point) {
  bool is_inside = false;
  for (const auto& ring : rings)
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
      is_inside ^= crosses_ray(point, ring[i], ring[before]);
  return is_inside;
}

}  // namespace malimap
