#include "geo/map/bands.h"

#include <algorithm>
#include <future>

#include "geo/boundaries/intersect.h"
#include "geo/boundaries/simplify.h"
#include "geo/boundaries/triangulate.h"
#include "geo/map/contours.h"
#include "geo/map/detail.h"
#include "geo/map/projection.h"

namespace malimap {
namespace {

using Contours = std::array<std::vector<PlaneRing>, kDistanceBands.size()>;

/// With a projection of its own, so that it can run beside others. Limits that nothing lies beyond
/// have no rings.
std::vector<PlaneRing> contours_on(const std::string& definition, const DistanceGrid& grid,
                                   double km) {
  std::vector<PlaneRing> rings;
  const auto plane = Projection::create(definition);
  if (!plane)
    return rings;
  for (const Ring& ring : contours(grid, km)) {
    PlaneRing out;
    out.reserve(ring.size());
    for (const LonLat p : ring)
      if (const auto projected = plane->forward(p))
        out.push_back(*projected);
    if (out.size() >= 3)
      rings.push_back(std::move(out));
  }
  return rings;
}

/// The outline of all units together, counterclockwise: borders with nothing on the other side.
/// Where they do not close, the units one by one, whose common borders cancel out.
std::vector<PlaneRing> outline_of(const DetailLevel& detail) {
  std::vector<PlaneArc> outer;
  for (const PlaneArc& arc : detail.arcs)
    if ((arc.left == kNoUnit) != (arc.right == kNoUnit)) {
      outer.push_back(arc);
      outer.back().left = arc.left == kNoUnit ? kNoUnit : 0;
      outer.back().right = arc.right == kNoUnit ? kNoUnit : 0;
    }
  auto rings = std::move(rings_from_arcs(outer, 1).front());
  if (rings.empty())
    for (const auto& unit : detail.unit_rings)
      rings.insert(rings.end(), unit.begin(), unit.end());
  return rings;
}

std::vector<PlaneRing> simplified(const std::vector<PlaneRing>& rings, double tolerance_m) {
  if (tolerance_m <= 0)
    return rings;
  std::vector<PlaneRing> out;
  for (PlaneRing ring : rings) {
    ring.push_back(ring.front());
    ring = simplify_arc(ring, tolerance_m);
    ring.pop_back();
    if (ring.size() >= 3)
      out.push_back(std::move(ring));
  }
  return out;
}

BandAreas areas_of(const DetailLevel& detail, const Contours& contours) {
  const auto outline = outline_of(detail);
  BandAreas areas;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (contours[i].empty())
      continue;
    areas[i].rings = common_area(outline, simplified(contours[i], detail.tolerance_m / 2));
    Mesh mesh = triangulate(areas[i].rings);
    areas[i].vertices = std::move(mesh.vertices);
    areas[i].triangles = std::move(mesh.triangles);
  }
  return areas;
}

}  // namespace

Snapshot<Bands> make_bands(const DistanceStudy& study, const Shapes& shapes) {
  if (study.grid.km.empty())
    return nullptr;
  const float farthest = *std::max_element(study.grid.km.begin(), study.grid.km.end());
  std::array<std::future<std::vector<PlaneRing>>, kDistanceBands.size()> jobs;
  for (std::size_t i = 0; i < jobs.size(); ++i)
    if (static_cast<double>(farthest) >= kDistanceBands[i])
      jobs[i] = std::async(std::launch::async, contours_on, std::cref(shapes.projection),
                           std::cref(study.grid), kDistanceBands[i]);
  Contours all;
  for (std::size_t i = 0; i < jobs.size(); ++i)
    if (jobs[i].valid())
      all[i] = jobs[i].get();
  std::vector<std::future<BandAreas>> levels;
  for (const DetailLevel& detail : shapes.details)
    levels.push_back(std::async(std::launch::async, areas_of, std::cref(detail), std::cref(all)));
  Bands bands;
  for (auto& level : levels)
    bands.levels.push_back(level.get());
  return snapshot(std::move(bands));
}

}  // namespace malimap
