#include "geo/coverage/gaps/distance_sectors.h"

#include <array>

#include "geo/coverage/gaps/distance_places.h"

namespace malimap {

std::vector<bool> unmeasured_zones(const Coverage& coverage,
                                   const std::vector<MeasuredPlace>& places,
                                   const UnitLocator& locator) {
  std::vector<bool> holds_one(coverage.zones.size(), false);
  for (const MeasuredPlace& place : places)
    if (const UnitIndex unit = locator.locate(place.position); unit != kNoUnit)
      if (const int zone = coverage.zone_of_unit[static_cast<std::size_t>(unit)]; zone >= 0)
        holds_one[static_cast<std::size_t>(zone)] = true;
  std::vector<bool> unmeasured;
  for (std::size_t i = 0; i < coverage.zones.size(); ++i)
    unmeasured.push_back(!holds_one[i] && coverage.zones[i].figures.projects.value_or(0) > 0);
  return unmeasured;
}

std::vector<SectorDistances> sector_distances(const CoverageCube& cube,
                                              const Boundaries& boundaries, const Filter& filter,
                                              std::span<const Town> towns, const ZoneSeats& seats,
                                              const UnitLocator& locator,
                                              const Progress* progress) {
  std::vector<SectorDistances> all;
  if (cube.dataset().aggregates)
    return all;
  constexpr std::array kSector = {Dimension::Sector};
  for (const CoverageGroup& group : cover_groups(cube, filter, kSector)) {
    if (!group.values.front() || (progress && progress->cancelled()))
      continue;
    Filter of_sector = filter;
    of_sector.sector = {*group.values.front()};
    const MeasuredPlaces measured = measured_places(cube.dataset(), boundaries, of_sector, towns);
    if (measured.places.empty())
      continue;
    std::vector<LonLat> points;
    for (const MeasuredPlace& place : measured.places)
      points.push_back(place.position);
    const NearestPoint nearest(points);
    const auto unmeasured = measured.left_out > 0
                                ? unmeasured_zones(group.coverage, measured.places, locator)
                                : std::vector<bool>(seats.size(), false);
    SectorDistances distances{*group.values.front(), {}};
    for (std::size_t zone = 0; zone < seats.size(); ++zone) {
      const auto found =
          seats[zone] && !unmeasured[zone] ? nearest.find(*seats[zone]) : std::nullopt;
      distances.km.push_back(found ? std::optional(found->km) : std::nullopt);
    }
    all.push_back(std::move(distances));
  }
  return all;
}

}  // namespace malimap
