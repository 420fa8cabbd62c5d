#pragma once
// Levels of detail: the shared borders simplified once, the units' rings put together again from
// them, so that neighbours stay joined at every level.

#include <span>
#include <vector>

#include "geo/map/shapes.h"

namespace malimap {

/// What a level is made of: the borders at full detail, and each unit's rings as read (used for a
/// unit whose borders do not close).
struct DetailSource {
  std::vector<PlaneArc> arcs;
  std::vector<std::vector<PlaneRing>> unit_rings;
};

/// The rings of every unit, joined end to end from the arcs that have it on a side. A unit whose
/// arcs do not close comes out empty.
[[nodiscard]] std::vector<std::vector<PlaneRing>> rings_from_arcs(std::span<const PlaneArc> arcs,
                                                                  std::size_t unit_count);

/// One level. Its borders cross nowhere but where the source's do
/// (simplify_joined()).
[[nodiscard]] DetailLevel make_detail(const DetailSource& source, double tolerance_m);

}  // namespace malimap
