#include "geo/output/check_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace malimap {

std::vector<const ProblemGroup*> in_order(const Problems& problems) {
  std::vector<const ProblemGroup*> groups;
  for (const ProblemGroup& group : problems.groups())
    groups.push_back(&group);
  std::stable_sort(groups.begin(), groups.end(), [](const ProblemGroup* a, const ProblemGroup* b) {
    return a->severity != b->severity ? a->severity > b->severity : a->size() > b->size();
  });
  return groups;
}

std::vector<DistinctValue> distinct_values(const Problems& problems, const ProblemGroup& group) {
  const auto key = [](const Occurrence& o) {
    return std::tuple(o.value, o.proposal, o.proposal_code, o.score);
  };
  // Numbers of texts stand in the order in which they were first used: so do the values then.
  std::vector<const Occurrence*> sorted;
  sorted.reserve(group.size());
  for (const Occurrence& occurrence : group.occurrences)
    sorted.push_back(&occurrence);
  std::sort(sorted.begin(), sorted.end(),
            [&](const auto* a, const auto* b) { return key(*a) < key(*b); });
  std::vector<DistinctValue> values;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const Occurrence& one = *sorted[i];
    if (i == 0 || key(*sorted[i - 1]) != key(one))
      values.push_back({problems.text(one.value), problems.text(one.proposal),
                        problems.text(one.proposal_code), score_of(one), 0});
    ++values.back().count;
  }
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return values;
}

std::vector<RowRange> row_ranges(const ProblemGroup& group) {
  std::vector<std::uint32_t> rows;
  for (const Occurrence& occurrence : group.occurrences)
    if (occurrence.row != 0)
      rows.push_back(occurrence.row);
  if (!std::is_sorted(rows.begin(), rows.end()))
    std::sort(rows.begin(), rows.end());
  std::vector<RowRange> ranges;
  for (const std::uint32_t row : rows) {
    if (!ranges.empty() && row <= ranges.back().last + 1)
      ranges.back().last = row;
    else
      ranges.push_back({row, row});
  }
  return ranges;
}

std::string text_of(const std::vector<RowRange>& ranges, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, ranges.size()); ++i) {
    const auto [first, last] = ranges[i];
    text += i == 0 ? "" : ", ";
    if (last == first + 1)
      text += fmt::format("{}, {}", first, last);
    else
      text += first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last);
  }
  return text;
}

std::string common_message(const Problems& problems, const ProblemGroup& group,
                           const Translator& tr) {
  Problem problem = problems.first(group);
  auto& args = problem.error.what.args;
  const std::vector<std::string> first = args;
  TextId seen = group.occurrences.front().args;
  for (const Occurrence& occurrence : group.occurrences) {
    if (occurrence.args == seen)
      continue;
    seen = occurrence.args;
    const auto others = problems.args(occurrence);
    bool all_differ = true;
    for (std::size_t i = 0; i < args.size(); ++i) {
      if (i >= others.size() || others[i] != first[i])
        args[i] = "…";
      all_differ = all_differ && args[i] != first[i];
    }
    if (all_differ)
      break;
  }
  return message_of(problem, tr);
}

std::string message_of(const Problem& problem, const Translator& tr) {
  Error error = problem.error;
  error.where = {};
  return sentence(error, tr);
}

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Doubtful:
      return "doubtful";
    case Severity::Lost:
      break;
  }
  return "lost";
}

}  // namespace malimap
