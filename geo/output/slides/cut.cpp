#include "geo/output/slides/cut.h"

#include <algorithm>
#include <optional>

#include "geo/map/clip.h"

namespace malimap {
namespace {

/// The piece of a segment inside the box.
std::optional<PixelSegment> inside(PixelPoint from, PixelPoint to, const PixelBox& box) {
  const double dx = to.x - from.x, dy = to.y - from.y;
  const double toward[] = {-dx, dx, -dy, dy};
  const double room[] = {from.x - box.x, box.x + box.width - from.x, from.y - box.y,
                         box.y + box.height - from.y};
  double first = 0, last = 1;
  for (int side = 0; side < 4; ++side) {
    if (toward[side] == 0) {
      if (room[side] < 0)
        return std::nullopt;
      continue;
    }
    const double t = room[side] / toward[side];
    if (toward[side] < 0)
      first = std::max(first, t);
    else
      last = std::min(last, t);
  }
  if (first > last)
    return std::nullopt;
  const auto at = [&](double t) { return PixelPoint{from.x + t * dx, from.y + t * dy}; };
  return PixelSegment{first == 0 ? from : at(first), last == 1 ? to : at(last)};
}

bool same(PixelPoint a, PixelPoint b) {
  return a.x == b.x && a.y == b.y;
}

}  // namespace

Path cut_area(const Path& path, const PixelBox& box) {
  std::vector<PlaneRing> rings;
  for (const PathLine& line : flatten(path)) {
    PlaneRing& ring = rings.emplace_back();
    for (const PixelPoint p : line.points)
      ring.push_back({p.x, p.y});
  }
  Path out;
  for (const PlaneRing& ring :
       clip(rings, {{box.x, box.y}, {box.x + box.width, box.y + box.height}})) {
    out.move_to({ring[0].x, ring[0].y});
    for (std::size_t i = 1; i < ring.size(); ++i)
      out.line_to({ring[i].x, ring[i].y});
    out.close();
  }
  return out;
}

Path cut_lines(const Path& path, const PixelBox& box) {
  Path out;
  for (PathLine& line : flatten(path)) {
    if (line.closed)
      line.points.push_back(line.points.front());
    std::optional<PixelPoint> pen;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
      const auto piece = inside(line.points[i - 1], line.points[i], box);
      if (!piece || same(piece->from, piece->to))
        continue;
      if (!pen || !same(*pen, piece->from))
        out.move_to(piece->from);
      out.line_to(piece->to);
      pen = piece->to;
    }
  }
  return out;
}

}  // namespace malimap
