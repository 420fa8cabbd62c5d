#include "geo/coverage/engine/strata_filter.h"

#include <algorithm>
#include <optional>

namespace malimap {
namespace {

using Verdict = StrataFilter::Verdict;

constexpr std::size_t kStrata = std::size_t{1} << 16U;  // every number that of_row can hold

std::vector<Verdict> unsure_of_all() {
  return std::vector<Verdict>(kStrata, StrataFilter::kUnsure);
}

/// Whether all numbers of a stratum are in the range, or none; nothing: some are.
std::optional<bool> holds(const NumberRange& range, std::int64_t first, std::int64_t last) {
  if (first >= range.low && last <= range.high)
    return true;
  if (last < range.low || first > range.high)
    return false;
  return std::nullopt;
}

}  // namespace

StrataFilter::StrataFilter(const ListStrata& strata, const Projects& list, const Filter& filter) {
  FilterBits told = 0;
  for (const ValueStrata& values : strata.values) {
    add_values(values, list, filter);
    told |= values.dimensions;
  }
  for (const Dimension dimension : kAllDimensions)
    if (narrows(filter, dimension) && (told & bit_of(dimension)) == 0)
      always_ = kUnsure;
  if (filter.budget.low || filter.budget.high)
    add_range(strata.budget, FilterPart::Budget, bit_of(FilterPart::Budget),
              numbers_between(filter.budget.low, filter.budget.high));
  if (filter.start.first || filter.start.last)
    add_range(strata.start, FilterPart::Start, bit_of(FilterPart::Start),
              numbers_between(filter.start.first, filter.start.last));
  if (!filter.active.empty()) {
    const std::optional<Date> none;
    add_range(strata.begin, FilterPart::Active, bit_of(FilterPart::Active),
              numbers_between(none, filter.active.last));
    if (filter.active.first)  // what has no end passes
      add_range(strata.end, FilterPart::Active, 0, numbers_between(filter.active.first, none));
  }
  if (!filter.text.empty() || !filter.units.empty())
    always_ = kUnsure;
}

/// A filter of values says of an example what it says of its stratum.
void StrataFilter::add_values(const ValueStrata& values, const Projects& list,
                              const Filter& filter) {
  Table table{values.strata.of_row, {}};
  for (const Dimension dimension : kAllDimensions) {
    if ((values.dimensions & bit_of(dimension)) == 0 || !narrows(filter, dimension))
      continue;
    if (table.verdicts.empty()) {
      table.verdicts = unsure_of_all();
      std::fill_n(table.verdicts.begin(), values.strata.count, Verdict{0});
    }
    const Matcher matches(list, without(filter, ~bit_of(dimension)));
    for (std::size_t s = 0; s < values.strata.count; ++s)
      table.verdicts[s] =
          static_cast<Verdict>(table.verdicts[s] | matches.fails(values.example[s]));
  }
  if (!table.verdicts.empty())
    tables_.push_back(std::move(table));
}

void StrataFilter::add_range(const RangeStrata& strata, FilterPart part, Verdict without_number,
                             const NumberRange& range) {
  const auto& edges = strata.edges;
  if (edges.empty()) {
    always_ = kUnsure;
    return;
  }
  Table table{strata.strata.of_row, unsure_of_all()};
  for (std::size_t s = 0; s + 1 < edges.size(); ++s)
    if (const auto all = holds(range, edges[s], edges[s + 1] - 1))
      table.verdicts[s] = *all ? Verdict{0} : static_cast<Verdict>(bit_of(part));
  table.verdicts[strata.strata.count - 1] = without_number;
  tables_.push_back(std::move(table));
}

}  // namespace malimap
