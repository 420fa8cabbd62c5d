#include "geo/map/markers.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "geo/coverage/match.h"
#include "geo/coverage/row_order.h"
#include "geo/coverage/unit_tree.h"

namespace malimap {
namespace {

constexpr double kSingleRadius = 3.5;    // dp, of one project
constexpr double kLargestRadius = 16.0;  // dp, at most
constexpr double kSmallestRadius = 2.0;  // dp, or it cannot be hit

struct Site {
  PlanePoint position;
  bool contested = false;
  std::vector<ProjectIndex> projects;
};

/// One position of a row: on a grid of one metre, so that the same place is the same key.
struct Position {
  std::int64_t x = 0, y = 0;
  bool contested = false;
  std::uint32_t number = 0;  // in the order of the list
  [[nodiscard]] auto place() const { return std::tie(x, y, contested); }
};

std::vector<Site> places_of(const Projects& projects, const Filter& filter,
                            const std::string& projection, const std::vector<bool>& shown,
                            const CoverageCube* cube) {
  const Matcher matches = cube ? Matcher(*cube, filter) : Matcher(projects, filter);
  std::vector<LonLat> points;
  std::vector<ProjectIndex> owner;
  std::vector<bool> contested;
  for (std::size_t project = 0; project < projects.size(); ++project) {
    if (!matches(project) || projects.scope[project] == Scope::Outside)
      continue;
    for (const Location& location : projects.locations_of(project))
      if (location.point && location.scope == Scope::Located &&
          (shown.empty() || location.place < 0 ||
           shown[static_cast<std::size_t>(location.place)])) {
        points.push_back(*location.point);
        owner.push_back(static_cast<ProjectIndex>(project));
        contested.push_back(location.contested);
      }
  }
  const auto positions = project_points(points, projection);
  std::vector<Position> sorted;
  sorted.reserve(positions.size());
  for (std::uint32_t i = 0; i < positions.size(); ++i)
    if (positions[i])
      sorted.push_back(
          {std::llround(positions[i]->x), std::llround(positions[i]->y), contested[i], i});
  std::sort(sorted.begin(), sorted.end(), [](const Position& a, const Position& b) {
    return a.place() != b.place() ? a.place() < b.place() : a.number < b.number;
  });
  std::vector<Site> places;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i == 0 || sorted[i].place() != sorted[i - 1].place())
      places.push_back({*positions[sorted[i].number], sorted[i].contested, {}});
    auto& rows = places.back().projects;
    if (rows.empty() || rows.back() != owner[sorted[i].number])
      rows.push_back(owner[sorted[i].number]);
  }
  return places;
}

/// Distinct projects of these rows; of the rows of one project the one that stands for most counts.
std::int64_t count_projects(const Projects& projects, std::span<const std::int32_t> numbers,
                            const std::vector<ProjectIndex>& rows) {
  std::int64_t count = 0;
  if (numbers.empty()) {
    for (const ProjectIndex row : rows)
      count += projects.count[static_cast<std::size_t>(row)];
    return count;
  }
  std::unordered_map<std::int32_t, std::int32_t> most;
  for (const ProjectIndex row : rows) {
    auto& counted = most[numbers[static_cast<std::size_t>(row)]];
    counted = std::max(counted, projects.count[static_cast<std::size_t>(row)]);
  }
  for (const auto& [number, counted] : most)
    count += counted;
  return count;
}

}  // namespace

double marker_radius_dp(std::int64_t count, std::int64_t largest) {
  const double whole = std::sqrt(static_cast<double>(std::max<std::int64_t>(largest, 1)));
  const double unit = std::min(kSingleRadius, kLargestRadius / whole);
  return std::max(unit * std::sqrt(static_cast<double>(count)), kSmallestRadius);
}

std::vector<Marker> make_markers(const Dataset& dataset, const Filter& filter,
                                 const std::string& projection, const std::vector<bool>& shown,
                                 const CoverageCube* cube) {
  const Projects& projects = *dataset.projects;
  const auto numbers = project_numbers(dataset);
  std::vector<Marker> markers;
  std::int64_t largest = 1;
  for (Site& place : places_of(projects, filter, projection, shown, cube)) {
    Marker marker;
    marker.position = place.position;
    marker.projects = std::move(place.projects);
    marker.contested = place.contested;
    marker.count = count_projects(projects, numbers, marker.projects);
    largest = std::max(largest, marker.count);
    markers.push_back(std::move(marker));
  }
  for (Marker& marker : markers)
    marker.radius_dp = marker_radius_dp(marker.count, largest);
  std::stable_sort(markers.begin(), markers.end(), [](const Marker& a, const Marker& b) {
    // Contested ones lie on top, as both painters draw them.
    return a.contested != b.contested ? b.contested : a.count > b.count;
  });
  return markers;
}

std::vector<bool> places_left_in(const Projects& projects, const Boundaries& boundaries,
                                 const Coverage& coverage, const Filter& filter) {
  if (filter.units.empty())
    return {};
  const UnitTree tree(boundaries);
  const int layer = tree.layer_of(coverage.level);
  const auto left_in = [&](UnitIndex unit) {
    const int zone = unit < 0 ? -1 : coverage.zone_of_unit[static_cast<std::size_t>(unit)];
    return zone >= 0 && !coverage.zones[static_cast<std::size_t>(zone)].filtered_out;
  };
  const auto any_left_in = [&](Level level, const std::string& pcode) {
    const int from = tree.layer_of(level);
    const UnitIndex unit = tree.find(from, pcode);
    if (unit == kNoUnit)
      return false;
    if (from >= layer)
      return left_in(tree.ancestor(from, unit, layer));
    const auto inside = tree.units_in(layer, from, unit);
    return std::any_of(inside.begin(), inside.end(), left_in);
  };
  std::vector<bool> shown;
  for (const PlaceName& place : projects.places)
    shown.push_back(std::any_of(place.pcodes.begin(), place.pcodes.end(),
                                [&](const std::string& p) { return any_left_in(place.level, p); }));
  return shown;
}

}  // namespace malimap
