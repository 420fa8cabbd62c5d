#include "geo/map/marker_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "geo/coverage/row_order.h"
#include "geo/map/place_markers.h"
#include "geo/map/shapes.h"

namespace malimap {
namespace {

// Points that are projected at a time: of a long list all of them would take more than what is
// found.
constexpr std::size_t kPointsTogether = 1U << 16U;

std::int32_t metres(double value) {
  return static_cast<std::int32_t>(std::llround(std::clamp(value, -2e9, 2e9)));
}

}  // namespace

/// An entry and where it lies on a grid of one metre, so that the same place is the same key.
/// Small: of a long list there are as many as rows.
struct MarkerIndex::Found {
  std::int32_t x, y;
  Entry entry;
  bool contested;
  [[nodiscard]] auto place() const { return std::tie(x, y, contested); }
};

MarkerIndex::MarkerIndex(const Dataset& dataset, const std::string& projection)
    : dataset_(dataset), numbers_(project_numbers(dataset_)) {
  add_places(find_entries(projection), projection);
  if (size() > kFewPlaces)
    order_by_tree();
  find_scattered();
}

std::vector<MarkerIndex::Found> MarkerIndex::find_entries(const std::string& projection) const {
  const Projects& projects = *dataset_.projects;
  std::vector<Found> found;
  found.reserve(projects.locations.size());
  std::vector<LonLat> points;
  std::vector<Entry> entries;
  const auto project = [&] {
    const auto positions = project_points(points, projection);
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (const auto& at = positions[i])
        found.push_back({metres(at->x), metres(at->y), entries[i],
                         projects.locations.contested(entries[i].location)});
    points.clear();
    entries.clear();
  };
  for (std::size_t row = 0; row < projects.size(); ++row) {
    if (projects.scope[row] == Scope::Outside)
      continue;
    std::uint32_t index = projects.location_offsets[row];
    for (const Location& at : projects.locations_of(row)) {
      if (at.point && at.scope == Scope::Located) {
        points.push_back(*at.point);
        entries.push_back({static_cast<ProjectIndex>(row), index});
      }
      ++index;
    }
    if (points.size() >= kPointsTogether)
      project();
  }
  project();
  const auto order = [&](const Found& a) {
    return std::tuple(a.x, a.y, a.contested, number_of(a.entry.row), a.entry.row, a.entry.location);
  };
  std::sort(found.begin(), found.end(),
            [&](const Found& a, const Found& b) { return order(a) < order(b); });
  return found;
}

void MarkerIndex::add_places(std::vector<Found> found, const std::string& projection) {
  entries_.reserve(found.size());
  // A place stands where its first entry does. Its position is worked out a second time here: held
  // for every entry until the places are known, it would be most of what they take.
  std::vector<LonLat> points;
  const auto project = [&] {
    for (const auto& at : project_points(points, projection))
      positions_.push_back(at.value_or(PlanePoint{}));
    points.clear();
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool again = i > 0 && found[i].place() == found[i - 1].place();
    if (!again) {
      points.push_back(*dataset_.projects->locations[found[i].entry.location].point);
      contested_.push_back(found[i].contested ? 1 : 0);
      first_entry_.push_back(first_entry_.back());
    }
    if (points.size() >= kPointsTogether)
      project();
    // A row that names one position twice is there once.
    if (again && entries_.back().row == found[i].entry.row)
      continue;
    entries_.push_back(found[i].entry);
    ++first_entry_.back();
  }
  project();
}

// With the leaves in the order of places, sums over a cluster read memory in one stretch.
void MarkerIndex::order_by_tree() {
  std::vector<ClusterSite> sites;
  sites.reserve(size());
  const std::vector<std::uint8_t> all(entries_.size(), 1);
  for (std::size_t place = 0; place < size(); ++place) {
    const std::int64_t count = count_projects(*this, place, all);
    // As wide as the place is under any filter.
    sites.push_back({positions_[place], marker_radius_dp(count, 1), count, contested(place)});
  }
  ClusterTree tree(sites);
  std::vector<PlanePoint> positions(size());
  std::vector<std::uint8_t> is_contested(size());
  std::vector<std::uint32_t> first_entry{0};
  std::vector<Entry> entries;
  entries.reserve(entries_.size());
  for (std::uint32_t leaf = 0; leaf < size(); ++leaf) {
    const std::uint32_t place = tree.site_of_leaf(leaf);
    positions[leaf] = positions_[place];
    is_contested[leaf] = contested_[place];
    entries.insert(entries.end(), entries_.begin() + first_entry_[place],
                   entries_.begin() + first_entry_[place + 1]);
    first_entry.push_back(static_cast<std::uint32_t>(entries.size()));
  }
  positions_ = std::move(positions);
  contested_ = std::move(is_contested);
  first_entry_ = std::move(first_entry);
  entries_ = std::move(entries);
  tree_ = snapshot(std::move(tree));
}

void MarkerIndex::find_scattered() {
  constexpr std::uint32_t kNowhere = 0xFFFFFFFF, kSeveral = 0xFFFFFFFE;
  std::int32_t most = -1;
  for (const Entry& entry : entries_)
    most = std::max(most, number_of(entry.row));
  std::vector<std::uint32_t> where(static_cast<std::size_t>(most + 1), kNowhere);
  std::vector<std::pair<std::int32_t, Group>> groups;
  for (const bool collect : {false, true})
    for (std::uint32_t place = 0; place < size(); ++place)
      for (std::uint32_t i = first_entry_[place], end = i; i < end_entry(place); i = end) {
        while (end < end_entry(place) && same_project(i, end))
          ++end;
        const std::int32_t number = number_of(entries_[i].row);
        auto& seen = where[static_cast<std::size_t>(number)];
        if (!collect)
          seen = seen == kNowhere ? place : kSeveral;
        else if (seen == kSeveral)
          groups.push_back({number, {place, i, end}});
      }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == 0 || groups[i].first != groups[i - 1].first)
      scattered_offsets_.push_back(scattered_offsets_.back());
    scattered_.push_back(groups[i].second);
    ++scattered_offsets_.back();
  }
}

std::int64_t count_projects(const MarkerIndex& index, std::uint32_t first, std::uint32_t end,
                            std::span<const std::uint8_t> passes) {
  const auto& counts = index.dataset().projects->count;
  std::int64_t count = 0;
  for (std::uint32_t i = first; i < end;) {
    std::int32_t most = 0;
    std::uint32_t next = i;
    for (; next < end && index.same_project(i, next); ++next)
      if (passes[next] != 0)
        most = std::max(most, counts[static_cast<std::size_t>(index.entries()[next].row)]);
    count += most;
    i = next;
  }
  return count;
}

std::int64_t count_projects(const MarkerIndex& index, std::size_t place,
                            std::span<const std::uint8_t> passes) {
  return count_projects(index, index.first_entry(place), index.end_entry(place), passes);
}

}  // namespace malimap
