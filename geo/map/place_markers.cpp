#include "geo/map/place_markers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/base/parallel.h"
#include "geo/coverage/inside_units.h"
#include "geo/coverage/match.h"

namespace malimap {
namespace {

constexpr double kSingleRadius = 3.5;      // dp, of one project
constexpr double kLargestRadius = 16.0;    // dp, at most
constexpr double kSmallestRadius = 2.0;    // dp, or it cannot be hit
constexpr std::size_t kManyRows = 20'000;  // worth a second thread

std::vector<std::uint8_t> rows_that_pass(const CoverageCube& cube, const Filter& filter) {
  const Matcher matches(cube, filter);
  std::vector<std::uint8_t> passes(cube.dataset().projects->size());
  const std::size_t workers = passes.size() < kManyRows ? 1 : worker_count();
  in_parallel(workers, [&](std::size_t worker) {
    const std::size_t end = passes.size() * (worker + 1) / workers;
    for (std::size_t row = passes.size() * worker / workers; row < end; ++row)
      passes[row] = matches(row) ? 1 : 0;
  });
  return passes;
}

/// A project's group at one place, with what passes of it.
struct Presence {
  ClusterTree::Node leaf;
  std::int64_t count;
};

/// Gives each node where presences of one project come together what is then counted twice: the
/// smaller of the two, since of a project's rows the one that stands for most counts.
class Repeats {
 public:
  Repeats(const ClusterTree& tree, std::vector<std::int64_t>& repeated)
      : tree_(tree), repeated_(repeated) {}

  /// Of one project, in the order of leaves.
  void add(const std::vector<Presence>& presences) {
    meetings_.clear();
    for (std::uint32_t i = 1; i < presences.size(); ++i)
      if (const auto node = tree_.lowest_common(presences[i - 1].leaf, presences[i].leaf);
          node != ClusterTree::kNone)
        meetings_.push_back({node, i});
    // Below first: what meets higher up has been put together by then.
    std::sort(meetings_.begin(), meetings_.end());
    together_.resize(presences.size());
    std::iota(together_.begin(), together_.end(), 0U);
    most_.clear();
    for (const Presence& presence : presences)
      most_.push_back(presence.count);
    for (const auto& [node, i] : meetings_) {
      const std::uint32_t left = find(i - 1), right = find(i);
      repeated_[node - tree_.leaf_count()] += std::min(most_[left], most_[right]);
      most_[left] = std::max(most_[left], most_[right]);
      together_[right] = left;
    }
  }

 private:
  [[nodiscard]] std::uint32_t find(std::uint32_t i) {
    while (together_[i] != i)
      i = together_[i] = together_[together_[i]];
    return i;
  }

  const ClusterTree& tree_;
  std::vector<std::int64_t>& repeated_;
  std::vector<std::pair<ClusterTree::Node, std::uint32_t>> meetings_;  // of i - 1 and i
  std::vector<std::uint32_t> together_;
  std::vector<std::int64_t> most_;
};

void put_in_order(std::vector<Marker>& markers) {
  std::stable_sort(markers.begin(), markers.end(), [](const Marker& a, const Marker& b) {
    // Contested ones lie on top, as both painters draw them.
    return a.contested != b.contested ? b.contested : a.count > b.count;
  });
}

}  // namespace

double marker_radius_dp(std::int64_t count, std::int64_t largest) {
  const double whole = std::sqrt(static_cast<double>(std::max<std::int64_t>(largest, 1)));
  const double unit = std::min(kSingleRadius, kLargestRadius / whole);
  return std::clamp(unit * std::sqrt(static_cast<double>(count)), kSmallestRadius, kLargestRadius);
}

PlaceMarkers::PlaceMarkers(Snapshot<MarkerIndex> index, const CoverageCube& cube,
                           const Filter& filter)
    : index_(std::move(index)) {
  find_shown(cube, filter);
  for (const Shown& shown : shown_) {
    largest_ = std::max(largest_, shown.count);
    if (index_->contested(shown.place))
      contested_ += shown.count;
  }
  if (shown_.size() <= kFewPlaces || !index_->tree())
    cluster_few();
  else
    tree_ = index_->tree();
  add_up();
  if (index_->scattered_count() > 0)
    subtract_scattered();
}

void PlaceMarkers::find_shown(const CoverageCube& cube, const Filter& filter) {
  const auto rows = rows_that_pass(cube, filter);
  const InsideUnits inside(cube.placement(), filter.units);
  const auto entries = index_->entries();
  passes_.resize(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto row = static_cast<std::size_t>(entries[i].row);
    passes_[i] = rows[row];
    // Of a row in several places those count that lie inside.
    if (rows[row] != 0 && !inside.all())
      passes_[i] = inside.place(cube.placement().known_as(row, entries[i].location)) ? 1 : 0;
  }
  for (std::uint32_t place = 0; place < index_->size(); ++place)
    if (const auto count = count_projects(*index_, place, passes_); count > 0)
      shown_.push_back({place, count});
}

void PlaceMarkers::cluster_few() {
  std::vector<ClusterSite> sites;
  for (const Shown& shown : shown_)
    sites.push_back({index_->position(shown.place), marker_radius_dp(shown.count, largest_),
                     shown.count, index_->contested(shown.place)});
  auto tree = std::make_shared<const ClusterTree>(sites);
  std::vector<Shown> ordered;
  for (ClusterTree::Node leaf = 0; leaf < tree->leaf_count(); ++leaf)
    ordered.push_back(shown_[tree->site_of_leaf(leaf)]);
  shown_ = std::move(ordered);
  tree_ = std::move(tree);
}

void PlaceMarkers::add_up() {
  count_before_.assign(1, 0);
  count_before_.reserve(shown_.size() + 1);
  for (const Shown& shown : shown_)
    count_before_.push_back(count_before_.back() + shown.count);
  if (tree_ != index_->tree())
    return;
  shown_before_.assign(index_->size() + 1, 0);
  for (const Shown& shown : shown_)
    shown_before_[shown.place + 1] = 1;
  std::partial_sum(shown_before_.begin(), shown_before_.end(), shown_before_.begin());
}

void PlaceMarkers::subtract_scattered() {
  std::vector<ClusterTree::Node> leaf_of;  // per place; empty: its own number
  if (tree_ != index_->tree()) {
    leaf_of.assign(index_->size(), ClusterTree::kNone);
    for (std::uint32_t leaf = 0; leaf < shown_.size(); ++leaf)
      leaf_of[shown_[leaf].place] = leaf;
  }
  std::vector<std::int64_t> repeated(tree_->inner_count(), 0);
  Repeats repeats(*tree_, repeated);
  std::vector<Presence> presences;
  for (std::size_t i = 0; i < index_->scattered_count(); ++i) {
    presences.clear();
    for (const MarkerIndex::Group& group : index_->scattered(i))
      if (const auto count = count_projects(*index_, group.first, group.end, passes_); count > 0)
        presences.push_back({leaf_of.empty() ? group.place : leaf_of[group.place], count});
    std::sort(presences.begin(), presences.end(),
              [](const Presence& a, const Presence& b) { return a.leaf < b.leaf; });
    if (presences.size() > 1)
      repeats.add(presences);
  }
  repeated_before_.assign(1, 0);
  for (const std::int64_t one : repeated)
    repeated_before_.push_back(repeated_before_.back() + one);
}

void PlaceMarkers::add_projects(std::uint32_t place, std::size_t most,
                                std::vector<ProjectIndex>& out) const {
  for (std::uint32_t i = index_->first_entry(place);
       i < index_->end_entry(place) && out.size() < most; ++i)
    if (const ProjectIndex row = index_->entries()[i].row;
        passes_[i] != 0 && std::find(out.begin(), out.end(), row) == out.end())
      out.push_back(row);
}

Marker PlaceMarkers::marker_of(const Shown& shown) const {
  Marker marker;
  marker.position = index_->position(shown.place);
  marker.count = shown.count;
  marker.radius_dp = marker_radius_dp(shown.count, largest_);
  marker.contested = index_->contested(shown.place);
  for (std::uint32_t i = index_->first_entry(shown.place); i < index_->end_entry(shown.place); ++i)
    if (passes_[i] != 0)
      marker.projects.push_back(index_->entries()[i].row);
  std::sort(marker.projects.begin(), marker.projects.end());
  return marker;
}

void PlaceMarkers::add_marker(ClusterTree::Node node, std::vector<Marker>& out) const {
  const ClusterTree::Under under = tree_->under(node);
  const std::uint32_t first = shown_before(under.first_leaf), end = shown_before(under.end_leaf);
  if (end - first <= 1) {
    if (end > first)
      out.push_back(marker_of(shown_[first]));
    return;
  }
  Marker& marker = out.emplace_back();
  marker.position = tree_->position(node);
  marker.places = static_cast<int>(end - first);
  marker.contested = index_->contested(shown_[first].place);
  marker.count = count_before_[end] - count_before_[first];
  if (!repeated_before_.empty())
    marker.count -= repeated_before_[under.end_inner] - repeated_before_[under.first_inner];
  marker.radius_dp = cluster_radius_dp(marker.count);
  marker.projects.reserve(kClusterProjects);
  for (std::uint32_t i = first; i < end && marker.projects.size() < kClusterProjects; ++i)
    add_projects(shown_[i].place, kClusterProjects, marker.projects);
}

std::vector<Marker> PlaceMarkers::places() const {
  std::vector<Marker> markers;
  markers.reserve(shown_.size());
  for (const Shown& shown : shown_)
    markers.push_back(marker_of(shown));
  put_in_order(markers);
  return markers;
}

std::vector<Marker> PlaceMarkers::select(double metres_per_dp, const PlaneBox& box) const {
  std::vector<Marker> markers;
  for (const ClusterTree::Node node : tree_->select(metres_per_dp, box))
    add_marker(node, markers);
  put_in_order(markers);
  return markers;
}

Snapshot<PlaceMarkers> make_place_markers(const Snapshot<MarkerIndex>& index,
                                          const CoverageCube& cube, const Filter& filter) {
  auto markers = std::make_shared<const PlaceMarkers>(index, cube, filter);
  return markers->empty() ? nullptr : markers;
}

}  // namespace malimap
