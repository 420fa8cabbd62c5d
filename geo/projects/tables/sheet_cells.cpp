#include "geo/projects/tables/sheet_cells.h"

#include <algorithm>

#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::size_t kMostCells = 40'000'000;  // filled ones, and those of the rectangle
constexpr std::size_t kMostColumns = 16'384;    // of the spreadsheet programs
constexpr std::size_t kMostMerges = 1'000'000;
constexpr std::size_t kOrdinaryWidth = 512;  // beyond it, columns without any cell are left out

/// Words for "nothing" are short; most cells need no closer look.
bool may_be_missing(std::string_view text) {
  return text.size() <= 8 && is_missing(text);
}

/// "45.317" typed as a text is 45,317; the number 45.317 beside it must not be taken for that.
bool has_three_decimals(std::string_view text) {
  const auto point = text.find('.');
  return point != std::string_view::npos && text.size() >= point + 4 &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(point) + 1,
                     text.begin() + static_cast<std::ptrdiff_t>(point) + 4,
                     [](char c) { return c >= '0' && c <= '9'; }) &&
         (text.size() == point + 4 || text[point + 4] < '0' || text[point + 4] > '9');
}

}  // namespace

void SheetCells::begin_row(std::int64_t number) {
  number_ = number;
  row_open_ = false;
}

std::string_view SheetCells::shared(Column& column, std::string_view text) {
  if (column.last != text)
    column.last = arena_->keep(text);
  return column.last;
}

void SheetCells::add(std::size_t column, std::string_view text, CellKind kind, bool kept) {
  text = trim(text.substr(0, kMostCellBytes));
  if (text.empty() || column >= kMostColumns)
    return;
  if (cells_.size() >= kMostCells) {
    too_many_ = true;
    return;
  }
  if (kind == CellKind::Text && may_be_missing(text))
    kind = CellKind::Error;
  if (column >= columns_.size())
    columns_.resize(column + 1);
  Column& facts = columns_[column];
  facts.used = true;
  facts.text_after_number |= facts.number && kind == CellKind::Text;
  facts.number |= kind == CellKind::Number;
  width_ = std::max(width_, column + 1);
  if (!row_open_) {
    rows_.push_back({number_, cells_.size()});
    row_open_ = true;
  }
  cells_.push_back({kept ? text : shared(facts, text), static_cast<std::uint32_t>(column), kind});
}

void SheetCells::merge(std::int64_t first_row, std::int64_t last_row, int first_column,
                       int last_column) {
  if (merges_.size() < kMostMerges)
    merges_.push_back({first_row, last_row, first_column, last_column});
}

/// Where each column of the sheet stands in the table, -1 for nowhere.
std::vector<int> SheetCells::places() const {
  std::vector<int> places(width_, -1);
  int next = 0;
  for (std::size_t i = 0; i < width_; ++i)
    if (width_ <= kOrdinaryWidth || columns_[i].used)
      places[i] = next++;
  return places;
}

std::string_view SheetCells::written(const Cell& cell) {
  if (cell.kind != CellKind::Number || !columns_[cell.column].text_after_number ||
      !has_three_decimals(cell.text))
    return cell.text;
  std::string text(cell.text);
  text.insert(text.find('.') + 4, "0");
  return arena_->keep(text);
}

void SheetCells::place_cells(Table& table, const std::vector<int>& places) {
  table.cells.resize(rows_.size() * table.width);
  table.numbers.reserve(rows_.size());
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    for (std::size_t i = rows_[row].first; i < row_end(row); ++i) {
      const Cell& cell = cells_[i];
      const int column = places[cell.column];
      if (cell.kind == CellKind::Error)
        table.markers.push_back({row, column, cell.text});
      else
        table.cells[row * table.width + static_cast<std::size_t>(column)] = written(cell);
    }
    table.numbers.push_back(rows_[row].number);
  }
}

void SheetCells::place_merges(Table& table, const std::vector<int>& places) const {
  const auto row_at = [&](std::int64_t number) {
    return static_cast<std::size_t>(
        std::lower_bound(table.numbers.begin(), table.numbers.end(), number) -
        table.numbers.begin());
  };
  for (const Merge& merge : merges_) {
    MergedCells cells{row_at(merge.first_row), row_at(merge.last_row + 1), -1, -1};
    if (cells.first_row >= cells.last_row)
      continue;
    --cells.last_row;
    for (int c = merge.first_column; c <= merge.last_column && c < static_cast<int>(width_); ++c)
      if (const int place = places[static_cast<std::size_t>(c)]; place >= 0) {
        cells.first_column = cells.first_column < 0 ? place : cells.first_column;
        cells.last_column = place;
      }
    const bool several = cells.last_row > cells.first_row || cells.last_column > cells.first_column;
    if (cells.first_column >= 0 && several)
      table.merged.push_back(cells);
  }
}

Result<Table> SheetCells::table(const std::string& file, const std::string& sheet) {
  Table table;
  table.file = file;
  table.sheet = sheet;
  const Place where{file, sheet, {}, {}};
  if (rows_.empty())
    return failure({N_("the file holds no rows"), {}}, where);
  const std::vector<int> columns = places();
  table.width = static_cast<std::size_t>(*std::max_element(columns.begin(), columns.end())) + 1;
  if (too_many_ || rows_.size() > kMostCells / table.width)
    return failure({N_("the sheet has too many cells"), {}}, where);
  for (std::size_t i = 0; i < width_; ++i)
    if (columns[i] >= 0)
      table.numeric.push_back(columns_[i].number && !columns_[i].text_after_number);
  place_cells(table, columns);
  place_merges(table, columns);
  table.memory.push_back(arena_);
  return table;
}

}  // namespace malimap
