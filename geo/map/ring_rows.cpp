#include "geo/map/ring_rows.h"

#include <algorithm>
#include <limits>

#include "geo/boundaries/ray.h"

namespace malimap {
namespace {

constexpr std::size_t kEdgesPerRow = 4;  // as many rows as would hold so many each, were none long
constexpr std::size_t kMostRows = 1024;

template <class Visit>
void for_each_edge(std::span<const std::vector<PlanePoint>> rings, Visit visit) {
  for (const auto& ring : rings)
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
      visit(ring[i], ring[before]);
}

}  // namespace

RingRows::RingRows(std::span<const std::vector<PlanePoint>> rings) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  std::size_t edges = 0;
  for_each_edge(rings, [&](PlanePoint point, PlanePoint) {
    low = std::min(low, point.y);
    high = std::max(high, point.y);
    ++edges;
  });
  if (!(high > low))
    return;  // no edge that a ray could cross
  const std::size_t rows = std::clamp<std::size_t>(edges / kEdgesPerRow, 1, kMostRows);
  low_ = low;
  rows_per_metre_ = static_cast<double>(rows) / (high - low);
  first_.resize(rows + 1);
  const auto each_row = [&](PlanePoint a, PlanePoint b, auto call) {
    if (!(a.y < b.y || a.y > b.y))
      return;  // along the ray, or nowhere: never crossed
    for (std::size_t r = row(std::min(a.y, b.y)); r <= row(std::max(a.y, b.y)); ++r)
      call(r);
  };
  for_each_edge(rings, [&](PlanePoint a, PlanePoint b) {
    each_row(a, b, [&](std::size_t r) { ++first_[r + 1]; });
  });
  for (std::size_t r = 1; r <= rows; ++r)
    first_[r] += first_[r - 1];
  edges_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for_each_edge(rings, [&](PlanePoint a, PlanePoint b) {
    each_row(a, b, [&](std::size_t r) { edges_[next[r]++] = {a, b}; });
  });
}

/// Never decreases with y, so that a point lies in a row between those of an edge's ends.
std::size_t RingRows::row(double y) const {
  const auto last = static_cast<double>(first_.size() - 2);
  return static_cast<std::size_t>(std::clamp((y - low_) * rows_per_metre_, 0.0, last));
}

bool RingRows::hold(PlanePoint point) const {
  if (edges_.empty() || !(point.y >= low_))
    return false;
  const std::size_t r = row(point.y);
  bool is_inside = false;
  for (std::uint32_t i = first_[r]; i < first_[r + 1]; ++i)
    is_inside ^= crosses_ray(point, edges_[i].from, edges_[i].to);
  return is_inside;
}

}  // namespace malimap
