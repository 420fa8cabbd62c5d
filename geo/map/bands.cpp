#include "geo/map/bands.h"

#include <algorithm>
#include <atomic>

#include "geo/base/parallel.h"
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

BandArea area_of(const std::vector<PlaneRing>& outline, const std::vector<PlaneRing>& contours,
                 double tolerance_m) {
  BandArea area;
  area.rings = common_area(outline, simplified(contours, tolerance_m));
  Mesh mesh = triangulate(area.rings);
  area.vertices = std::move(mesh.vertices);
  area.triangles = std::move(mesh.triangles);
  return area;
}

}  // namespace

Snapshot<Bands> make_bands(const DistanceStudy& study, const Shapes& shapes) {
  if (study.grid.km.empty())
    return nullptr;
  const float farthest = *std::max_element(study.grid.km.begin(), study.grid.km.end());
  Contours all;
  in_parallel(all.size(), [&](std::size_t i) {
    if (static_cast<double>(farthest) >= kDistanceBands[i])
      all[i] = contours_on(shapes.projection, study.grid, kDistanceBands[i]);
  });
  std::vector<std::vector<PlaneRing>> outlines;
  for (const DetailLevel& detail : shapes.details)
    outlines.push_back(outline_of(detail));
  Bands bands;
  bands.levels.resize(shapes.details.size());
  // The finest level first: it takes longest.
  std::atomic<std::size_t> next{0};
  in_parallel(worker_count(), [&](std::size_t) {
    for (std::size_t i = next++; i < bands.levels.size() * all.size(); i = next++) {
      const std::size_t level = i / all.size(), limit = i % all.size();
      if (!all[limit].empty())
        bands.levels[level][limit] =
            area_of(outlines[level], all[limit], shapes.details[level].tolerance_m / 2);
    }
  });
  return snapshot(std::move(bands));
}

}  // namespace malimap
