#include "geo/coverage/engine/running_sums.h"

#include <algorithm>

#include "geo/base/parallel.h"

namespace malimap {
namespace {

constexpr std::size_t kRowsWorthAThread = 100'000;

/// Calls found(row) for the rows from `first` up to `last` that are in either stratum. In blocks,
/// so that the compiler compares many at once: hardly any is.
template <class Found>
void each_row_in(std::span<const std::uint16_t> of_row, std::size_t first, std::size_t last,
                 std::uint16_t one, std::uint16_t other, Found found) {
  constexpr std::size_t kBlock = 64;
  for (; first < last; first += kBlock) {
    const std::size_t count = std::min(kBlock, last - first);
    const auto block = of_row.subspan(first, count);
    std::uint16_t any = count < kBlock ? 1 : 0;
    if (count == kBlock)
      for (std::size_t i = 0; i < kBlock; ++i)
        any = static_cast<std::uint16_t>(any | (block[i] == one) | (block[i] == other));
    if (any == 0)
      continue;
    for (std::size_t i = 0; i < count; ++i)
      if (block[i] == one || block[i] == other)
        found(first + i);
  }
}

}  // namespace

RunningSums::RunningSums(const CoverageCube& cube, const Filter& rest, const RangeStrata& strata,
                         std::function<std::int64_t(std::size_t)> number, const Progress* progress)
    : rest_(cube, rest),
      strata_(&strata),
      number_(std::move(number)),
      running_(sums_of_strata(rest_, strata.strata, progress)) {
  running_.insert(running_.begin(), ViewTallies(cube));
  running_.front().close();
  for (std::size_t s = 1; s < running_.size(); ++s)
    running_[s].merge(running_[s - 1]);
}

void RunningSums::add(ViewTallies& to, NumberRange range, Views views) const {
  const Cut inside = cut(range);
  to.merge(running_[inside.last], views);
  to.take_away(running_[inside.first], views);
  if (!inside.rows.empty())
    to.merge(scan_rows(rest_, inside.rows), views);
}

void RunningSums::take_away(ViewTallies& from, NumberRange range, Views views) const {
  ViewTallies inside(rest_.cube);
  add(inside, range, views);
  from.take_away(inside, views);
}

RunningSums::Cut RunningSums::cut(NumberRange range) const {
  const auto& edges = strata_->edges;
  const auto index = [&](auto found) { return static_cast<std::size_t>(found - edges.begin()); };
  const std::size_t known = edges.size() - 1;  // strata with numbers
  if (range.low > range.high || range.low >= edges.back() || range.high < edges.front())
    return {};
  // Stratum s is inside whole where low <= edges[s] and edges[s + 1] - 1 <= high.
  const std::size_t first = index(std::lower_bound(edges.begin(), edges.end(), range.low));
  const std::size_t last =
      range.high >= edges.back() - 1
          ? known
          : index(std::upper_bound(edges.begin(), edges.end(), range.high + 1)) - 1;
  const std::uint16_t below = first > 0 && edges[first] != range.low
                                  ? static_cast<std::uint16_t>(first - 1)
                                  : Strata::kNone;
  const std::uint16_t above = last < known && edges[last] != range.high + 1
                                  ? static_cast<std::uint16_t>(last)
                                  : Strata::kNone;
  Cut inside{std::min(first, last), last, {}};
  if (first > last)
    inside.first = inside.last = 0;
  if (below != Strata::kNone || above != Strata::kNone)
    inside.rows = rows_inside(below, above, range);
  return inside;
}

std::vector<std::uint32_t> RunningSums::rows_inside(std::uint16_t one, std::uint16_t other,
                                                    NumberRange range) const {
  const auto& of_row = strata_->strata.of_row;
  const std::size_t threads =
      std::clamp<std::size_t>(of_row.size() / kRowsWorthAThread, 1, worker_count());
  std::vector<std::vector<std::uint32_t>> found(threads);
  in_parallel(threads, [&](std::size_t t) {
    each_row_in(of_row, of_row.size() * t / threads, of_row.size() * (t + 1) / threads, one, other,
                [&](std::size_t row) {
                  if (const std::int64_t number = number_(row);
                      number >= range.low && number <= range.high)
                    found[t].push_back(static_cast<std::uint32_t>(row));
                });
  });
  for (std::size_t t = 1; t < threads; ++t)
    found[0].insert(found[0].end(), found[t].begin(), found[t].end());
  // As a RowOrder has them: those of one project come one after another.
  if (const auto numbers = project_numbers(rest_.cube.dataset()); !numbers.empty())
    std::stable_sort(found[0].begin(), found[0].end(),
                     [&](std::uint32_t a, std::uint32_t b) { return numbers[a] < numbers[b]; });
  return std::move(found[0]);
}

}  // namespace malimap
