#pragma once
// What is wrong with the input, as a report: `malimap check`. The JSON is stable, scripts depend on
// it:
//   read, used, national, outside, unlocated, skipped   rows of the lists, read being the sum of
//   the others problems   reason (a slug), severity (lost, doubtful, note), count, file, sheet,
//   column, message (a sentence in the language
//              asked for, of the first one), examples: row (null: none), value as typed, proposal

#include <span>
#include <string>

#include "geo/base/problems.h"
#include "geo/output/table_text.h"
#include "geo/projects/projects.h"

namespace malimap {

enum class CheckDetail {
  Groups,   // the first rows of each group as examples
  AllRows,  // every row
};

/// Problems in groups of one reason, file, sheet and column: what is lost first, then what is
/// doubtful, then notes; the larger groups first.
[[nodiscard]] std::string check_report(std::span<const Problem> problems, const ReadCounts& counts,
                                       TextFormat format, CheckDetail detail, Language language);

}  // namespace malimap
