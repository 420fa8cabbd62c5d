#include "geo/boundaries/topology.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "geo/boundaries/area.h"

namespace malimap {
namespace {

using NodeIndex = std::uint32_t;
using NodeRing = std::vector<NodeIndex>;

std::uint64_t cell_key(std::int64_t x, std::int64_t y) {
  return (static_cast<std::uint64_t>(x) << 32) ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
}

std::uint64_t pair_key(NodeIndex a, NodeIndex b) {
  return (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
}

/// Gives every point the number of a node, the same one to points within kSnapDegrees.
class NodeTable {
 public:
  explicit NodeTable(std::size_t points) {
    cells_.reserve(points);
    nodes.reserve(points);
    next_.reserve(points);
  }
  NodeIndex add(LonLat point) {
    // A cell is twice the tolerance wide, so a neighbour within it lies in this cell or in one of
    // three others.
    const double fx = point.lon / (2 * kSnapDegrees), fy = point.lat / (2 * kSnapDegrees);
    const auto x = static_cast<std::int64_t>(std::floor(fx));
    const auto y = static_cast<std::int64_t>(std::floor(fy));
    const std::int64_t side_x = fx - std::floor(fx) < 0.5 ? -1 : 1;
    const std::int64_t side_y = fy - std::floor(fy) < 0.5 ? -1 : 1;
    for (const std::int64_t dx : {std::int64_t{0}, side_x})
      for (const std::int64_t dy : {std::int64_t{0}, side_y})
        if (auto found = cells_.find(cell_key(x + dx, y + dy)); found != cells_.end())
          for (NodeIndex node = found->second; node != kEnd; node = next_[node])
            if (near(nodes[node], point))
              return node;
    const auto node = static_cast<NodeIndex>(nodes.size());
    nodes.push_back(point);
    const auto [cell, added] = cells_.emplace(cell_key(x, y), node);
    next_.push_back(added ? kEnd : cell->second);
    cell->second = node;
    return node;
  }
  std::vector<LonLat> nodes;

 private:
  static bool near(LonLat a, LonLat b) {
    const double dx = a.lon - b.lon, dy = a.lat - b.lat;
    return dx * dx + dy * dy <= kSnapDegrees * kSnapDegrees;
  }
  static constexpr NodeIndex kEnd = 0xffffffffU;
  std::unordered_map<std::uint64_t, NodeIndex> cells_;  // the newest node of a cell
  std::vector<NodeIndex> next_;                         // the node before it in the same cell
};

/// The ring as nodes, without repeated ones and without spikes (a, b, a).
NodeRing clean(const NodeRing& ring) {
  NodeRing kept;
  for (const NodeIndex node : ring) {
    if (!kept.empty() && kept.back() == node)
      continue;
    if (kept.size() >= 2 && kept[kept.size() - 2] == node)
      kept.pop_back();
    else
      kept.push_back(node);
  }
  bool changed = true;
  while (changed && kept.size() >= 3) {  // the same across the seam
    changed = false;
    if (kept.front() == kept.back()) {
      kept.pop_back();
      changed = true;
    } else if (kept[kept.size() - 2] == kept.front()) {
      kept.pop_back();
      kept.pop_back();
      changed = true;
    } else if (kept[1] == kept.back()) {
      kept.erase(kept.begin());
      kept.erase(kept.begin());
      changed = true;
    }
  }
  return kept.size() >= 3 ? kept : NodeRing{};
}

struct UnitRing {
  UnitIndex unit;
  std::size_t polygon;
  bool outer;
  NodeRing nodes;
};

std::vector<LonLat> points_of(const NodeRing& ring, const std::vector<LonLat>& nodes) {
  std::vector<LonLat> points;
  points.reserve(ring.size());
  for (const NodeIndex node : ring)
    points.push_back(nodes[node]);
  return points;
}

UnitRing node_ring(NodeTable& table, const Ring& ring, UnitIndex unit, std::size_t polygon,
                   bool outer) {
  UnitRing result{unit, polygon, outer, {}};
  result.nodes.reserve(ring.size());
  for (const LonLat& point : ring)
    result.nodes.push_back(table.add(point));
  result.nodes = clean(result.nodes);
  const double area = signed_area2(points_of(result.nodes, table.nodes));
  if ((area > 0) != outer)
    std::reverse(result.nodes.begin(), result.nodes.end());
  return result;
}

std::size_t point_count(std::span<const AdminUnit> units) {
  std::size_t points = 0;
  for (const AdminUnit& unit : units)
    for (const Polygon& polygon : unit.polygons) {
      points += polygon.outer.size();
      for (const Ring& hole : polygon.holes)
        points += hole.size();
    }
  return points;
}

std::vector<UnitRing> node_rings(std::span<const AdminUnit> units, NodeTable& table) {
  std::vector<UnitRing> rings;
  for (std::size_t u = 0; u < units.size(); ++u)
    for (std::size_t p = 0; p < units[u].polygons.size(); ++p) {
      const Polygon& polygon = units[u].polygons[p];
      const auto unit = static_cast<UnitIndex>(u);
      rings.push_back(node_ring(table, polygon.outer, unit, p, true));
      for (const Ring& hole : polygon.holes)
        rings.push_back(node_ring(table, hole, unit, p, false));
    }
  return rings;
}

template <class Visit>
void for_each_edge(const NodeRing& ring, Visit visit) {
  for (std::size_t i = 0; i < ring.size(); ++i)
    visit(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
}

/// Finds the nodes that lie on an edge, over a grid of those nodes that can: the ends of edges
/// without a partner.
class NodeGrid {
 public:
  NodeGrid(const std::vector<LonLat>& nodes, std::vector<NodeIndex> chosen) : nodes_(nodes) {
    LonLat low{1e9, 1e9}, high{-1e9, -1e9};
    for (const NodeIndex node : chosen) {
      low = {std::min(low.lon, nodes[node].lon), std::min(low.lat, nodes[node].lat)};
      high = {std::max(high.lon, nodes[node].lon), std::max(high.lat, nodes[node].lat)};
    }
    low_ = low;
    const double area = std::max((high.lon - low.lon) * (high.lat - low.lat), 1e-12);
    cell_ = std::max(std::sqrt(area / static_cast<double>(chosen.size() + 1)), 1e-4);
    for (const NodeIndex node : chosen)
      cells_[cell_key(column(nodes[node].lon), row(nodes[node].lat))].push_back(node);
  }

  /// The nodes within kSnapDegrees of the inside of the edge, in order from a to b.
  [[nodiscard]] std::vector<NodeIndex> on_edge(NodeIndex a, NodeIndex b) const {
    std::vector<std::pair<double, NodeIndex>> found;
    const LonLat p = nodes_[a], q = nodes_[b];
    const double slack = kSnapDegrees;
    for (auto x = column(std::min(p.lon, q.lon) - slack);
         x <= column(std::max(p.lon, q.lon) + slack); ++x) {
      const auto [bottom, top] = span_in_column(p, q, x);
      for (auto y = row(bottom - slack); y <= row(top + slack); ++y)
        if (auto cell = cells_.find(cell_key(x, y)); cell != cells_.end())
          collect(cell->second, a, b, found);
    }
    std::sort(found.begin(), found.end());
    std::vector<NodeIndex> result;
    for (const auto& [t, node] : found)
      if (result.empty() || result.back() != node)
        result.push_back(node);
    return result;
  }

 private:
  [[nodiscard]] std::int64_t column(double lon) const {
    return static_cast<std::int64_t>(std::floor((lon - low_.lon) / cell_));
  }
  [[nodiscard]] std::int64_t row(double lat) const {
    return static_cast<std::int64_t>(std::floor((lat - low_.lat) / cell_));
  }
  /// Between which latitudes the edge runs inside a column of cells.
  [[nodiscard]] std::pair<double, double> span_in_column(LonLat p, LonLat q, std::int64_t x) const {
    if (std::abs(q.lon - p.lon) < 2 * kSnapDegrees)
      return std::minmax(p.lat, q.lat);
    const double slope = (q.lat - p.lat) / (q.lon - p.lon);
    const double west = low_.lon + static_cast<double>(x) * cell_ - kSnapDegrees;
    const auto at = [&](double lon) {
      return p.lat +
             slope * (std::clamp(lon, std::min(p.lon, q.lon), std::max(p.lon, q.lon)) - p.lon);
    };
    const double first = at(west), second = at(west + cell_ + 2 * kSnapDegrees);
    return {std::min(first, second), std::max(first, second)};
  }
  void collect(const std::vector<NodeIndex>& cell, NodeIndex a, NodeIndex b,
               std::vector<std::pair<double, NodeIndex>>& found) const {
    const LonLat p = nodes_[a], q = nodes_[b];
    const double dx = q.lon - p.lon, dy = q.lat - p.lat, length2 = dx * dx + dy * dy;
    for (const NodeIndex node : cell) {
      if (node == a || node == b)
        continue;
      const double t =
          ((nodes_[node].lon - p.lon) * dx + (nodes_[node].lat - p.lat) * dy) / length2;
      const double ax = nodes_[node].lon - p.lon - t * dx, ay = nodes_[node].lat - p.lat - t * dy;
      if (t > 0 && t < 1 && ax * ax + ay * ay <= kSnapDegrees * kSnapDegrees)
        found.emplace_back(t, node);
    }
  }

  const std::vector<LonLat>& nodes_;
  LonLat low_;
  double cell_ = 1;
  std::unordered_map<std::uint64_t, std::vector<NodeIndex>> cells_;
};

/// Puts the vertices of one ring that lie on another's edge into that edge, so that the two sides
/// match.
void node_edges(std::vector<UnitRing>& rings, const std::vector<LonLat>& nodes) {
  std::unordered_map<std::uint64_t, int> uses;
  uses.reserve(nodes.size());
  for (const UnitRing& ring : rings)
    for_each_edge(ring.nodes, [&](NodeIndex a, NodeIndex b) { ++uses[pair_key(a, b)]; });
  std::vector<bool> ends_alone(nodes.size());
  for (const UnitRing& ring : rings)
    for_each_edge(ring.nodes, [&](NodeIndex a, NodeIndex b) {
      if (uses[pair_key(a, b)] == 1)
        ends_alone[a] = ends_alone[b] = true;
    });
  std::vector<NodeIndex> lonely;
  for (NodeIndex node = 0; node < nodes.size(); ++node)
    if (ends_alone[node])
      lonely.push_back(node);
  if (lonely.empty())
    return;
  const NodeGrid grid(nodes, std::move(lonely));
  for (UnitRing& ring : rings) {
    NodeRing noded;
    noded.reserve(ring.nodes.size());
    for_each_edge(ring.nodes, [&](NodeIndex a, NodeIndex b) {
      noded.push_back(a);
      if (uses[pair_key(a, b)] == 1) {
        const auto between = grid.on_edge(a, b);
        noded.insert(noded.end(), between.begin(), between.end());
      }
    });
    if (noded.size() != ring.nodes.size())
      ring.nodes = clean(noded);
  }
}

/// Writes the matched rings back into the units.
void rewrite(std::span<AdminUnit> units, const std::vector<UnitRing>& rings,
             const std::vector<LonLat>& nodes) {
  for (AdminUnit& unit : units)
    for (Polygon& polygon : unit.polygons)
      polygon = {};
  for (const UnitRing& ring : rings) {
    Polygon& polygon = units[static_cast<std::size_t>(ring.unit)].polygons[ring.polygon];
    if (ring.nodes.empty())
      continue;
    if (ring.outer)
      polygon.outer = points_of(ring.nodes, nodes);
    else if (!polygon.outer.empty())
      polygon.holes.push_back(points_of(ring.nodes, nodes));
  }
  for (AdminUnit& unit : units)
    std::erase_if(unit.polygons, [](const Polygon& polygon) { return polygon.outer.empty(); });
}

std::vector<BorderSegment> join_sides(const std::vector<UnitRing>& rings, std::size_t edges) {
  std::vector<BorderSegment> segments;
  std::unordered_map<std::uint64_t, std::size_t> at;
  at.reserve(edges);
  segments.reserve(edges);
  for (const UnitRing& ring : rings)
    for_each_edge(ring.nodes, [&](NodeIndex a, NodeIndex b) {
      const auto [found, added] = at.emplace(pair_key(a, b), segments.size());
      if (added)
        segments.push_back({a, b, kNoUnit, kNoUnit});
      BorderSegment& segment = segments[found->second];
      UnitIndex& side = segment.a == a ? segment.left : segment.right;
      if (side == kNoUnit)
        side = ring.unit;
    });
  std::erase_if(segments,
                [](const BorderSegment& segment) { return segment.left == segment.right; });
  return segments;
}

/// Which segments meet in each node: those of node n are list[start[n]] to list[start[n + 1]].
struct Incidence {
  std::vector<std::uint32_t> start, list;
  explicit Incidence(const BorderGraph& graph)
      : start(graph.nodes.size() + 1), list(2 * graph.segments.size()) {
    for (const auto& segment : graph.segments) {
      ++start[segment.a + 1];
      ++start[segment.b + 1];
    }
    for (std::size_t i = 1; i < start.size(); ++i)
      start[i] += start[i - 1];
    auto next = start;
    for (std::uint32_t s = 0; s < graph.segments.size(); ++s) {
      list[next[graph.segments[s].a]++] = s;
      list[next[graph.segments[s].b]++] = s;
    }
  }
  [[nodiscard]] std::span<const std::uint32_t> at(NodeIndex node) const {
    return std::span(list).subspan(start[node], start[node + 1] - start[node]);
  }
};

/// Walks along segments until the pair of units changes.
class ArcChainer {
 public:
  explicit ArcChainer(const BorderGraph& graph)
      : graph_(graph), incidence_(graph), used_(graph.segments.size()) {}

  std::vector<Arc> arcs() {
    std::vector<Arc> result;
    for (NodeIndex node = 0; node < graph_.nodes.size(); ++node)
      if (is_end(node))
        for (const auto segment : incidence_.at(node))
          if (!used_[segment])
            result.push_back(walk(node, segment));
    for (std::uint32_t segment = 0; segment < graph_.segments.size(); ++segment)
      if (!used_[segment])  // what is left are closed lines
        result.push_back(walk(graph_.segments[segment].a, segment));
    return result;
  }

 private:
  [[nodiscard]] std::pair<UnitIndex, UnitIndex> sides_from(NodeIndex node,
                                                           std::uint32_t index) const {
    const BorderSegment& segment = graph_.segments[index];
    return segment.a == node ? std::pair(segment.left, segment.right)
                             : std::pair(segment.right, segment.left);
  }
  [[nodiscard]] bool is_end(NodeIndex node) const {
    const auto here = incidence_.at(node);
    if (here.size() != 2)
      return !here.empty();
    const auto [left, right] = sides_from(node, here[0]);
    return sides_from(node, here[1]) != std::pair(right, left);
  }
  Arc walk(NodeIndex node, std::uint32_t index) {
    Arc arc;
    std::tie(arc.left, arc.right) = sides_from(node, index);
    arc.points.push_back(graph_.nodes[node]);
    while (true) {
      used_[index] = true;
      const BorderSegment& segment = graph_.segments[index];
      node = segment.a == node ? segment.b : segment.a;
      arc.points.push_back(graph_.nodes[node]);
      if (is_end(node))
        return arc;
      const auto here = incidence_.at(node);
      index = here[0] == index ? here[1] : here[0];
      if (used_[index])
        return arc;
    }
  }

  const BorderGraph& graph_;
  Incidence incidence_;
  std::vector<bool> used_;
};

}  // namespace

BorderGraph border_graph(std::span<AdminUnit> units) {
  NodeTable table(point_count(units));
  std::vector<UnitRing> rings = node_rings(units, table);
  node_edges(rings, table.nodes);
  rewrite(units, rings, table.nodes);
  const std::size_t edges = table.nodes.size();  // about as many
  return {std::move(table.nodes), join_sides(rings, edges)};
}

std::vector<Arc> chain_arcs(const BorderGraph& graph) {
  return ArcChainer(graph).arcs();
}

}  // namespace malimap
