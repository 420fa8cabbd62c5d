#pragma once
// The distance to the nearest project as areas on the plane, clipped to the units.

#include <array>
#include <vector>

#include "geo/base/snapshot.h"
#include "geo/coverage/gaps/distance.h"
#include "geo/map/shapes.h"

namespace malimap {

struct BandArea {
  std::vector<PlaneRing> rings;  // even-odd
  std::vector<PlanePoint> vertices;
  std::vector<std::uint32_t> triangles;
};

/// Of each limit what lies beyond it, so that each area covers those before it where they are
/// painted in this order, and no seam shows between two.
using BandAreas = std::array<BandArea, kDistanceBands.size()>;

struct Bands {
  std::vector<BandAreas> levels;  // beside Shapes::details, within that level's outline
};

/// For a job: takes tenths of a second where the outline is fine and places are many. Null where
/// nothing is measured. Areas end exactly at the outline of all units, at every level of detail.
[[nodiscard]] Snapshot<Bands> make_bands(const DistanceStudy& study, const Shapes& shapes);

}  // namespace malimap
