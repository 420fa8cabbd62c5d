#pragma once
// Rows of a table -> projects. Rows are read in stretches, by several threads with a reader each,
// and put together again in order.

#include <atomic>
#include <memory>

#include "geo/projects/columns.h"
#include "geo/projects/dataset.h"
#include "geo/projects/notations_of_list.h"
#include "geo/projects/places.h"
#include "geo/projects/rows_of_list.h"
#include "geo/projects/table.h"

namespace malimap {

/// What one stretch of rows gave.
struct RowsRead {
  Projects projects;
  Problems problems;
  ReadCounts counts;
  bool currency_named = false;  // by a cell, a header or the user
};

/// What is the same for all rows.
struct ListContext {
  const Table& table;
  const ColumnMap& columns;
  const NotationsOfList& notations;
  const PlaceIndex& places;
  const ReadOptions& options;
  const RowsOfList& rows_of_list;
};

/// One thread's reader. What it has learnt of cells and places serves the stretches that follow.
class StretchReader {
 public:
  /// The context must outlive it.
  explicit StretchReader(const ListContext& context);
  ~StretchReader();

  /// The rows [first, last). `done` counts rows for the progress of all readers together; a
  /// cancelled progress ends early.
  [[nodiscard]] RowsRead read(std::size_t first, std::size_t last, Progress* progress,
                              std::atomic<std::size_t>& done);

 private:
  class Rows;
  std::unique_ptr<Rows> rows_;
};

}  // namespace malimap
