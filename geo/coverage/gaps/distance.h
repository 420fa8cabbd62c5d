#pragma once
// How far the nearest project is, along the geodesic on WGS 84.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/progress.h"
#include "geo/boundaries/context.h"
#include "geo/coverage/cube.h"

namespace malimap {

/// Exactly the nearest by geodesic distance (Karney 2013, as in PROJ); a k-d tree over positions on
/// the ellipsoid finds candidates.
class NearestPoint {
 public:
  explicit NearestPoint(std::vector<LonLat> points);
  ~NearestPoint();
  NearestPoint(NearestPoint&&) noexcept;
  NearestPoint& operator=(NearestPoint&&) noexcept;
  struct Found {
    std::size_t index = 0;  // of the points
    double km = 0;
  };
  [[nodiscard]] std::optional<Found> find(LonLat from) const;  // nothing without points

 private:
  struct Tree;
  std::unique_ptr<const Tree> tree_;
};

/// Distances on a regular grid of degrees over the units. Row 0 is the northernmost.
struct DistanceGrid {
  LonLat low, high;  // of the outermost nodes
  int columns = 0, rows = 0;
  std::vector<float> km;  // row by row
};

struct ZoneDistance {
  std::optional<double> km;  // from the zone's seat (its town of the highest rank, else its middle)
  std::string from;          // name of that town; empty: the middle
  ProjectIndex project = -1;           // the nearest
  std::optional<double> share_beyond;  // of the zone's area, 0 to 1, farther than beyond_km
  double farthest_km = 0;
  int towns = 0, towns_beyond = 0;
};
struct TownDistance {
  std::string name;
  LonLat position;
  int zone = -1;
  double km = 0;
  ProjectIndex project = -1;
};

struct DistanceStudy {
  double beyond_km = 0;
  std::int64_t points = 0;  // positions of projects that were measured to
  // Projects whose place is known as a unit alone: measured to the town that the unit is named
  // after where there is one, else left out; the map must say both numbers.
  std::int64_t by_town = 0, left_out = 0;
  DistanceGrid grid;
  std::vector<ZoneDistance> zones;  // one a zone of the coverage
  std::vector<TownDistance> towns;  // farthest first
};

/// Nothing is measured where no project has a place (points == 0). When cancelled, what there is.
[[nodiscard]] DistanceStudy study_distances(const CoverageCube& cube, const Boundaries& boundaries,
                                            const Filter& filter, std::span<const Town> towns,
                                            double beyond_km, Progress* progress = nullptr);

/// Puts the zones' distances into CoverageZone::gap.
void add_distances(Coverage& coverage, const DistanceStudy& study);

}  // namespace malimap
