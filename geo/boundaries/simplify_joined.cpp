#include "geo/boundaries/simplify_joined.h"

#include <algorithm>

#include "geo/boundaries/conflicts.h"

namespace malimap {
namespace {

constexpr int kMostHalvings = 6;  // then the arc stays as it is

/// An arc and how far it may be simplified by now.
struct Attempt {
  double tolerance_m;
  int halvings = 0;
};

}  // namespace

std::vector<std::vector<PlanePoint>> simplify_joined(
    std::span<const std::span<const PlanePoint>> arcs, double tolerance_m) {
  std::vector<SimplifiedArc> simplified;
  simplified.reserve(arcs.size());
  for (const auto arc : arcs)
    simplified.push_back({arc, points_kept(arc, tolerance_m)});
  std::vector<Attempt> attempts(arcs.size(), {tolerance_m});
  for (bool changed = tolerance_m > 0; changed;) {
    changed = false;
    for (const std::size_t arc : arcs_in_conflict(simplified)) {
      Attempt& attempt = attempts[arc];
      if (attempt.tolerance_m <= 0)
        continue;
      attempt.tolerance_m = ++attempt.halvings > kMostHalvings ? 0 : attempt.tolerance_m / 2;
      simplified[arc].kept = points_kept(arcs[arc], attempt.tolerance_m);
      changed = true;
    }
  }
  std::vector<std::vector<PlanePoint>> left;
  left.reserve(arcs.size());
  for (const SimplifiedArc& arc : simplified) {
    auto& points = left.emplace_back();
    points.reserve(arc.kept.size());
    for (const std::uint32_t i : arc.kept)
      points.push_back(arc.points[i]);
  }
  return left;
}

}  // namespace malimap
