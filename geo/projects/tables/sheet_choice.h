#pragma once
// Which of several sheets is the list of projects.

#include <string>
#include <vector>

#include "geo/projects/table.h"

namespace malimap {

/// How much a sheet looks like a list of projects, from its first rows (with its header among
/// them). Comparable between the sheets of one file only.
[[nodiscard]] double list_score(const Table& head, bool hidden);

/// The same for a table whose format names its columns.
[[nodiscard]] double list_score(const std::vector<std::string>& columns, std::int64_t rows);

/// The first one with the highest score.
[[nodiscard]] std::size_t best_of(const std::vector<double>& scores);

}  // namespace malimap
