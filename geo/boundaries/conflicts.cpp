#include "geo/boundaries/conflicts.h"

#include "geo/boundaries/ray.h"
#include "geo/boundaries/segment_grid.h"

namespace malimap {
namespace {

struct Segment {
  PlanePoint from, to;
  std::uint32_t arc, index;  // of its first point in SimplifiedArc::kept
  [[nodiscard]] SegmentBox box() const { return box_of(from, to); }
};

/// Above zero: c lies left of the way from a to b.
double side(PlanePoint a, PlanePoint b, PlanePoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

int sign(double value) {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

bool on_segment(const Segment& segment, PlanePoint p) {
  return side(segment.from, segment.to, p) == 0 && segment.box().meets(box_of(p, p));
}

/// Two ways from one point that begin in the same direction.
bool same_direction(PlanePoint at, PlanePoint a, PlanePoint b) {
  return side(at, a, b) == 0 && (a.x - at.x) * (b.x - at.x) + (a.y - at.y) * (b.y - at.y) > 0;
}

bool in_conflict(const Segment& a, const Segment& b) {
  const bool same = a.from == b.from && a.to == b.to, opposite = a.from == b.to && a.to == b.from;
  if (same || opposite)
    return true;
  if (a.from == b.from)
    return same_direction(a.from, a.to, b.to);
  if (a.from == b.to)
    return same_direction(a.from, a.to, b.from);
  if (a.to == b.from)
    return same_direction(a.to, a.from, b.to);
  if (a.to == b.to)
    return same_direction(a.to, a.from, b.from);
  const int a1 = sign(side(a.from, a.to, b.from)), a2 = sign(side(a.from, a.to, b.to));
  const int b1 = sign(side(b.from, b.to, a.from)), b2 = sign(side(b.from, b.to, a.to));
  if (a1 * a2 < 0 && b1 * b2 < 0)
    return true;
  return on_segment(a, b.from) || on_segment(a, b.to) || on_segment(b, a.from) ||
         on_segment(b, a.to);
}

std::vector<Segment> segments_of(std::span<const SimplifiedArc> arcs) {
  std::vector<Segment> segments;
  for (std::uint32_t arc = 0; arc < arcs.size(); ++arc)
    for (std::uint32_t i = 0; i + 1 < arcs[arc].kept.size(); ++i)
      segments.push_back(
          {arcs[arc].points[arcs[arc].kept[i]], arcs[arc].points[arcs[arc].kept[i + 1]], arc, i});
  return segments;
}

void mark_crossings(const std::vector<Segment>& segments, const SegmentGrid& grid,
                    std::vector<bool>& marked) {
  for (std::size_t cell = 0; cell < grid.size(); ++cell) {
    const auto here = grid.in(cell);
    for (std::size_t i = 0; i < here.size(); ++i)
      for (std::size_t j = i + 1; j < here.size(); ++j) {
        const Segment &a = segments[here[i]], &b = segments[here[j]];
        if (a.box().meets(b.box()) && in_conflict(a, b))
          marked[a.arc] = marked[b.arc] = true;
      }
  }
}

/// Even-odd; what the way along the dropped points and the straight one back enclose.
bool encloses(std::span<const PlanePoint> dropped, PlanePoint p) {
  bool inside = false;
  for (std::size_t i = 0, before = dropped.size() - 1; i < dropped.size(); before = i++)
    inside ^= crosses_ray(p, dropped[i], dropped[before]);
  return inside;
}

/// Segments in place of which points were dropped must not have passed over a point that is left.
void mark_passed_over(std::span<const SimplifiedArc> arcs, const std::vector<Segment>& segments,
                      const SegmentGrid& grid, std::vector<bool>& marked) {
  for (const Segment& segment : segments) {
    const SimplifiedArc& arc = arcs[segment.arc];
    const std::uint32_t first = arc.kept[segment.index], last = arc.kept[segment.index + 1];
    if (last == first + 1 || marked[segment.arc])
      continue;
    const auto dropped = arc.points.subspan(first, last - first + 1);
    SegmentBox box = segment.box();
    for (const PlanePoint p : dropped)
      box.add(p);
    grid.visit(box, [&](std::span<const std::uint32_t> here) {
      for (const std::uint32_t other : here)
        for (const PlanePoint p : {segments[other].from, segments[other].to})
          if (!marked[segment.arc] && p != segment.from && p != segment.to &&
              box.meets(box_of(p, p)) && encloses(dropped, p))
            marked[segment.arc] = true;
    });
  }
}

}  // namespace

std::vector<std::size_t> arcs_in_conflict(std::span<const SimplifiedArc> arcs) {
  const std::vector<Segment> segments = segments_of(arcs);
  if (segments.empty())
    return {};
  std::vector<SegmentBox> boxes;
  boxes.reserve(segments.size());
  for (const Segment& segment : segments)
    boxes.push_back(segment.box());
  const SegmentGrid grid(boxes);
  std::vector<bool> marked(arcs.size());
  mark_crossings(segments, grid, marked);
  mark_passed_over(arcs, segments, grid, marked);
  std::vector<std::size_t> found;
  for (std::size_t arc = 0; arc < arcs.size(); ++arc)
    if (marked[arc])
      found.push_back(arc);
  return found;
}

}  // namespace malimap
