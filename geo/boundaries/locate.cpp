#include "geo/boundaries/locate.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>

#include "geo/boundaries/area.h"

namespace malimap {
namespace {

constexpr UnitIndex kUnknown = -2;   // a cell with edges in it
constexpr double kOnBorder = 1e-12;  // degrees

/// An edge of a ring from its lower to its upper end. The unit is east of it when the ring runs
/// downwards here (counterclockwise rings have their inside to the left).
struct Edge {
  LonLat low, high;
  UnitIndex unit;
  bool down;
  /// The same for the two rings that share the edge, to the last bit.
  [[nodiscard]] double lon_at(double lat) const {
    return low.lon + (high.lon - low.lon) * ((lat - low.lat) / (high.lat - low.lat));
  }
  [[nodiscard]] UnitIndex east() const { return down ? unit : kNoUnit; }
  [[nodiscard]] bool level() const { return low.lat == high.lat; }
  [[nodiscard]] bool touches(LonLat p) const {
    const double dx = high.lon - low.lon, dy = high.lat - low.lat, length2 = dx * dx + dy * dy;
    const double t =
        std::clamp(((p.lon - low.lon) * dx + (p.lat - low.lat) * dy) / length2, 0.0, 1.0);
    return std::hypot(p.lon - low.lon - t * dx, p.lat - low.lat - t * dy) <= kOnBorder;
  }
};

struct Box {
  LonLat low{1e9, 1e9}, high{-1e9, -1e9};
  void add(LonLat p) {
    low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
    high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
  }
  [[nodiscard]] bool holds(LonLat p) const {
    return p.lon >= low.lon && p.lon <= high.lon && p.lat >= low.lat && p.lat <= high.lat;
  }
};

void add_edges(const Ring& ring, bool outer, UnitIndex unit, std::vector<Edge>& edges) {
  const bool inside_left = (signed_area2(ring) > 0) == outer;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i], b = ring[i + 1 < ring.size() ? i + 1 : 0];
    if (a == b)
      continue;
    const bool down = b.lat < a.lat;
    edges.push_back({down ? b : a, down ? a : b, unit, down == inside_left});
  }
}

/// Where cells cost as much as the edges that they spare the points; four cells for an edge are
/// enough for any number of points.
std::int32_t cells_across(std::size_t edges, std::size_t points) {
  const double most = std::sqrt(4.0 * static_cast<double>(edges));
  const double worth = std::cbrt(static_cast<double>(edges) * static_cast<double>(points) / 10);
  const auto wanted = static_cast<std::uint32_t>(std::min(most, worth));
  return static_cast<std::int32_t>(std::clamp(std::bit_ceil(wanted), 16U, 1024U));
}

bool unit_contains(const AdminUnit& unit, LonLat point) {
  for (const Polygon& polygon : unit.polygons)
    if (ring_contains(polygon.outer, point) &&
        std::none_of(polygon.holes.begin(), polygon.holes.end(),
                     [&](const Ring& hole) { return ring_contains(hole, point); }))
      return true;
  return false;
}

}  // namespace

// A point's unit is what lies east of the nearest edge to its west, in its row of cells. Cells
// without edges know their unit, so the walk to the west is short.
struct UnitLocator::Grid {
  const AdminLayer& layer;
  Box box;
  std::vector<Box> unit_boxes;
  std::int32_t size = 1;  // cells in a row and in a column
  double cell_lon = 1, cell_lat = 1;
  std::vector<std::uint32_t> start;  // of each cell's edges in `edges`
  std::vector<Edge> edges;           // by cell; an edge is in each cell that it passes
  std::vector<UnitIndex> whole;      // the unit of a cell without edges

  Grid(const AdminLayer& given, std::size_t points) : layer(given) {
    std::vector<Edge> all;
    for (std::size_t u = 0; u < layer.units.size(); ++u)
      collect(layer.units[u], static_cast<UnitIndex>(u), all);
    size = cells_across(all.size(), points);
    cell_lon = std::max((box.high.lon - box.low.lon) / size, 1e-12);
    cell_lat = std::max((box.high.lat - box.low.lat) / size, 1e-12);
    sort_into_cells(all);
    label_cells();
  }

  void collect(const AdminUnit& unit, UnitIndex index, std::vector<Edge>& all) {
    Box around;
    for (const Polygon& polygon : unit.polygons) {
      for (const LonLat& point : polygon.outer)
        around.add(point);
      add_edges(polygon.outer, true, index, all);
      for (const Ring& hole : polygon.holes)
        add_edges(hole, false, index, all);
    }
    unit_boxes.push_back(around);
    if (around.low.lon <= around.high.lon) {
      box.add(around.low);
      box.add(around.high);
    }
  }

  [[nodiscard]] std::int32_t column(double lon) const {
    return std::clamp(static_cast<std::int32_t>((lon - box.low.lon) / cell_lon), 0, size - 1);
  }
  [[nodiscard]] std::int32_t row(double lat) const {
    return std::clamp(static_cast<std::int32_t>((lat - box.low.lat) / cell_lat), 0, size - 1);
  }
  [[nodiscard]] std::size_t cell(std::int32_t x, std::int32_t y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
           static_cast<std::size_t>(x);
  }

  template <class Visit>
  void for_each_cell(const Edge& edge, Visit visit) const {
    const double slack = cell_lon * 1e-6;  // for the rounding of lon_at()
    const std::int32_t last = row(edge.high.lat);
    for (std::int32_t y = row(edge.low.lat); y <= last; ++y) {
      double from = edge.low.lon, to = edge.high.lon;
      if (!edge.level()) {
        const double bottom = box.low.lat + y * cell_lat;
        from = edge.lon_at(std::clamp(bottom - cell_lat * 1e-6, edge.low.lat, edge.high.lat));
        to = edge.lon_at(std::clamp(bottom + cell_lat * 1.000001, edge.low.lat, edge.high.lat));
      }
      const std::int32_t east = column(std::max(from, to) + slack);
      for (std::int32_t x = column(std::min(from, to) - slack); x <= east; ++x)
        visit(cell(x, y));
    }
  }

  void sort_into_cells(const std::vector<Edge>& all) {
    start.assign(cell(0, size) + 1, 0);
    for (const Edge& edge : all)
      for_each_cell(edge, [&](std::size_t at) { ++start[at + 1]; });
    for (std::size_t i = 1; i < start.size(); ++i)
      start[i] += start[i - 1];
    edges.resize(start.back());
    auto next = start;
    for (const Edge& edge : all)
      for_each_cell(edge, [&](std::size_t at) { edges[next[at]++] = edge; });
  }

  void label_cells() {
    whole.assign(cell(0, size), kUnknown);
    for (std::int32_t y = 0; y < size; ++y)
      for (std::int32_t x = 0; x < size; ++x) {
        if (start[cell(x, y)] != start[cell(x, y) + 1])
          continue;
        const bool same = x > 0 && whole[cell(x - 1, y)] != kUnknown;
        whole[cell(x, y)] =
            same ? whole[cell(x - 1, y)]
                 : search({box.low.lon + (x + 0.5) * cell_lon, box.low.lat + (y + 0.5) * cell_lat},
                          x - 1, y);
      }
  }

  /// The unit of a point that no edge separates from cells west of and including column x.
  [[nodiscard]] UnitIndex search(LonLat point, std::int32_t x, std::int32_t y) const {
    for (; x >= 0; --x) {
      const std::size_t at = cell(x, y);
      if (whole[at] != kUnknown)
        return whole[at];
      const double west = x == 0 ? -1e9 : box.low.lon + x * cell_lon;
      double nearest = -1e9;
      UnitIndex unit = kNoUnit;
      for (std::uint32_t i = start[at]; i < start[at + 1]; ++i) {
        const Edge& edge = edges[i];
        if (point.lat < edge.low.lat || point.lat >= edge.high.lat)
          continue;
        const double lon = edge.lon_at(point.lat);
        if (lon > point.lon || lon < west || lon < nearest)
          continue;
        unit = lon > nearest ? edge.east() : std::max(unit, edge.east());
        nearest = lon;
      }
      if (nearest > -1e9)
        return unit != kNoUnit ? unit : try_all(point);
    }
    return kNoUnit;
  }

  /// Points on the outer border count as inside.
  [[nodiscard]] UnitIndex on_border(LonLat point) const {
    const std::size_t at = cell(column(point.lon), row(point.lat));
    for (std::uint32_t i = start[at]; i < start[at + 1]; ++i)
      if (edges[i].touches(point))
        return edges[i].unit;
    return kNoUnit;
  }

  /// Borders that do not match leave places where the nearest edge lies: east of one unit's edge
  /// but inside another.
  [[nodiscard]] UnitIndex try_all(LonLat point) const {
    for (std::size_t u = 0; u < unit_boxes.size(); ++u)
      if (unit_boxes[u].holds(point) && unit_contains(layer.units[u], point))
        return static_cast<UnitIndex>(u);
    return kNoUnit;
  }
};

UnitLocator::UnitLocator(const AdminLayer& layer, std::size_t points)
    : grid_(std::make_unique<const Grid>(layer, points)) {}
UnitLocator::~UnitLocator() = default;
UnitLocator::UnitLocator(UnitLocator&&) noexcept = default;
UnitLocator& UnitLocator::operator=(UnitLocator&&) noexcept = default;

UnitIndex UnitLocator::locate(LonLat point) const {
  if (!grid_->box.holds(point))  // false for NaN too
    return kNoUnit;
  const UnitIndex unit = grid_->search(point, grid_->column(point.lon), grid_->row(point.lat));
  return unit != kNoUnit ? unit : grid_->on_border(point);
}

}  // namespace malimap
