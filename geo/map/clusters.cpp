#include "geo/map/clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "geo/map/cluster_counts.h"

namespace malimap {
namespace {

constexpr double kLargestCluster = 18;      // dp, radius
constexpr int kScales = 14;                 // up to 32 km per dp: a continent on a phone
constexpr std::size_t kWholeScale = 2000;   // circles that are always given all
constexpr double kMargin = 40;              // dp around the box: circles that reach into it
constexpr std::size_t kMostVisited = 1000;  // places, to collect the projects of a cluster

struct Circle {
  PlanePoint position;
  double radius_dp = 0;
  std::int64_t count = 0;
  std::uint32_t places = 1;
  std::uint32_t node = 0;
  std::int32_t row = 0;
  bool fresh = true;  // not compared with the others yet
};

std::int32_t row_at(double y, double height) {
  return static_cast<std::int32_t>(std::clamp(std::floor(y / height), -2e9, 2e9));
}

}  // namespace

double cluster_radius_dp(std::int64_t count) {
  return std::min(18.0,
                  8.5 + 3 * std::log10(static_cast<double>(std::max<std::int64_t>(count, 1))));
}

/// Merges scale by scale.
class ClusterIndex::Builder {
 public:
  Builder(ClusterIndex& index, std::span<const Marker> places, const Dataset& dataset)
      : index_(index), places_(places), counts_(places, dataset) {}

  [[nodiscard]] Scales build(bool contested) {
    std::vector<Circle> circles;
    for (std::uint32_t place = 0; place < places_.size(); ++place)
      if (const Marker& marker = places_[place]; marker.contested == contested)
        circles.push_back({marker.position, marker.radius_dp, marker.count, 1, place, 0, true});
    sort_by_rows(circles, kFinestClusterScale);
    Scales scales{layout_of(circles)};
    double scale = kFinestClusterScale;
    for (int i = 0; i < kScales; ++i, scale *= 2) {
      sort_by_rows(circles, scale);
      bool changed = false;
      while (merge_overlapping(circles, scale))
        changed = true;
      scales.push_back(changed ? layout_of(circles) : scales.back());
    }
    return scales;
  }

 private:
  /// Of circles as sort_by_rows leaves them.
  [[nodiscard]] std::shared_ptr<const Scale> layout_of(const std::vector<Circle>& circles) const {
    auto scale = std::make_shared<Scale>();
    scale->row_height = row_height_;
    scale->nodes.reserve(circles.size());
    for (const Circle& circle : circles) {
      if (scale->rows.empty() || scale->rows.back() != circle.row) {
        scale->rows.push_back(circle.row);
        scale->first.push_back(static_cast<std::uint32_t>(scale->nodes.size()));
      }
      scale->nodes.push_back(circle.node);
    }
    scale->first.push_back(static_cast<std::uint32_t>(circles.size()));
    if (circles.size() <= kWholeScale)
      for (const Node node : scale->nodes)
        scale->whole.push_back(index_.marker_of(node, places_));
    return scale;
  }

  [[nodiscard]] static bool before(const Circle& a, const Circle& b) {
    return std::tie(a.row, a.position.x, a.node) < std::tie(b.row, b.position.x, b.node);
  }

  /// For a scale: rows so high that overlaps reach the next row at most.
  void sort_by_rows(std::vector<Circle>& circles, double scale) {
    widest_ = kLargestCluster;
    for (const Circle& circle : circles)
      widest_ = std::max(widest_, circle.radius_dp);
    row_height_ = 2 * widest_ * scale;
    for (Circle& circle : circles) {
      circle.row = row_at(circle.position.y, row_height_);
      circle.fresh = true;
    }
    std::sort(circles.begin(), circles.end(), before);
  }

  /// One pass from south to north: whoever is met first takes all that overlap with it.
  bool merge_overlapping(std::vector<Circle>& circles, double scale) {
    const double reach = row_height_;
    std::vector<bool> taken(circles.size(), false);
    std::vector<Circle> merged;
    std::size_t above = 0;  // first of the next row that may still be near
    for (std::size_t i = 0; i < circles.size(); ++i) {
      const Circle& circle = circles[i];
      while (above < circles.size() && (circles[above].row <= circle.row ||
                                        (circles[above].row == circle.row + 1 &&
                                         circles[above].position.x < circle.position.x - reach)))
        ++above;
      if (taken[i])
        continue;
      group_.assign(1, i);
      gather(circles, taken, i, i + 1, circle.row, scale);
      gather(circles, taken, i, above, circle.row + 1, scale);
      if (group_.size() == 1)
        continue;
      for (const std::size_t j : group_)
        taken[j] = true;
      merged.push_back(join(circles));
    }
    if (merged.empty())
      return false;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < circles.size(); ++i)
      if (!taken[i]) {
        circles[kept] = circles[i];
        circles[kept++].fresh = false;
      }
    circles.resize(kept);
    std::sort(merged.begin(), merged.end(), before);
    circles.insert(circles.end(), merged.begin(), merged.end());
    std::inplace_merge(circles.begin(), circles.begin() + static_cast<std::ptrdiff_t>(kept),
                       circles.end(), before);
    return true;
  }

  /// Into group_ those of a row that overlap with circle i and are not taken; from `first` on.
  void gather(const std::vector<Circle>& circles, const std::vector<bool>& taken, std::size_t i,
              std::size_t first, std::int32_t row, double scale) {
    const double reach = circles[i].position.x + (circles[i].radius_dp + widest_) * scale;
    for (std::size_t j = first;
         j < circles.size() && circles[j].row == row && circles[j].position.x <= reach; ++j)
      if (!taken[j] && (circles[i].fresh || circles[j].fresh) &&
          overlap(circles[i], circles[j], scale))
        group_.push_back(j);
  }

  [[nodiscard]] static bool overlap(const Circle& a, const Circle& b, double scale) {
    const double x = a.position.x - b.position.x, y = a.position.y - b.position.y;
    const double reach = (a.radius_dp + b.radius_dp) * scale;
    return x * x + y * y < reach * reach;
  }

  /// The circles of group_ as one.
  [[nodiscard]] Circle join(const std::vector<Circle>& circles) {
    Inner inner;
    inner.first_child = static_cast<std::uint32_t>(index_.children_.size());
    inner.child_count = static_cast<std::uint32_t>(group_.size());
    std::vector<Node> nodes;
    std::vector<std::int64_t> counts;
    double weights = 0;
    for (const std::size_t i : group_) {
      const Circle& circle = circles[i];
      const double weight = static_cast<double>(std::max<std::int64_t>(circle.count, 1));
      weights += weight;
      inner.position.x += weight * circle.position.x;
      inner.position.y += weight * circle.position.y;
      inner.places += circle.places;
      nodes.push_back(circle.node);
      counts.push_back(circle.count);
    }
    inner.position.x /= weights;
    inner.position.y /= weights;
    index_.children_.insert(index_.children_.end(), nodes.begin(), nodes.end());
    const auto node = static_cast<Node>(index_.place_count_ + index_.inner_.size());
    inner.count = counts_.merge(nodes, counts, node);
    index_.inner_.push_back(inner);
    return {inner.position, cluster_radius_dp(inner.count),        inner.count, inner.places,
            node,           row_at(inner.position.y, row_height_), true};
  }

  ClusterIndex& index_;
  std::span<const Marker> places_;
  ClusterCounts counts_;
  std::vector<std::size_t> group_;
  double widest_ = 0, row_height_ = 1;
};

ClusterIndex::ClusterIndex(std::span<const Marker> places, const Dataset& dataset)
    : place_count_(static_cast<Node>(places.size())) {
  Builder builder(*this, places, dataset);
  plain_scales_ = builder.build(false);
  contested_scales_ = builder.build(true);
}

PlanePoint ClusterIndex::position_of(Node node, std::span<const Marker> places) const {
  return node < place_count_ ? places[node].position : inner_[node - place_count_].position;
}

Marker ClusterIndex::marker_of(Node node, std::span<const Marker> places) const {
  if (node < place_count_)
    return places[node];
  const Inner& inner = inner_[node - place_count_];
  Marker marker;
  marker.position = inner.position;
  marker.count = inner.count;
  marker.places = static_cast<int>(inner.places);
  marker.radius_dp = cluster_radius_dp(inner.count);
  std::vector<Node> open{node};
  for (std::size_t visited = 0; !open.empty() && visited < kMostVisited;) {
    const Node next = open.back();
    open.pop_back();
    if (next >= place_count_) {
      const Inner& of = inner_[next - place_count_];
      for (std::uint32_t i = of.child_count; i-- > 0;)
        open.push_back(children_[of.first_child + i]);
      continue;
    }
    ++visited;
    marker.contested = places[next].contested;
    for (const ProjectIndex project : places[next].projects)
      if (std::find(marker.projects.begin(), marker.projects.end(), project) ==
          marker.projects.end())
        marker.projects.push_back(project);
    if (marker.projects.size() >= kClusterProjects) {
      marker.projects.resize(kClusterProjects);
      break;
    }
  }
  return marker;
}

void ClusterIndex::select_from(const Scale& scale, std::span<const Marker> places,
                               const PlaneBox& box, std::vector<Marker>& out) const {
  if (scale.nodes.size() <= kWholeScale) {
    out.insert(out.end(), scale.whole.begin(), scale.whole.end());
    return;
  }
  const auto lowest = row_at(box.low.y, scale.row_height),
             highest = row_at(box.high.y, scale.row_height);
  auto row = std::lower_bound(scale.rows.begin(), scale.rows.end(), lowest);
  for (; row != scale.rows.end() && *row <= highest; ++row) {
    const auto at = static_cast<std::size_t>(row - scale.rows.begin());
    const auto end = scale.nodes.begin() + scale.first[at + 1];
    auto node = std::lower_bound(
        scale.nodes.begin() + scale.first[at], end, box.low.x,
        [&](Node candidate, double x) { return position_of(candidate, places).x < x; });
    for (; node != end && position_of(*node, places).x <= box.high.x; ++node)
      if (const double y = position_of(*node, places).y; y >= box.low.y && y <= box.high.y)
        out.push_back(marker_of(*node, places));
  }
}

std::vector<Marker> ClusterIndex::select(std::span<const Marker> places, double metres_per_dp,
                                         const PlaneBox& box) const {
  // The next coarser scale: what does not overlap there does not overlap here.
  std::size_t scale = 0;
  for (double reach = kFinestClusterScale / 2; metres_per_dp > reach && scale < kScales; reach *= 2)
    ++scale;
  const double margin = kMargin * metres_per_dp;
  const PlaneBox wide{{box.low.x - margin, box.low.y - margin},
                      {box.high.x + margin, box.high.y + margin}};
  std::vector<Marker> markers;
  for (const Scales* scales : {&plain_scales_, &contested_scales_}) {
    const auto first = static_cast<std::ptrdiff_t>(markers.size());
    select_from(*(*scales)[scale], places, wide, markers);
    std::stable_sort(markers.begin() + first, markers.end(),
                     [](const Marker& a, const Marker& b) { return a.count > b.count; });
  }
  return markers;
}

Snapshot<ClusterIndex> make_clusters(std::span<const Marker> places, const Dataset& dataset) {
  return places.empty() ? nullptr : std::make_shared<const ClusterIndex>(places, dataset);
}

}  // namespace malimap
