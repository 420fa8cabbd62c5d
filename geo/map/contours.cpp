#include "geo/map/contours.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace malimap {
namespace {

constexpr std::int32_t kNone = -1;

/// The grid with a frame of nodes that are nearer than anything, so that every ring closes. Its
/// nodes are counted row by row from -1; of each node, edge 0 goes to the next column, edge 1 to
/// the next row.
class Marcher {
 public:
  Marcher(const DistanceGrid& grid, double km)
      : grid_(grid),
        km_(km),
        width_(grid.columns + 2),
        next_(2 * static_cast<std::size_t>(width_) * static_cast<std::size_t>(grid.rows + 2),
              kNone) {
    for (int row = -1; row < grid.rows; ++row)
      for (int column = -1; column < grid.columns; ++column)
        cross(column, row);
  }

  [[nodiscard]] std::vector<Ring> rings() {
    std::vector<Ring> rings;
    for (std::size_t start = 0; start < next_.size(); ++start) {
      if (next_[start] == kNone)
        continue;
      Ring ring;
      for (auto edge = static_cast<std::int32_t>(start); edge != kNone;) {
        if (const LonLat point = on_edge(edge); ring.empty() || point != ring.back())
          ring.push_back(point);
        edge = std::exchange(next_[static_cast<std::size_t>(edge)], kNone);
      }
      while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
      if (ring.size() >= 3)
        rings.push_back(std::move(ring));
    }
    return rings;
  }

 private:
  [[nodiscard]] bool is_framed(int column, int row) const {
    return column < 0 || row < 0 || column >= grid_.columns || row >= grid_.rows;
  }
  [[nodiscard]] double value(int column, int row) const {
    if (is_framed(column, row))
      return -std::numeric_limits<double>::infinity();
    return grid_.km[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns) +
                    static_cast<std::size_t>(column)];
  }
  [[nodiscard]] std::int32_t edge(int column, int row, int which) const {
    return 2 * ((row + 1) * width_ + column + 1) + which;
  }

  /// The cell whose north-western node this is: each line enters where the boundary, walked
  /// counterclockwise, goes out of the area, and leaves where it comes in.
  void cross(int column, int row) {
    const std::array values{value(column, row), value(column, row + 1), value(column + 1, row + 1),
                            value(column + 1, row)};
    unsigned inside = 0;
    for (unsigned i = 0; i < 4; ++i)
      inside |= values[i] >= km_ ? 1U << i : 0U;
    if (inside == 0 || inside == 15)
      return;
    const std::array edges{edge(column, row, 1), edge(column, row + 1, 0), edge(column + 1, row, 1),
                           edge(column, row, 0)};
    const bool joined = (values[0] + values[1] + values[2] + values[3]) / 4 >= km_;
    const auto is_in = [&](unsigned i) { return (inside >> (i % 4) & 1U) != 0; };
    for (unsigned out = 0; out < 4; ++out) {
      if (!is_in(out) || is_in(out + 1))
        continue;
      // Around a corner that is out, or back to where this part of the area began.
      unsigned in = joined ? out + 1 : out + 3;
      while (is_in(in) || !is_in(in + 1))
        in += joined ? 1 : 3;
      next_[static_cast<std::size_t>(edges[out])] = edges[in % 4];
    }
  }

  [[nodiscard]] LonLat on_edge(std::int32_t edge) const {
    const int node = edge / 2, column = node % width_ - 1, row = node / width_ - 1;
    const int to_column = column + (edge % 2 == 0 ? 1 : 0), to_row = row + (edge % 2 == 0 ? 0 : 1);
    if (is_framed(column, row))
      return grid_.at(to_column, to_row);
    if (is_framed(to_column, to_row))
      return grid_.at(column, row);
    const double a = value(column, row), b = value(to_column, to_row);
    const double part = std::clamp((km_ - a) / (b - a), 0.0, 1.0);
    const LonLat from = grid_.at(column, row), to = grid_.at(to_column, to_row);
    return {from.lon + part * (to.lon - from.lon), from.lat + part * (to.lat - from.lat)};
  }

  const DistanceGrid& grid_;
  double km_;
  int width_;
  std::vector<std::int32_t> next_;  // per edge, where the line goes on
};

}  // namespace

std::vector<Ring> contours(const DistanceGrid& grid, double km) {
  if (grid.km.empty() || grid.columns < 2 || grid.rows < 2)
    return {};
  return Marcher(grid, km).rings();
}

}  // namespace malimap
