#include "geo/projects/tables/table_rows.h"

#include <algorithm>

namespace malimap {
namespace {

/// Merged cells whose rows moved: `now` says how many rows before each are left.
void move_merged(Table& table, const std::vector<std::size_t>& now) {
  std::vector<MergedCells> merged;
  for (MergedCells cells : table.merged) {
    const std::size_t first = now[cells.first_row], end = now[cells.last_row + 1];
    if (first == end)
      continue;
    cells.first_row = first;
    cells.last_row = end - 1;
    merged.push_back(cells);
  }
  table.merged = std::move(merged);
}

}  // namespace

void drop_rows(Table& table, const std::vector<bool>& drop) {
  std::vector<std::size_t> now(table.size() + 1, 0);
  std::size_t to = 0;
  for (std::size_t row = 0; row < table.size(); ++row) {
    now[row] = to;
    if (drop[row])
      continue;
    const auto at = [&](std::size_t r) {
      return table.cells.begin() + static_cast<std::ptrdiff_t>(r * table.width);
    };
    if (to != row) {
      std::copy(at(row), at(row + 1), at(to));
      table.numbers[to] = table.numbers[row];
      if (table.has_points())
        table.points[to] = table.points[row];
    }
    ++to;
  }
  now[table.size()] = to;
  std::vector<MissingMarker> markers;
  for (MissingMarker marker : table.markers)
    if (!drop[marker.row]) {
      marker.row = now[marker.row];
      markers.push_back(marker);
    }
  table.markers = std::move(markers);
  move_merged(table, now);
  table.cells.resize(to * table.width);
  table.numbers.resize(to);
  if (table.has_points())
    table.points.resize(to);
}

void drop_first_rows(Table& table, std::size_t count) {
  count = std::min(count, table.size());
  const auto rows = static_cast<std::ptrdiff_t>(count);
  table.cells.erase(table.cells.begin(),
                    table.cells.begin() + static_cast<std::ptrdiff_t>(count * table.width));
  table.numbers.erase(table.numbers.begin(), table.numbers.begin() + rows);
  if (table.has_points())
    table.points.erase(table.points.begin(), table.points.begin() + rows);
  std::erase_if(table.markers, [&](const MissingMarker& marker) { return marker.row < count; });
  for (MissingMarker& marker : table.markers)
    marker.row -= count;
  std::erase_if(table.merged, [&](const MergedCells& cells) { return cells.last_row < count; });
  for (MergedCells& cells : table.merged) {
    cells.first_row -= std::min(cells.first_row, count);
    cells.last_row -= count;
  }
}

void keep_columns(Table& table, const std::vector<bool>& keep) {
  std::vector<int> now(table.width + 1, 0);
  for (std::size_t c = 0; c < table.width; ++c)
    now[c + 1] = now[c] + (keep[c] ? 1 : 0);
  const auto width = static_cast<std::size_t>(now[table.width]);
  std::size_t to = 0;
  for (std::size_t i = 0; i < table.cells.size(); ++i)
    if (keep[i % table.width])
      table.cells[to++] = table.cells[i];
  table.cells.resize(to);
  const auto pick = [&](auto& list) {
    if (list.size() != table.width)
      return;
    std::size_t next = 0;
    for (std::size_t c = 0; c < table.width; ++c)
      if (keep[c]) {
        auto value = list[c];
        list[next++] = value;
      }
    list.resize(next);
  };
  pick(table.columns);
  pick(table.hxl);
  pick(table.numeric);
  std::vector<MissingMarker> markers;
  for (MissingMarker marker : table.markers)
    if (keep[static_cast<std::size_t>(marker.column)]) {
      marker.column = now[static_cast<std::size_t>(marker.column)];
      markers.push_back(marker);
    }
  table.markers = std::move(markers);
  std::vector<MergedCells> merged;
  for (MergedCells cells : table.merged) {
    const int first = now[static_cast<std::size_t>(cells.first_column)];
    const int end = now[static_cast<std::size_t>(cells.last_column) + 1];
    if (first == end)
      continue;
    cells.first_column = first;
    cells.last_column = end - 1;
    merged.push_back(cells);
  }
  table.merged = std::move(merged);
  table.width = width;
}

}  // namespace malimap
