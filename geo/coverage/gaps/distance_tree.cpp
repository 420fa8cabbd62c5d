#include "geo/coverage/gaps/distance_tree.h"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace malimap {
namespace {

constexpr double kEquatorialRadius = 6378.137;  // km
constexpr double kFlattening = 1.0 / 298.257223563;
constexpr double kMeanRadius = 6371.0088;
constexpr std::size_t kFew = 6;  // points that are looked at one by one
constexpr double kRadians = std::numbers::pi / 180;

double squared(const SpacePoint& a, const SpacePoint& b) {
  const double x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
  return x * x + y * y + z * z;
}

bool is_position(LonLat p) {
  return std::isfinite(p.lon) && std::abs(p.lat) <= 90;
}

/// How much longer (as a part) the straight line to the nearest point by the geodesic may be than
/// the shortest straight line: the radii of curvature lie within 0.6 % of each other, which matters
/// with the square of the distance only. Generous.
double slack(double chord_km) {
  const double part = chord_km / kMeanRadius;
  return 0.005 * part * part + 1e-9;
}

}  // namespace

double geodesic_km(LonLat a, LonLat b) {
  geod_geodesic ellipsoid;
  geod_init(&ellipsoid, kEquatorialRadius * 1000, kFlattening);
  double metres = 0;
  geod_inverse(&ellipsoid, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres / 1000;
}

SpacePoint on_ellipsoid(LonLat position) {
  constexpr double kSquaredEccentricity = kFlattening * (2 - kFlattening);
  const double lat = position.lat * kRadians, lon = position.lon * kRadians;
  const double sine = std::sin(lat), cosine = std::cos(lat);
  const double normal = kEquatorialRadius / std::sqrt(1 - kSquaredEccentricity * sine * sine);
  return {normal * cosine * std::cos(lon), normal * cosine * std::sin(lon),
          normal * (1 - kSquaredEccentricity) * sine};
}

double arc_of_chord(double chord_km) {
  return 2 * kMeanRadius * std::asin(std::min(chord_km / (2 * kMeanRadius), 1.0));
}

double PointTree::Box::distance2(const SpacePoint& from) const {
  double sum = 0;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double outside = std::max({low[axis] - from[axis], from[axis] - high[axis], 0.0});
    sum += outside * outside;
  }
  return sum;
}

PointTree::PointTree(std::span<const LonLat> points) {
  nodes_.reserve(points.size());
  at_.resize(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i)
    if (is_position(points[i])) {
      at_[i] = on_ellipsoid(points[i]);
      nodes_.push_back({at_[i], i});
    }
  boxes_.resize(nodes_.size());
  build(0, nodes_.size());
}

PointTree::Box PointTree::box_around(std::size_t low, std::size_t high) const {
  Box box{nodes_[low].at, nodes_[low].at};
  for (std::size_t i = low; i < high; ++i)
    for (std::size_t axis = 0; axis < 3; ++axis) {
      box.low[axis] = std::min(box.low[axis], nodes_[i].at[axis]);
      box.high[axis] = std::max(box.high[axis], nodes_[i].at[axis]);
    }
  return box;
}

void PointTree::build(std::size_t low, std::size_t high) {
  if (high - low <= kFew)
    return;
  const Box box = box_around(low, high);
  std::size_t widest = 0;
  for (std::size_t axis = 1; axis < 3; ++axis)
    if (box.high[axis] - box.low[axis] > box.high[widest] - box.low[widest])
      widest = axis;
  const std::size_t middle = low + (high - low) / 2;
  const auto at = [&](std::size_t i) { return nodes_.begin() + static_cast<std::ptrdiff_t>(i); };
  std::nth_element(at(low), at(middle), at(high),
                   [widest](const Node& a, const Node& b) { return a.at[widest] < b.at[widest]; });
  boxes_[middle] = box;
  build(low, middle);
  build(middle + 1, high);
}

void PointTree::search(std::size_t low, std::size_t high, const SpacePoint& from,
                       Near& best) const {
  const auto look_at = [&](const Node& node) {
    if (const double d = squared(node.at, from); d < best.chord2)
      best = {node.index, d};
  };
  if (high - low <= kFew) {
    for (std::size_t i = low; i < high; ++i)
      look_at(nodes_[i]);
    return;
  }
  const std::size_t middle = low + (high - low) / 2;
  look_at(nodes_[middle]);
  // The few have no boxes: they are looked at one by one.
  const auto away = [&](std::size_t from_node, std::size_t to_node) {
    return to_node - from_node <= kFew ? 0 : box_of(from_node, to_node).distance2(from);
  };
  const double below = away(low, middle), above = away(middle + 1, high);
  if (below <= above) {
    if (below < best.chord2)
      search(low, middle, from, best);
    if (above < best.chord2)
      search(middle + 1, high, from, best);
  } else {
    if (above < best.chord2)
      search(middle + 1, high, from, best);
    if (below < best.chord2)
      search(low, middle, from, best);
  }
}

PointTree::Near PointTree::nearest(const SpacePoint& from, std::uint32_t seed) const {
  Near best{seed, squared(at_[seed], from)};
  search(0, nodes_.size(), from, best);
  return best;
}

std::vector<std::uint32_t> PointTree::within(const SpacePoint& from, double chord_km) const {
  std::vector<std::uint32_t> found;
  const double most = chord_km * chord_km;
  std::vector<std::pair<std::size_t, std::size_t>> ranges{{0, nodes_.size()}};
  while (!ranges.empty()) {
    const auto [low, high] = ranges.back();
    ranges.pop_back();
    if (high - low > kFew) {
      if (box_of(low, high).distance2(from) > most)
        continue;
      const std::size_t middle = low + (high - low) / 2;
      if (squared(nodes_[middle].at, from) <= most)
        found.push_back(nodes_[middle].index);
      ranges.emplace_back(low, middle);
      ranges.emplace_back(middle + 1, high);
      continue;
    }
    for (std::size_t i = low; i < high; ++i)
      if (squared(nodes_[i].at, from) <= most)
        found.push_back(nodes_[i].index);
  }
  return found;
}

struct NearestPoint::Tree {
  explicit Tree(std::vector<LonLat> all) : points(std::move(all)), tree(points) {}
  std::vector<LonLat> points;
  PointTree tree;
};

NearestPoint::NearestPoint(std::vector<LonLat> points)
    : tree_(std::make_unique<const Tree>(std::move(points))) {}
NearestPoint::~NearestPoint() = default;
NearestPoint::NearestPoint(NearestPoint&&) noexcept = default;
NearestPoint& NearestPoint::operator=(NearestPoint&&) noexcept = default;

std::optional<NearestPoint::Found> NearestPoint::find(LonLat from) const {
  if (!tree_ || tree_->tree.empty() || !is_position(from))
    return std::nullopt;
  const SpacePoint at = on_ellipsoid(from);
  const double chord = std::sqrt(tree_->tree.nearest(at).chord2);
  // A micrometre more, for what rounding does to the same position written twice.
  auto candidates = tree_->tree.within(at, chord * (1 + slack(chord)) + 1e-9);
  std::sort(candidates.begin(), candidates.end());
  std::optional<Found> best;
  for (const std::uint32_t candidate : candidates)
    if (const double km = geodesic_km(from, tree_->points[candidate]); !best || km < best->km)
      best = Found{candidate, km};
  return best;
}

}  // namespace malimap
