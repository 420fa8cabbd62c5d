#include "geo/boundaries/simplify.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

namespace malimap {
namespace {

double triangle_area(PlanePoint a, PlanePoint b, PlanePoint c) {
  return 0.5 * std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
}

/// The points as a doubly linked list, so that dropping one is cheap.
struct Chain {
  std::span<const PlanePoint> points;
  std::vector<std::uint32_t> before, after;
  std::vector<double> area;  // of the triangle as it counts now; negative once dropped

  explicit Chain(std::span<const PlanePoint> given)
      : points(given), before(given.size()), after(given.size()), area(given.size()) {
    for (std::uint32_t i = 0; i < given.size(); ++i) {
      before[i] = i - 1;
      after[i] = i + 1;
    }
    area.front() = area.back() = std::numeric_limits<double>::infinity();
    for (std::uint32_t i = 1; i + 1 < given.size(); ++i)
      area[i] = triangle(i);
  }
  [[nodiscard]] double triangle(std::uint32_t i) const {
    return triangle_area(points[before[i]], points[i], points[after[i]]);
  }
};

}  // namespace

std::vector<std::uint32_t> points_kept(std::span<const PlanePoint> points, double tolerance_m) {
  const bool closed = points.size() > 1 && points.front() == points.back();
  const std::size_t fewest = closed ? 4 : 2;
  std::vector<std::uint32_t> kept;
  if (points.size() <= fewest || !(tolerance_m > 0)) {
    kept.resize(points.size());
    std::iota(kept.begin(), kept.end(), 0U);
    return kept;
  }

  Chain chain(points);
  using Entry = std::pair<double, std::uint32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (std::uint32_t i = 1; i + 1 < points.size(); ++i)
    queue.emplace(chain.area[i], i);

  const double limit = tolerance_m * tolerance_m;
  std::size_t left = points.size();
  while (left > fewest && !queue.empty() && queue.top().first < limit) {
    const auto [area, i] = queue.top();
    queue.pop();
    if (area != chain.area[i])
      continue;  // an older entry of a point whose triangle has changed
    const auto before = chain.before[i], after = chain.after[i];
    chain.area[i] = -1;
    chain.after[before] = after;
    chain.before[after] = before;
    --left;
    for (const auto neighbour : {before, after}) {
      if (neighbour == 0 || neighbour + 1 == points.size())
        continue;
      // Never below the one just dropped, or a line would be eaten from one end.
      chain.area[neighbour] = std::max(chain.triangle(neighbour), area);
      queue.emplace(chain.area[neighbour], neighbour);
    }
  }
  kept.reserve(left);
  for (std::uint32_t i = 0; i < points.size(); ++i)
    if (chain.area[i] >= 0)
      kept.push_back(i);
  return kept;
}

std::vector<PlanePoint> simplify_arc(std::span<const PlanePoint> points, double tolerance_m) {
  std::vector<PlanePoint> kept;
  for (const std::uint32_t i : points_kept(points, tolerance_m))
    kept.push_back(points[i]);
  return kept;
}

}  // namespace malimap
