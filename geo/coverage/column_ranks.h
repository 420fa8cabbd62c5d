#pragma once
// Rows in the order of a column. What takes long of it, comparing texts as a dictionary does, hangs
// on the list alone: the ranks of a whole column are made once, and any rows of it are then put in
// order by counting.

#include <cstdint>
#include <vector>

#include "geo/coverage/profile.h"
#include "geo/coverage/text_ranks.h"

namespace malimap {

/// Where each row of a list stands in the order of one column: from 0, equal rows share a rank.
struct ColumnRanks {
  std::vector<std::uint32_t> of_row;  // kNoRank: nothing there
};

/// Of 100,000 rows some 60 ms where the column holds texts, else few.
[[nodiscard]] ColumnRanks rank_column(const Projects& projects, ProjectColumn column,
                                      Language language);

/// Whether so many rows of a column take a noticeable part of a frame to rank.
[[nodiscard]] bool takes_long_to_rank(ProjectColumn column, std::size_t rows);

/// The same order as sorted_projects() of profile.h, from ranks that are at hand.
[[nodiscard]] std::vector<ProjectIndex> sorted_projects(std::vector<ProjectIndex> rows,
                                                        const ColumnRanks& ranks, bool falling);

}  // namespace malimap
