#include "geo/map/cluster_builder.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace malimap {
namespace {

constexpr int kScales = 14;  // up to 32 km per dp: a continent on a phone

}  // namespace

std::int32_t circle_row(double y, double row_height) {
  return static_cast<std::int32_t>(std::clamp(std::floor(y / row_height), -2e9, 2e9));
}

bool ClusterMerging::before(const Circle& a, const Circle& b) {
  return std::tie(a.row, a.position.x, a.node) < std::tie(b.row, b.position.x, b.node);
}

std::vector<MergedScale> ClusterMerging::scales_of(bool contested) {
  Circles circles;
  for (std::uint32_t site = 0; site < site_count(); ++site)
    if (const ClusterSite& at = sites[site]; at.contested == contested)
      circles.push_back({at.position, at.radius_dp, at.count, site, 0, true});
  row_height_ = 2 * kWidestCircle * kFinestClusterScale;
  for (Circle& circle : circles)
    circle.row = circle_row(circle.position.y, row_height_);
  std::sort(circles.begin(), circles.end(), before);
  std::vector<MergedScale> scales{scale_of(circles)};
  double scale = kFinestClusterScale;
  for (int i = 0; i < kScales; ++i, scale *= 2) {
    sort_into_rows(circles, scale);
    bool changed = false;
    while (merge_overlapping(circles, scale))
      changed = true;
    scales.push_back(changed || i + 1 == kScales ? scale_of(circles)
                                                 : MergedScale{true, 1, {}, {}, {}});
  }
  return scales;
}

MergedScale ClusterMerging::scale_of(const Circles& circles) const {
  MergedScale scale;
  scale.row_height = row_height_;
  scale.nodes.reserve(circles.size());
  for (const Circle& circle : circles) {
    if (scale.rows.empty() || scale.rows.back() != circle.row) {
      scale.rows.push_back(circle.row);
      scale.first.push_back(static_cast<std::uint32_t>(scale.nodes.size()));
    }
    scale.nodes.push_back(circle.node);
  }
  scale.first.push_back(static_cast<std::uint32_t>(circles.size()));
  return scale;
}

// Rows so high that overlaps reach the next row at most. They double with the scale, so that two
// rows, each in order, become one: nothing needs to be sorted anew.
void ClusterMerging::sort_into_rows(Circles& circles, double scale) {
  row_height_ = 2 * kWidestCircle * scale;
  for (Circle& circle : circles) {
    circle.row = circle_row(circle.position.y, row_height_);
    circle.fresh = true;
  }
  sorted_.clear();
  sorted_.reserve(circles.size());
  for (std::size_t from = 0; from < circles.size();) {
    std::size_t middle = from + 1;
    while (middle < circles.size() && before(circles[middle - 1], circles[middle]) &&
           circles[middle].row == circles[from].row)
      ++middle;
    std::size_t end = middle;
    while (end < circles.size() && circles[end].row == circles[from].row)
      ++end;
    const auto at = [&](std::size_t i) { return circles.begin() + static_cast<std::ptrdiff_t>(i); };
    std::merge(at(from), at(middle), at(middle), at(end), std::back_inserter(sorted_), before);
    from = end;
  }
  circles.swap(sorted_);
}

/// One pass from south to north: whoever is met first takes all that overlap with it.
bool ClusterMerging::merge_overlapping(Circles& circles, double scale) {
  std::vector<std::uint8_t> taken(circles.size(), 0);
  joined_.clear();
  std::size_t above = 0;  // first of the next row that may still be near
  for (std::size_t i = 0; i < circles.size(); ++i) {
    const Circle& circle = circles[i];
    while (above < circles.size() &&
           (circles[above].row <= circle.row ||
            (circles[above].row == circle.row + 1 &&
             circles[above].position.x < circle.position.x - row_height_)))
      ++above;
    if (taken[i] != 0)
      continue;
    group_.assign(1, i);
    gather(circles, taken, i, i + 1, circle.row, scale);
    gather(circles, taken, i, above, circle.row + 1, scale);
    if (group_.size() == 1)
      continue;
    for (const std::size_t j : group_)
      taken[j] = 1;
    joined_.push_back(join(circles));
  }
  if (joined_.empty())
    return false;
  std::sort(joined_.begin(), joined_.end(), before);
  sorted_.clear();
  sorted_.reserve(circles.size());
  auto next = joined_.begin();
  for (std::size_t i = 0; i < circles.size(); ++i) {
    if (taken[i] != 0)
      continue;
    while (next != joined_.end() && before(*next, circles[i]))
      sorted_.push_back(*next++);
    sorted_.push_back(circles[i]);
    sorted_.back().fresh = false;
  }
  sorted_.insert(sorted_.end(), next, joined_.end());
  circles.swap(sorted_);
  return true;
}

/// Into group_ those of a row that overlap with a circle and are not taken; from `first` on.
void ClusterMerging::gather(const Circles& circles, const std::vector<std::uint8_t>& taken,
                            std::size_t of, std::size_t first, std::int32_t row, double scale) {
  const Circle& circle = circles[of];
  const double reach = circle.position.x + (circle.radius_dp + kWidestCircle) * scale;
  for (std::size_t j = first;
       j < circles.size() && circles[j].row == row && circles[j].position.x <= reach; ++j) {
    if (taken[j] != 0 || !(circle.fresh || circles[j].fresh))
      continue;
    const double x = circle.position.x - circles[j].position.x,
                 y = circle.position.y - circles[j].position.y;
    const double touch = (circle.radius_dp + circles[j].radius_dp) * scale;
    if (x * x + y * y < touch * touch)
      group_.push_back(j);
  }
}

/// The circles of group_ as one.
ClusterMerging::Circle ClusterMerging::join(const Circles& circles) {
  MergedCircle inner;
  inner.first_child = static_cast<std::uint32_t>(children.size());
  inner.child_count = static_cast<std::uint32_t>(group_.size());
  double weights = 0;
  std::int64_t count = 0;
  for (const std::size_t i : group_) {
    const Circle& circle = circles[i];
    const double weight = static_cast<double>(std::max<std::int64_t>(circle.count, 1));
    weights += weight;
    inner.position.x += weight * circle.position.x;
    inner.position.y += weight * circle.position.y;
    count += circle.count;
    children.push_back(circle.node);
  }
  inner.position.x /= weights;
  inner.position.y /= weights;
  const auto node = static_cast<std::uint32_t>(sites.size() + merged.size());
  merged.push_back(inner);
  return {inner.position,
          cluster_radius_dp(count),
          count,
          node,
          circle_row(inner.position.y, row_height_),
          true};
}

}  // namespace malimap
