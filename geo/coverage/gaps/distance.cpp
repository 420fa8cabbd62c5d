#include "geo/coverage/gaps/distance.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "geo/base/parallel.h"
#include "geo/boundaries/locate.h"
#include "geo/coverage/gaps/distance_sectors.h"
#include "geo/coverage/gaps/distance_zones.h"

namespace malimap {
namespace {

constexpr double kNodes = 300'000;  // of the grid: 0.03 degrees for all of Mali
constexpr double kRows = 250'000;   // square of the rows of a unit, times the units
constexpr double kCoarsest = 0.1;   // degrees
constexpr double kFinest = 0.001;

struct Study {
  const CoverageCube& cube;
  const Boundaries& boundaries;
  const AdminLayer& layer;
  const UnitLocator& locator;
  const std::vector<LonLat>& points;
  const PointTree& tree;
  const NearestPoint& nearest;
  std::vector<bool> measured;  // per zone
  Progress* progress;
  [[nodiscard]] bool cancelled() const { return progress && progress->cancelled(); }
};

const AdminLayer& layer_of(const Boundaries& boundaries, Level level) {
  const AdminLayer* layer = boundaries.layer(level);
  return layer ? *layer : boundaries.finest();
}

/// What the filter leaves out, and what the source never reports on, is not spoken of.
std::vector<bool> zones_to_measure(const CoverageCube& cube, const Filter& filter) {
  std::vector<bool> measured;
  for (const CoverageZone& zone : cover(cube, filter).zones)
    measured.push_back(!zone.filtered_out);
  if (cube.dataset().aggregates) {
    const Coverage whole = cover(cube, {});
    for (std::size_t zone = 0; zone < measured.size(); ++zone)
      measured[zone] = measured[zone] && whole.zones[zone].figures.reported();
  }
  return measured;
}

DistanceGrid empty_grid(const AdminLayer& layer) {
  DistanceGrid grid{{180, 90}, {-180, -90}, 0, 0, {}};
  for (const AdminUnit& unit : layer.units)
    for (const Polygon& polygon : unit.polygons)
      for (const LonLat p : polygon.outer) {
        grid.low = {std::min(grid.low.lon, p.lon), std::min(grid.low.lat, p.lat)};
        grid.high = {std::max(grid.high.lon, p.lon), std::max(grid.high.lat, p.lat)};
      }
  const double width = grid.high.lon - grid.low.lon, height = grid.high.lat - grid.low.lat;
  if (!(width > 0) || !(height > 0))
    return {};
  const double step = std::clamp(std::sqrt(width * height / kNodes), kFinest, kCoarsest);
  // One node beyond the units on every side.
  grid.columns = static_cast<int>(std::ceil(width / step)) + 3;
  grid.rows = static_cast<int>(std::ceil(height / step)) + 3;
  grid.low = {grid.low.lon - step, grid.low.lat - step};
  grid.high = {grid.low.lon + step * (grid.columns - 1), grid.low.lat + step * (grid.rows - 1)};
  return grid;
}

void fill(DistanceGrid& grid, const Study& study) {
  grid.km.resize(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
  std::atomic<int> next{0};
  in_parallel(worker_count(), [&](std::size_t) {
    for (int row = next++; row < grid.rows && !study.cancelled(); row = next++) {
      auto seed = study.tree.nearest(on_ellipsoid(grid.at(0, row))).index;
      float* out = &grid.km[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns)];
      for (int column = 0; column < grid.columns; ++column) {
        const auto near = study.tree.nearest(on_ellipsoid(grid.at(column, row)), seed);
        seed = near.index;
        out[column] = static_cast<float>(arc_of_chord(std::sqrt(near.chord2)));
      }
      if (study.progress)
        study.progress->set(0.5 * row / grid.rows);
    }
  });
}

/// Towns inside zones that are measured.
void measure_towns(DistanceStudy& out, const Study& study, std::span<const Town> towns,
                   std::vector<const Town*>& seats) {
  for (const Town& town : towns) {
    const UnitIndex unit = study.locator.locate(town.position);
    const int zone =
        unit == kNoUnit ? -1 : study.cube.plan().zone_of_unit[static_cast<std::size_t>(unit)];
    if (zone < 0 || !study.measured[static_cast<std::size_t>(zone)])
      continue;
    const auto index = static_cast<std::size_t>(zone);
    const Town*& seat = seats[index];
    if (!seat || std::pair(town.rank, -town.population) < std::pair(seat->rank, -seat->population))
      seat = &town;
    const auto found = study.nearest.find(town.position);
    if (!found)
      continue;
    out.towns.push_back(
        {town.name_fr, town.position, zone, found->km, out.places[found->index].project});
    out.zones[index].towns += 1;
    out.zones[index].towns_beyond += found->km > out.beyond_km ? 1 : 0;
  }
  std::stable_sort(out.towns.begin(), out.towns.end(),
                   [](const TownDistance& a, const TownDistance& b) { return a.km > b.km; });
}

/// The middle of the zone's largest unit, where no town is its seat.
LonLat middle_of(const CoverageZone& zone, const AdminLayer& layer) {
  const AdminUnit* largest = nullptr;
  for (const UnitIndex unit : zone.units) {
    const AdminUnit& candidate = layer.units[static_cast<std::size_t>(unit)];
    if (!largest || candidate.area_km2 > largest->area_km2)
      largest = &candidate;
  }
  return largest ? position_inside(*largest) : LonLat{};
}

void measure_zone(DistanceStudy& out, const Study& study, const ZoneScanner& scanner,
                  std::size_t index, LonLat from, const Town* seat) {
  const CoverageZone& zone = study.cube.plan().zones[index];
  ZoneDistance& distance = out.zones[index];
  if (const auto found = study.nearest.find(from)) {
    distance.km = found->km;
    distance.from = seat ? seat->name_fr : std::string{};
    distance.project = out.places[found->index].project;
  }
  ZoneScan scan;
  for (const UnitIndex unit : zone.units)
    scanner.add(study.layer.units[static_cast<std::size_t>(unit)], scan);
  if (!(scan.area > 0))
    return;
  distance.share_beyond = scan.beyond / scan.area;
  distance.farthest_km = scan.farthest_km;
  for (std::size_t band = 0; band < scan.bands.size(); ++band)
    distance.band_shares[band] = scan.bands[band] / scan.area;
}

ZoneSeats positions_of(const Study& study, const std::vector<const Town*>& seats) {
  ZoneSeats positions(seats.size());
  for (std::size_t zone = 0; zone < seats.size(); ++zone)
    if (study.measured[zone])
      positions[zone] = seats[zone] ? seats[zone]->position
                                    : middle_of(study.cube.plan().zones[zone], study.layer);
  return positions;
}

void measure_zones(DistanceStudy& out, const Study& study, const std::vector<const Town*>& seats,
                   const ZoneSeats& positions) {
  const double rows = std::sqrt(kRows / static_cast<double>(study.layer.units.size() + 1));
  const ZoneScanner scanner(study.tree, out.beyond_km,
                            static_cast<int>(std::clamp(rows, 40., 250.)));
  std::atomic<std::size_t> next{0};
  in_parallel(worker_count(), [&](std::size_t) {
    for (std::size_t zone = next++; zone < out.zones.size() && !study.cancelled(); zone = next++) {
      if (positions[zone])
        measure_zone(out, study, scanner, zone, *positions[zone], seats[zone]);
      if (study.progress)
        study.progress->set(0.5 + 0.5 * static_cast<double>(zone) /
                                      static_cast<double>(out.zones.size()));
    }
  });
}

}  // namespace

DistanceStudy study_distances(const CoverageCube& cube, const Boundaries& boundaries,
                              const Filter& filter, std::span<const Town> towns, double beyond_km,
                              Progress* progress) {
  DistanceStudy out;
  out.beyond_km = beyond_km;
  out.listed_only = cube.dataset().aggregates != nullptr;
  MeasuredPlaces places = measured_places(cube.dataset(), boundaries, filter, towns);
  out.places = std::move(places.places);
  out.points = static_cast<std::int64_t>(out.places.size());
  out.projects = places.projects;
  out.by_town = places.by_town;
  out.left_out = places.left_out;
  out.zones.resize(cube.plan().zones.size());
  std::vector<LonLat> points;
  for (const MeasuredPlace& place : out.places)
    points.push_back(place.position);
  const PointTree tree(points);
  if (tree.empty() || (progress && progress->cancelled()))
    return out;
  const NearestPoint nearest(points);
  const AdminLayer& layer = layer_of(boundaries, cube.level());
  const UnitLocator locator(layer);
  const Study study{cube,    boundaries, layer,   locator,
                    points,  tree,       nearest, zones_to_measure(cube, filter),
                    progress};
  out.grid = empty_grid(study.layer);
  if (out.grid.columns > 0)
    fill(out.grid, study);
  std::vector<const Town*> seats(out.zones.size(), nullptr);
  if (!study.cancelled())
    measure_towns(out, study, towns, seats);
  const ZoneSeats positions = positions_of(study, seats);
  if (!study.cancelled())
    measure_zones(out, study, seats, positions);
  if (!study.cancelled())
    out.sectors = sector_distances(cube, boundaries, filter, towns, positions, locator, progress);
  if (out.left_out == 0)
    return out;
  const auto unmeasured = unmeasured_zones(cover(cube, filter), out.places, locator);
  for (std::size_t zone = 0; zone < out.zones.size(); ++zone)
    if (unmeasured[zone])
      out.zones[zone] = {};
  return out;
}

std::optional<FarShare> far_share(const DistanceStudy& study, const Coverage& coverage) {
  FarShare far;
  double beyond = 0, area = 0;
  for (std::size_t i = 0; i < std::min(study.zones.size(), coverage.zones.size()); ++i)
    if (const auto share = study.zones[i].share_beyond) {
      beyond += *share * coverage.zones[i].area_km2;
      area += coverage.zones[i].area_km2;
    }
  if (!(area > 0))
    return std::nullopt;
  far.of_area = beyond / area;
  far.towns = static_cast<std::int64_t>(study.towns.size());
  far.towns_beyond =
      std::count_if(study.towns.begin(), study.towns.end(),
                    [&](const TownDistance& town) { return town.km > study.beyond_km; });
  return far;
}

void add_distances(Coverage& coverage, const DistanceStudy& study) {
  for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone)
    coverage.zones[zone].gap.distance_km =
        zone < study.zones.size() ? study.zones[zone].km : std::nullopt;
}

}  // namespace malimap
