#include "geo/boundaries/faces.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "geo/boundaries/area.h"

namespace malimap {
namespace {

/// A segment walked in one direction: number 2 s from a to b, 2 s + 1 from b to a.
using HalfEdge = std::uint32_t;

class Walker {
 public:
  explicit Walker(const BorderGraph& graph)
      : graph_(graph),
        start_(graph.nodes.size() + 1),
        leaving_(2 * graph.segments.size()),
        used_(2 * graph.segments.size()) {
    for (HalfEdge h = 0; h < leaving_.size(); ++h)
      ++start_[origin(h) + 1];
    for (std::size_t i = 1; i < start_.size(); ++i)
      start_[i] += start_[i - 1];
    auto next = start_;
    for (HalfEdge h = 0; h < leaving_.size(); ++h)
      leaving_[next[origin(h)]++] = h;
  }

  std::vector<FaceRing> rings() {
    std::vector<FaceRing> result;
    for (HalfEdge h = 0; h < leaving_.size(); ++h)
      if (!used_[h])
        split(walk(h), result);
    return result;
  }

 private:
  [[nodiscard]] const BorderSegment& segment(HalfEdge h) const { return graph_.segments[h / 2]; }
  [[nodiscard]] std::uint32_t origin(HalfEdge h) const {
    return h % 2 ? segment(h).b : segment(h).a;
  }
  [[nodiscard]] std::uint32_t target(HalfEdge h) const {
    return h % 2 ? segment(h).a : segment(h).b;
  }
  [[nodiscard]] UnitIndex left(HalfEdge h) const {
    return h % 2 ? segment(h).right : segment(h).left;
  }

  /// How far to the left the way turns from one half edge into another, -pi to pi; straight back
  /// counts as the most to the right.
  [[nodiscard]] double turn(HalfEdge from, HalfEdge to) const {
    if (from / 2 == to / 2)
      return -4;
    const LonLat p = graph_.nodes[origin(from)], q = graph_.nodes[target(from)],
                 r = graph_.nodes[target(to)];
    const double ux = q.lon - p.lon, uy = q.lat - p.lat, vx = r.lon - q.lon, vy = r.lat - q.lat;
    return std::atan2(ux * vy - uy * vx, ux * vx + uy * vy);
  }

  /// The sharpest turn to the left stays with the same part of the face where several of its parts
  /// meet in a node.
  [[nodiscard]] HalfEdge next_of(HalfEdge h) const {
    const std::uint32_t node = target(h);
    HalfEdge best = h;
    double best_turn = -10;
    for (std::uint32_t i = start_[node]; i < start_[node + 1]; ++i) {
      const HalfEdge candidate = leaving_[i];
      if (used_[candidate] || left(candidate) != left(h))
        continue;
      const bool single = start_[node + 1] - start_[node] == 2 && candidate / 2 != h / 2;
      const double angle = single ? 0 : turn(h, candidate);
      if (angle > best_turn) {
        best = candidate;
        best_turn = angle;
      }
    }
    return best;
  }

  std::vector<HalfEdge> walk(HalfEdge first) {
    std::vector<HalfEdge> path{first};
    used_[first] = true;
    while (target(path.back()) != origin(first)) {
      const HalfEdge next = next_of(path.back());
      if (next == path.back())
        break;  // an open end: overlapping units leave such; the ring is closed by a straight line
      used_[next] = true;
      path.push_back(next);
    }
    return path;
  }

  /// Cuts the walk into loops that pass each node once.
  void split(const std::vector<HalfEdge>& path, std::vector<FaceRing>& result) const {
    std::vector<HalfEdge> stack;
    std::unordered_map<std::uint32_t, std::size_t> seen;  // node -> where in the stack it is left
    seen.reserve(path.size());
    stack.reserve(path.size());
    for (const HalfEdge h : path) {
      if (auto found = seen.find(origin(h)); found != seen.end() && found->second < stack.size()) {
        const std::size_t from = found->second;
        emit({stack.begin() + static_cast<std::ptrdiff_t>(from), stack.end()}, result);
        for (std::size_t i = from; i < stack.size(); ++i)
          seen.erase(origin(stack[i]));
        stack.resize(from);
      }
      seen[origin(h)] = stack.size();
      stack.push_back(h);
    }
    emit(stack, result);
  }

  void emit(const std::vector<HalfEdge>& loop, std::vector<FaceRing>& result) const {
    if (loop.size() < 3)
      return;
    FaceRing ring;
    ring.unit = left(loop.front());
    for (const HalfEdge h : loop) {
      ring.segments.push_back(h / 2);
      ring.points.push_back(graph_.nodes[origin(h)]);
    }
    result.push_back(std::move(ring));
  }

  const BorderGraph& graph_;
  std::vector<std::uint32_t> start_;
  std::vector<HalfEdge> leaving_;
  std::vector<bool> used_;
};

/// Whether the hole lies in the ring; they may share vertices, so the first hole vertex that is not
/// the ring's decides.
bool encloses(const Ring& outer, const Ring& hole) {
  for (std::size_t i = 0; i < hole.size(); ++i) {
    const LonLat a = hole[i], b = hole[(i + 1) % hole.size()];
    const LonLat middle{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
    if (std::find(outer.begin(), outer.end(), a) == outer.end())
      return ring_contains(outer, a);
    if (i + 1 == hole.size())
      return ring_contains(outer, middle);
  }
  return false;
}

void place_hole(const Ring& hole, std::vector<Polygon>& polygons) {
  Polygon* best = nullptr;
  double best_area = 0;
  const double hole_area = std::abs(signed_area2(hole));
  for (Polygon& polygon : polygons) {
    const double area = signed_area2(polygon.outer);
    if (area > hole_area && (!best || area < best_area) && encloses(polygon.outer, hole)) {
      best = &polygon;
      best_area = area;
    }
  }
  if (best)
    best->holes.push_back(hole);
}

}  // namespace

std::vector<FaceRing> face_rings(const BorderGraph& graph) {
  return Walker(graph).rings();
}

std::vector<std::vector<Polygon>> assemble(const std::vector<FaceRing>& rings,
                                           std::size_t unit_count) {
  std::vector<std::vector<Polygon>> result(unit_count);
  for (const FaceRing& ring : rings)
    if (ring.unit != kNoUnit && signed_area2(ring.points) > 0)
      result[static_cast<std::size_t>(ring.unit)].push_back({ring.points, {}});
  for (const FaceRing& ring : rings)
    if (ring.unit != kNoUnit && signed_area2(ring.points) < 0)
      place_hole(ring.points, result[static_cast<std::size_t>(ring.unit)]);
  return result;
}

}  // namespace malimap
