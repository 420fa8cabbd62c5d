#pragma once
// What a group of problems has in common, for reports that cannot show every row.

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/problems.h"

namespace malimap {

/// What is lost first, then what is doubtful, then notes; the larger groups first.
[[nodiscard]] std::vector<const ProblemGroup*> in_order(const Problems& problems);

/// Something that stands in several rows, with what is proposed for it. Views into the problems.
struct DistinctValue {
  std::string_view value, proposal, proposal_code;
  double score = 0;
  std::size_t count = 0;
};

/// Most frequent first; of equals the one that stands first.
[[nodiscard]] std::vector<DistinctValue> distinct_values(const Problems& problems,
                                                         const ProblemGroup& group);

/// Rows that follow each other as one range.
struct RowRange {
  std::uint32_t first = 0, last = 0;
};
[[nodiscard]] std::vector<RowRange> row_ranges(const ProblemGroup& group);
/// "12–480, 502": `most` ranges at most.
[[nodiscard]] std::string text_of(const std::vector<RowRange>& ranges, std::size_t most);

/// The message and its remedy without the place; where the problems of the group differ, "…" stands
/// for what differs.
[[nodiscard]] std::string common_message(const Problems& problems, const ProblemGroup& group,
                                         const Translator& tr);

/// The same of one problem.
[[nodiscard]] std::string message_of(const Problem& problem, const Translator& tr);

/// "lost", "doubtful", "note".
[[nodiscard]] std::string_view word_of(Severity severity);

}  // namespace malimap
