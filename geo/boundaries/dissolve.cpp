#include "geo/boundaries/dissolve.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "geo/boundaries/area.h"
#include "geo/boundaries/edge_rows.h"
#include "geo/boundaries/faces.h"
#include "geo/boundaries/ogr_shapes.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

constexpr double kSliverKm2 = 1;
constexpr double kThinnest = 0.01;  // 4 pi area / perimeter^2; a circle has 1, a 1:300 strip 0.01
constexpr double kThinMaxKm2 = 25;  // a long narrow void larger than this may be a real one
constexpr double kProbeDegrees =
    1e-3;  // how far beside a border a neighbour of the same group betrays a mismatch
constexpr double kMismatchShare = 0.02;
constexpr double kClosingDegrees = 5e-4;

BorderGraph grouped(const BorderGraph& graph, std::span<const UnitIndex> group_of) {
  const auto group = [&](UnitIndex unit) {
    return unit == kNoUnit ? kNoUnit : group_of[static_cast<std::size_t>(unit)];
  };
  BorderGraph result{graph.nodes, {}};
  for (const BorderSegment& segment : graph.segments)
    if (group(segment.left) != group(segment.right))
      result.segments.push_back({segment.a, segment.b, group(segment.left), group(segment.right)});
  return result;
}

double length(LonLat a, LonLat b) {
  return std::hypot((b.lon - a.lon) * std::cos((a.lat + b.lat) * std::numbers::pi / 360),
                    b.lat - a.lat);
}

double perimeter(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i)
    sum += length(ring[i], ring[(i + 1) % ring.size()]);
  return sum * 111.2;  // km in a degree
}

bool is_sliver(const Ring& ring) {
  const double area = area_km2(ring);
  const double around = perimeter(ring);
  return area < kSliverKm2 ||
         (area < kThinMaxKm2 && 4 * std::numbers::pi * area < kThinnest * around * around);
}

/// Gives the slivers of void between the groups to the neighbour with the longest border on them.
void fill_slivers(BorderGraph& graph) {
  for (const FaceRing& ring : face_rings(graph)) {
    if (ring.unit != kNoUnit || signed_area2(ring.points) <= 0 || !is_sliver(ring.points))
      continue;
    std::map<UnitIndex, double> borders;
    for (const auto s : ring.segments) {
      const BorderSegment& segment = graph.segments[s];
      borders[std::max(segment.left, segment.right)] +=
          length(graph.nodes[segment.a], graph.nodes[segment.b]);
    }
    const auto longest =
        std::max_element(borders.begin(), borders.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto s : ring.segments) {
      BorderSegment& segment = graph.segments[s];
      (segment.left == kNoUnit ? segment.left : segment.right) = longest->first;
    }
  }
  std::erase_if(graph.segments,
                [](const BorderSegment& segment) { return segment.left == segment.right; });
}

/// The groups along whose open borders another unit of the same group lies close by.
std::vector<bool> mismatched(const BorderGraph& graph, std::span<const AdminUnit> units,
                             std::span<const UnitIndex> group_of, std::size_t group_count) {
  const EdgeRows edges(units);
  std::vector<double> open(group_count), wrong(group_count);
  for (const BorderSegment& segment : graph.segments) {
    if (segment.left != kNoUnit && segment.right != kNoUnit)
      continue;
    const auto group = static_cast<std::size_t>(std::max(segment.left, segment.right));
    const LonLat a = graph.nodes[segment.a], b = graph.nodes[segment.b];
    const double size = std::hypot(b.lon - a.lon, b.lat - a.lat);
    const double side = segment.left == kNoUnit ? kProbeDegrees : -kProbeDegrees;
    const auto beside = [&](double distance) {
      return edges.holders({(a.lon + b.lon) / 2 - distance * (b.lat - a.lat) / size,
                            (a.lat + b.lat) / 2 + distance * (b.lon - a.lon) / size});
    };
    open[group] += size;
    std::vector<UnitIndex> across = beside(side);
    std::erase_if(across, [&](UnitIndex unit) {
      return group_of[static_cast<std::size_t>(unit)] != static_cast<UnitIndex>(group);
    });
    if (across.empty())
      continue;
    // The other bank of a narrow inlet is the same unit; that is no mismatch. Two units on the own
    // side overlap, which is one.
    if (across != beside(-side / 100))
      wrong[group] += size;
  }
  std::vector<bool> result(group_count);
  for (std::size_t g = 0; g < group_count; ++g)
    result[g] = wrong[g] > kMismatchShare * open[g] && wrong[g] > 2 * kProbeDegrees;
  return result;
}

void parts_into(OGRMultiPolygon& all, const AdminUnit& unit) {
  const auto shape = to_ogr(std::span<const Polygon>(unit.polygons));
  for (const OGRPolygon* part : *shape)
    all.addGeometry(part);
}

/// Joins one group's units by their areas: union, then closing (out and in again), so that narrow
/// gaps vanish.
std::vector<Polygon> join_by_area(std::span<const AdminUnit> units,
                                  std::span<const UnitIndex> group_of, UnitIndex group) {
  OGRMultiPolygon all;
  for (std::size_t u = 0; u < units.size(); ++u)
    if (group_of[u] == group)
      parts_into(all, units[u]);
  const GdalMessages messages;
  const std::unique_ptr<OGRGeometry> joined(all.UnionCascaded());
  const std::unique_ptr<OGRGeometry> wide(joined ? joined->Buffer(kClosingDegrees, 2) : nullptr);
  const std::unique_ptr<OGRGeometry> closed(wide ? wide->Buffer(-kClosingDegrees, 2) : nullptr);
  const std::unique_ptr<OGRGeometry> lean(
      closed ? closed->SimplifyPreserveTopology(kClosingDegrees / 20) : nullptr);
  if (!lean)
    return {};
  std::vector<Polygon> polygons = shape_of(lean.get()).polygons;
  for (Polygon& polygon : polygons)
    std::erase_if(polygon.holes, is_sliver);
  return polygons;
}

}  // namespace

Dissolved dissolve(const BorderGraph& graph, std::span<const AdminUnit> units,
                   std::span<const UnitIndex> group_of, std::size_t group_count) {
  BorderGraph outlines = grouped(graph, group_of);
  fill_slivers(outlines);
  Dissolved result;
  result.polygons = assemble(face_rings(outlines), group_count);
  const std::vector<bool> broken = mismatched(outlines, units, group_of, group_count);
  if (std::find(broken.begin(), broken.end(), true) == broken.end()) {
    result.arcs = chain_arcs(outlines);
    return result;
  }
  std::vector<AdminUnit> shapes(group_count);
  for (std::size_t g = 0; g < group_count; ++g) {
    if (broken[g])
      shapes[g].polygons = join_by_area(units, group_of, static_cast<UnitIndex>(g));
    if (shapes[g].polygons.empty())
      shapes[g].polygons = std::move(result.polygons[g]);
  }
  result.arcs = chain_arcs(border_graph(shapes));
  for (std::size_t g = 0; g < group_count; ++g)
    result.polygons[g] = std::move(shapes[g].polygons);
  return result;
}

}  // namespace malimap
