#pragma once
// Rows and columns taken out of a table, with all that belongs to them.

#include <cstddef>
#include <vector>

#include "geo/projects/table.h"

namespace malimap {

/// Takes out the rows that are marked.
void drop_rows(Table& table, const std::vector<bool>& drop);
void drop_first_rows(Table& table, std::size_t count);
/// Keeps the columns that are marked.
void keep_columns(Table& table, const std::vector<bool>& keep);

}  // namespace malimap
