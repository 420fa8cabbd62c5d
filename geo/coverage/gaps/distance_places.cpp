#include "geo/coverage/gaps/distance_places.h"

#include <algorithm>
#include <map>

#include "geo/boundaries/area.h"
#include "geo/coverage/row_order.h"
#include "geo/projects/crosswalk.h"

namespace malimap {
namespace {

const AdminUnit* unit_of(const PlaceName& place, const Boundaries& boundaries) {
  const AdminLayer* layer = place.pcodes.size() == 1 ? boundaries.layer(place.level) : nullptr;
  const UnitIndex unit = layer ? layer->find(place.pcodes.front()) : kNoUnit;
  return unit == kNoUnit ? nullptr : &layer->units[static_cast<std::size_t>(unit)];
}

/// The town that a unit is named after.
std::optional<LonLat> town_of(const PlaceName& place, const Boundaries& boundaries,
                              std::span<const Town> towns) {
  const AdminUnit* unit = unit_of(place, boundaries);
  if (!unit)
    return std::nullopt;
  const std::string key = place_key(unit->name);
  for (const Town& town : towns)
    if (place_key(town.name_fr) == key && holds(*unit, town.position))
      return town.position;
  std::optional<LonLat> only;
  for (const GazetteerPlace* found : embedded_gazetteer().named(unit->name)) {
    if (!holds(*unit, found->position))
      continue;
    if (only)
      return std::nullopt;
    only = found->position;
  }
  return only;
}

/// How the rows of one project were measured to.
struct Way {
  bool located = false, by_point = false, by_town = false;
  std::int64_t count = 0;
};

class Collector {
 public:
  Collector(const Projects& projects, const Boundaries& boundaries, std::span<const Town> towns)
      : projects_(projects), boundaries_(boundaries), towns_(towns) {
    town_of_place_.resize(projects.places.size());
  }

  void add_row(std::size_t row, Way& way) {
    way.count = std::max<std::int64_t>(way.count, projects_.count[row]);
    for (const Location& location : projects_.locations_of(row)) {
      if (location.scope != Scope::Located)
        continue;
      way.located = true;
      const auto town = location.point ? std::nullopt : town_named(location.place);
      way.by_point = way.by_point || location.point;
      way.by_town = way.by_town || town;
      if (location.point || town)
        add(location.point ? *location.point : *town, row, !location.point);
    }
  }
  [[nodiscard]] std::vector<MeasuredPlace> take() { return std::move(places_); }

 private:
  void add(LonLat at, std::size_t row, bool by_town) {
    const auto [found, is_new] = index_.try_emplace({at.lon, at.lat}, places_.size());
    if (is_new)
      places_.push_back({at, static_cast<ProjectIndex>(row), by_town});
    else if (!by_town)
      places_[found->second].by_town = false;
  }
  std::optional<LonLat> town_named(std::int32_t place) {
    if (place < 0)
      return std::nullopt;
    const auto index = static_cast<std::size_t>(place);
    auto& known = town_of_place_[index];
    if (!known)
      known = town_of(projects_.places[index], boundaries_, towns_);
    return *known;
  }

  const Projects& projects_;
  const Boundaries& boundaries_;
  std::span<const Town> towns_;
  std::vector<std::optional<std::optional<LonLat>>> town_of_place_;  // nothing: not asked yet
  std::map<std::pair<double, double>, std::size_t> index_;
  std::vector<MeasuredPlace> places_;
};

void count(MeasuredPlaces& places, const Way& way) {
  if (!way.located)
    return;
  if (!way.by_point && !way.by_town)
    places.left_out += way.count;
  else
    places.projects += way.count;
  if (!way.by_point && way.by_town)
    places.by_town += way.count;
}

}  // namespace

bool holds(const AdminUnit& unit, LonLat position) {
  return std::any_of(unit.polygons.begin(), unit.polygons.end(), [&](const Polygon& polygon) {
    return ring_contains(polygon.outer, position) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&](const Ring& hole) { return ring_contains(hole, position); });
  });
}

MeasuredPlaces measured_places(const Dataset& dataset, const Boundaries& boundaries,
                               const Filter& filter, std::span<const Town> towns) {
  Filter anywhere = filter;
  anywhere.units.clear();
  const Projects& projects = *dataset.projects;
  const auto matching = matching_projects(projects, anywhere);
  const auto numbers = project_numbers(dataset);
  Collector collector(projects, boundaries, towns);
  std::vector<Way> ways(projects.size());  // by project number; numbers are less than rows
  for (std::size_t row = 0; row < projects.size(); ++row)
    if (matching[row] && projects.scope[row] != Scope::Outside)
      collector.add_row(row, ways[numbers.empty() ? row : static_cast<std::size_t>(numbers[row])]);
  MeasuredPlaces places;
  for (const Way& way : ways)
    count(places, way);
  places.places = collector.take();
  return places;
}

}  // namespace malimap
