#include "app/cli/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "geo/base/text.h"

namespace malimap {
namespace {

std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t kLongest =
      64;  // nobody mistypes more; keeps the table small whatever is pasted
  if (word.size() > kLongest)
    return std::nullopt;
  const std::string folded = fold(word);
  const std::string* best = nullptr;
  std::size_t fewest = 0;
  for (const auto& candidate : candidates) {
    const std::string other = fold(candidate);
    const std::size_t distance = edits(folded, other);
    const std::size_t allowed = std::max(folded.size(), other.size()) / 3;
    if (distance <= allowed && (best == nullptr || distance < fewest)) {
      best = &candidate;
      fewest = distance;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

Message suggestion(std::string_view word, std::span<const std::string> candidates) {
  if (auto near = nearest(word, candidates))
    return {N_("Did you mean {0}?"), {*near}};
  if (candidates.empty())
    return {};
  return {N_("Known: {0}."), {fmt::format("{}", fmt::join(candidates, ", "))}};
}

}  // namespace malimap
