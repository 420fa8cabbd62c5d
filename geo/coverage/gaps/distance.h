#pragma once
// How far the nearest project is, along the geodesic on WGS 84.

#include <array>
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

/// Where the bands of the map begin, km; the first band begins at 0.
inline constexpr std::array kDistanceBands{10.0, 25.0, 50.0, 100.0, 200.0};
inline constexpr std::size_t kDistanceBandCount = kDistanceBands.size() + 1;

/// Distances on a regular grid of degrees over the units. Row 0 is the northernmost.
struct DistanceGrid {
  LonLat low, high;  // of the outermost nodes
  int columns = 0, rows = 0;
  std::vector<float> km;  // row by row; empty: nothing is measured
  [[nodiscard]] LonLat at(int column, int row) const {
    return {low.lon + (high.lon - low.lon) * column / (columns - 1),
            high.lat - (high.lat - low.lat) * row / (rows - 1)};
  }
};

/// Nothing is said of zones that the filter leaves out (Filter::units), that the source does not
/// report on, or that have projects of which no place is known: no `km`, no share.
struct ZoneDistance {
  std::optional<double> km;  // from the zone's seat (its town of the highest rank, else its middle)
  std::string from;          // name of that town; empty: the middle
  ProjectIndex project = -1;           // the nearest
  std::optional<double> share_beyond;  // of the zone's area, 0 to 1, farther than beyond_km
  double farthest_km = 0;              // of any place in the zone, to 0.1 km or so
  std::array<double, kDistanceBandCount> band_shares{};  // of the zone's area, 0 to 1, in each band
  int towns = 0, towns_beyond = 0;
};
struct TownDistance {
  std::string name;
  LonLat position;
  int zone = -1;
  double km = 0;
  ProjectIndex project = -1;
};

/// To the nearest project of one sector, from the same seats.
struct SectorDistances {
  std::string sector;
  std::vector<std::optional<double>> km;  // one a zone of the coverage
};

/// A position of projects; one a position however many lie there.
struct MeasuredPlace {
  LonLat position;
  ProjectIndex project = -1;  // the first of the list that lies there
  bool by_town = false;       // no project has this point: units are named after the town
};

struct DistanceStudy {
  double beyond_km = 0;
  std::int64_t points = 0;            // positions that were measured to: places.size()
  std::vector<MeasuredPlace> places;  // in the list's order
  std::int64_t projects = 0;          // that were measured to
  // Projects whose place is known as a unit alone: measured to the town that the unit is named
  // after where there is one, else left out; the map must say both numbers.
  std::int64_t by_town = 0, left_out = 0;
  bool listed_only = false;  // the list holds some of the projects that the figures count
  DistanceGrid grid;
  std::vector<ZoneDistance> zones;       // one a zone of the coverage
  std::vector<TownDistance> towns;       // farthest first
  std::vector<SectorDistances> sectors;  // of a list: of those that have a project with a place
};

/// Measures to every project under the filter that lies in the country, wherever: Filter::units
/// says which zones and towns are reported about, not which projects are near, for the nearest one
/// may lie across the border. Nothing is measured where no project has a place (points == 0). When
/// cancelled, what there is.
[[nodiscard]] DistanceStudy study_distances(const CoverageCube& cube, const Boundaries& boundaries,
                                            const Filter& filter, std::span<const Town> towns,
                                            double beyond_km, Progress* progress = nullptr);

/// What lies farther than DistanceStudy::beyond_km.
struct FarShare {
  double of_area = 0;  // 0 to 1, of the zones that are measured
  std::int64_t towns = 0, towns_beyond = 0;
};
/// Nothing where no zone is measured. The coverage: of the same cube.
[[nodiscard]] std::optional<FarShare> far_share(const DistanceStudy& study,
                                                const Coverage& coverage);

/// Puts the zones' distances into CoverageZone::gap.
void add_distances(Coverage& coverage, const DistanceStudy& study);

}  // namespace malimap
