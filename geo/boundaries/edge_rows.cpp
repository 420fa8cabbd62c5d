#include "geo/boundaries/edge_rows.h"

#include <algorithm>

#include "geo/boundaries/ray.h"

namespace malimap {
namespace {

constexpr std::size_t kEdgesARow = 16, kMostRows = 4096;

}  // namespace

EdgeRows::EdgeRows(std::span<const AdminUnit> units) {
  for (std::size_t u = 0; u < units.size(); ++u)
    for (const Polygon& polygon : units[u].polygons) {
      add(polygon.outer, static_cast<UnitIndex>(u));
      for (const Ring& hole : polygon.holes)
        add(hole, static_cast<UnitIndex>(u));
    }
  std::size_t edges = 0;
  for (const Ring* ring : rings_)
    edges += ring->size();
  rows_ = std::clamp<std::size_t>(edges / kEdgesARow, 1, kMostRows);
  start_.assign(rows_ + 1, 0);
  for_each_edge([&](Edge, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at <= to; ++at)
      ++start_[at + 1];
  });
  for (std::size_t at = 1; at < start_.size(); ++at)
    start_[at] += start_[at - 1];
  edges_.resize(start_.back());
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for_each_edge([&](Edge edge, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at <= to; ++at)
      edges_[next[at]++] = edge;
  });
}

void EdgeRows::add(const Ring& ring, UnitIndex unit) {
  rings_.push_back(&ring);
  unit_of_ring_.push_back(unit);
  for (const LonLat p : ring) {
    low_ = std::min(low_, p.lat);
    high_ = std::max(high_, p.lat);
  }
}

std::size_t EdgeRows::row(double lat) const {
  const double part = (lat - low_) / std::max(high_ - low_, 1e-12);
  return static_cast<std::size_t>(
      std::clamp(part * static_cast<double>(rows_), 0.0, static_cast<double>(rows_ - 1)));
}

template <class Visit>
void EdgeRows::for_each_edge(Visit visit) const {
  for (std::uint32_t r = 0; r < rings_.size(); ++r) {
    const Ring& ring = *rings_[r];
    for (std::uint32_t i = 0; i < ring.size(); ++i) {
      const auto [low, high] = std::minmax(ring[i].lat, ring[i + 1 < ring.size() ? i + 1 : 0].lat);
      if (low < high)  // no ray crosses a level edge
        visit(Edge{r, i}, row(low), row(high));
    }
  }
}

std::vector<UnitIndex> EdgeRows::holders(LonLat point) const {
  std::vector<UnitIndex> inside;
  if (!(point.lat >= low_ && point.lat <= high_))
    return inside;
  const std::size_t at = row(point.lat);
  for (std::uint32_t i = start_[at]; i < start_[at + 1]; ++i) {
    const Ring& ring = *rings_[edges_[i].ring];
    const std::uint32_t first = edges_[i].first;
    const LonLat a = ring[first], b = ring[first + 1 < ring.size() ? first + 1 : 0];
    if (!crosses_ray({point.lon, point.lat}, {a.lon, a.lat}, {b.lon, b.lat}))
      continue;
    const UnitIndex unit = unit_of_ring_[edges_[i].ring];
    const auto found = std::find(inside.begin(), inside.end(), unit);
    if (found == inside.end())
      inside.push_back(unit);
    else
      inside.erase(found);
  }
  return inside;
}

}  // namespace malimap
