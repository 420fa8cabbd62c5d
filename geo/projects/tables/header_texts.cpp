#include <algorithm>

#include "geo/projects/tables/header_rows.h"

namespace malimap {
namespace {

using Line = std::vector<std::string_view>;

bool has_wide_merge(const Table& table, std::size_t row) {
  return std::any_of(table.merged.begin(), table.merged.end(), [row](const MergedCells& cells) {
    return cells.first_row <= row && row <= cells.last_row &&
           cells.last_column > cells.first_column;
  });
}

/// Merged cells hold their text in the first one only.
void fill_merged(const Table& table, std::size_t row, Line& line) {
  for (const MergedCells& cells : table.merged)
    if (cells.first_row <= row && row <= cells.last_row && cells.last_column > cells.first_column)
      for (int c = cells.first_column; c <= cells.last_column; ++c)
        line[static_cast<std::size_t>(c)] = table.text(cells.first_row, cells.first_column);
}

/// Without merged cells a heading stands over the blank ones to its right.
void fill_gaps(const Line& below, Line& line) {
  for (std::size_t c = 1; c < line.size(); ++c)
    if (line[c].empty() && !below[c].empty())
      line[c] = line[c - 1];
}

std::string joined(const std::vector<Line>& lines, std::size_t column) {
  std::string text;
  std::string_view last;
  for (const Line& line : lines) {
    const std::string_view piece = line[column];
    if (piece.empty() || piece == last)
      continue;
    if (!text.empty())
      text += " / ";
    text += piece;
    last = piece;
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\r', ' ');
  return text;
}

}  // namespace

std::vector<std::string> header_texts(const Table& table, std::size_t first, std::size_t count) {
  std::vector<Line> lines;
  for (std::size_t row = first; row < first + count; ++row) {
    const auto cells = table.row(row);
    lines.emplace_back(cells.begin(), cells.end());
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (has_wide_merge(table, first + i))
      fill_merged(table, first + i, lines[i]);
    else if (i + 1 < count)
      fill_gaps(lines[i + 1], lines[i]);
  }
  std::vector<std::string> texts;
  for (std::size_t column = 0; column < table.width; ++column)
    texts.push_back(joined(lines, column));
  return texts;
}

}  // namespace malimap
