#include "geo/map/detail.h"

#include <bit>
#include <cstring>
#include <unordered_map>

#include "geo/boundaries/simplify_joined.h"

namespace malimap {
namespace {

struct HashPoint {
  std::size_t operator()(const PlanePoint& p) const {
    const auto x = std::bit_cast<std::uint64_t>(p.x), y = std::bit_cast<std::uint64_t>(p.y);
    return static_cast<std::size_t>((x * 0x9E3779B97F4A7C15ULL) ^ (y + 0x7F4A7C15ULL + (x >> 7)));
  }
};

/// An arc as a unit walks along it.
struct Walk {
  const PlaneArc* arc = nullptr;
  bool forward = true;
  bool used = false;
  [[nodiscard]] PlanePoint from() const {
    return forward ? arc->points.front() : arc->points.back();
  }
  [[nodiscard]] PlanePoint to() const { return forward ? arc->points.back() : arc->points.front(); }
};

void append(PlaneRing& ring, const Walk& walk) {
  const auto& points = walk.arc->points;
  if (walk.forward)
    ring.insert(ring.end(), points.begin(), points.end() - 1);
  else
    ring.insert(ring.end(), points.rbegin(), points.rend() - 1);
}

/// Empty when the walks do not close: every node must be left as often as it is reached.
std::vector<PlaneRing> join(std::vector<Walk>& walks) {
  std::unordered_multimap<PlanePoint, Walk*, HashPoint> leaving;
  for (Walk& walk : walks)
    leaving.emplace(walk.from(), &walk);
  std::vector<PlaneRing> rings;
  for (Walk& start : walks) {
    if (start.used)
      continue;
    PlaneRing ring;
    for (Walk* walk = &start; walk != nullptr;) {
      walk->used = true;
      append(ring, *walk);
      if (walk->to() == start.from())
        break;
      auto [at, end] = leaving.equal_range(walk->to());
      while (at != end && at->second->used)
        ++at;
      if (at == end)
        return {};
      walk = at->second;
    }
    if (ring.size() >= 3)
      rings.push_back(std::move(ring));
  }
  return rings;
}

std::vector<std::span<const PlanePoint>> lines_of(std::span<const PlaneArc> arcs) {
  std::vector<std::span<const PlanePoint>> lines;
  lines.reserve(arcs.size());
  for (const PlaneArc& arc : arcs)
    lines.emplace_back(arc.points);
  return lines;
}

}  // namespace

std::vector<std::vector<PlaneRing>> rings_from_arcs(std::span<const PlaneArc> arcs,
                                                    std::size_t unit_count) {
  std::vector<std::vector<Walk>> walks(unit_count);
  for (const PlaneArc& arc : arcs) {
    if (arc.points.size() < 2)
      continue;
    if (arc.left != kNoUnit)
      walks[static_cast<std::size_t>(arc.left)].push_back({&arc, true});
    if (arc.right != kNoUnit)
      walks[static_cast<std::size_t>(arc.right)].push_back({&arc, false});
  }
  std::vector<std::vector<PlaneRing>> rings;
  rings.reserve(unit_count);
  for (auto& of_unit : walks)
    rings.push_back(join(of_unit));
  return rings;
}

bool DetailLevel::holds(UnitIndex unit, PlanePoint point) const {
  const auto& rows =
      later_rows.get([this] { return std::vector<Later<RingRows>>(unit_rings.size()); });
  const auto index = static_cast<std::size_t>(unit);
  return rows[index].get([&] { return RingRows(unit_rings[index]); }).hold(point);
}

DetailLevel make_detail(const DetailSource& source, double tolerance_m) {
  DetailLevel level;
  level.tolerance_m = tolerance_m;
  const std::vector<std::span<const PlanePoint>> lines = lines_of(source.arcs);
  auto simplified = simplify_joined(lines, tolerance_m);
  level.arcs.reserve(source.arcs.size());
  for (std::size_t i = 0; i < source.arcs.size(); ++i) {
    const PlaneArc& arc = source.arcs[i];
    level.arcs.push_back({std::move(simplified[i]), arc.left, arc.right, arc.rank});
  }
  if (tolerance_m <= 0) {
    level.unit_rings = source.unit_rings;
  } else {
    level.unit_rings = rings_from_arcs(level.arcs, source.unit_rings.size());
    for (std::size_t unit = 0; unit < level.unit_rings.size(); ++unit)
      if (level.unit_rings[unit].empty())
        level.unit_rings[unit] = source.unit_rings[unit];
  }
  return level;
}

}  // namespace malimap
