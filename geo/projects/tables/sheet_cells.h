#pragma once
// The cells of one sheet of a workbook while it is read, and the table that they make.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.h"
#include "geo/projects/table.h"
#include "geo/projects/tables/arena.h"

namespace malimap {

/// The most characters of a cell that are read; spreadsheets themselves stop at 32,767.
inline constexpr std::size_t kMostCellBytes = 1 << 18;

enum class CellKind : std::uint8_t { Text, Number, Error };

class SheetCells {
 public:
  explicit SheetCells(std::shared_ptr<TextArena> arena) : arena_(std::move(arena)) {}

  /// Rows as the spreadsheet numbers them, from 1; in order.
  void begin_row(std::int64_t number);
  /// A cell of the current row. The text is copied when it is not `kept` in the arena already.
  /// Blank texts leave no trace, words for "nothing" a marker.
  void add(std::size_t column, std::string_view text, CellKind kind, bool kept = false);
  /// Cells shown as one, in rows as the spreadsheet numbers them.
  void merge(std::int64_t first_row, std::int64_t last_row, int first_column, int last_column);

  [[nodiscard]] TextArena& arena() { return *arena_; }
  /// Rows with at least one cell.
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] std::size_t width() const { return width_; }
  /// More cells than a sheet can sensibly have: reading on would only fill the memory.
  [[nodiscard]] bool too_many() const { return too_many_; }

  /// The table, still with its header among the rows. Errors: no cells, too many.
  [[nodiscard]] Result<Table> table(const std::string& file, const std::string& sheet);

 private:
  struct Cell {
    std::string_view text;
    std::uint32_t column;
    CellKind kind;
  };
  struct Row {
    std::int64_t number;
    std::size_t first;  // in cells_
  };
  struct Merge {
    std::int64_t first_row, last_row;
    int first_column, last_column;
  };
  struct Column {
    bool used = false, number = false, text_after_number = false;
    std::string_view last;  // lists repeat themselves: the text of the row above is shared
  };

  std::string_view shared(Column& column, std::string_view text);
  [[nodiscard]] std::size_t row_end(std::size_t row) const {
    return row + 1 < rows_.size() ? rows_[row + 1].first : cells_.size();
  }
  [[nodiscard]] std::vector<int> places() const;
  std::string_view written(const Cell& cell);
  void place_cells(Table& table, const std::vector<int>& places);
  void place_merges(Table& table, const std::vector<int>& places) const;

  std::shared_ptr<TextArena> arena_;
  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::vector<Merge> merges_;
  std::vector<Column> columns_;
  std::int64_t number_ = 0;
  std::size_t width_ = 0;
  bool row_open_ = false, too_many_ = false;
};

}  // namespace malimap
