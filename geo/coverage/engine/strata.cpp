#include "geo/coverage/engine/strata.h"

#include <algorithm>
#include <map>
#include <optional>

#include "geo/base/parallel.h"
#include "geo/coverage/dimension_codes.h"
#include "geo/coverage/engine/range_strata.h"
#include "geo/coverage/sector_cells.h"

namespace malimap {
namespace {

/// Together in one division. A filter of values adds up as many at most: far fewer than rows.
std::size_t most_value_strata(std::size_t rows) {
  return std::clamp<std::size_t>(rows / 256, 16, 512);
}

/// Rows by a number that tells their sets of values apart. Those of all dimensions are there at
/// once: few bytes a row.
struct Labels {
  IntColumn of_row;
  std::size_t count = 0;
};

/// Nothing where there are more than `most` sets of values.
std::optional<Labels> label_sets(const Projects& list, Dimension dimension, std::size_t most) {
  DimensionCodes codes(list, dimension);
  const std::size_t single = codes.dictionary().size() + 1;  // with that of no value, the first
  std::map<std::vector<Code>, std::uint32_t> several;
  std::vector<Code> sorted;
  Labels labels;
  for (std::size_t row = 0; row < list.size(); ++row) {
    const CodeRange of_row = codes.of(row);
    if (of_row.size() == 1) {
      labels.of_row.push_back(of_row[0] + 1);
      continue;
    }
    sorted.assign(of_row.begin(), of_row.end());
    std::sort(sorted.begin(), sorted.end());
    const auto next = static_cast<std::uint32_t>(single + several.size());
    labels.of_row.push_back(
        static_cast<std::int32_t>(several.try_emplace(sorted, next).first->second));
    if (several.size() > most)
      return std::nullopt;
  }
  labels.count = single + several.size();
  labels.of_row.shrink_to_fit();
  return labels;
}

/// Pairs that rows have, numbered as they come. Nothing where there are more than `most`.
std::optional<Labels> pairs_of(const Labels& a, const Labels& b, std::size_t most) {
  constexpr std::size_t kMostSlots = std::size_t{1} << 22U;
  if (a.count > kMostSlots / std::max<std::size_t>(1, b.count))
    return std::nullopt;
  constexpr std::int32_t kFree = -1;
  std::vector<std::int32_t> number_of(a.count * b.count, kFree);
  Labels pairs;
  for (std::size_t row = 0; row < a.of_row.size(); ++row) {
    std::int32_t& number = number_of[static_cast<std::size_t>(a.of_row[row]) * b.count +
                                     static_cast<std::size_t>(b.of_row[row])];
    if (number == kFree) {
      if (pairs.count == most)
        return std::nullopt;
      number = static_cast<std::int32_t>(pairs.count++);
    }
    pairs.of_row.push_back(number);
  }
  return pairs;
}

ValueStrata strata_of(const Labels& labels, FilterBits dimensions) {
  ValueStrata values;
  values.dimensions = dimensions;
  values.strata.count = labels.count;
  values.strata.of_row.reserve(labels.of_row.size());
  for (const std::int32_t label : labels.of_row)
    values.strata.of_row.push_back(static_cast<std::uint16_t>(label));
  values.example.resize(labels.count);
  for (std::size_t row = labels.of_row.size(); row-- > 0;)
    values.example[static_cast<std::size_t>(labels.of_row[row])] = static_cast<std::uint32_t>(row);
  return values;
}

/// The dimensions of few values first; as many together as the bound allows, then the next.
std::vector<ValueStrata> divide_by_values(const Projects& list) {
  const std::size_t most = most_value_strata(list.size());
  std::vector<std::pair<Labels, FilterBits>> left;
  for (const Dimension dimension : kAllDimensions)
    if (auto labels = label_sets(list, dimension, most))
      left.emplace_back(std::move(*labels), bit_of(dimension));
  std::stable_sort(left.begin(), left.end(),
                   [](const auto& a, const auto& b) { return a.first.count < b.first.count; });
  std::vector<ValueStrata> divisions;
  while (!left.empty()) {
    Labels together{{}, 1};
    together.of_row.resize(list.size(), 0);
    FilterBits dimensions = 0;
    std::erase_if(left, [&](const auto& next) {
      auto pairs = pairs_of(together, next.first, most);
      if (pairs) {
        together = std::move(*pairs);
        dimensions |= next.second;
      }
      return pairs.has_value();
    });
    if (dimensions == 0)
      break;  // the rest has too many values each
    divisions.push_back(strata_of(together, dimensions));
  }
  return divisions;
}

template <class T>
RowNumber number_in(const Column<T>& column) {
  return [&column](std::size_t row) -> std::optional<std::int64_t> {
    if (!column.present[row])
      return std::nullopt;
    return as_number(column.values[row]);
  };
}

template <class T>
std::vector<std::int64_t> numbers_of(const std::vector<T>& edges) {
  std::vector<std::int64_t> numbers;
  numbers.reserve(edges.size());
  for (const T& edge : edges)
    numbers.push_back(as_number(edge));
  return numbers;
}

}  // namespace

ListStrata::ListStrata(const Dataset& dataset, const RowOrder& order, const RowBins& bins) {
  const Projects& list = *dataset.projects;
  const auto by_budget = [&] {
    budget = divide_by_number(list.size(), number_in(list.budget), numbers_of(bins.budget_edges()));
    Strata* const divisions[] = {&budget.strata};
    set_loose(divisions, dataset, order, {});
  };
  const auto by_dates = [&] {
    const auto begun = number_in(list.start), ended = number_in(list.end);
    const auto months = numbers_of(bins.months());
    start = divide_by_number(list.size(), begun, months);
    begin = start;  // with other loose rows
    Strata* const of_starts[] = {&start.strata};
    set_loose(of_starts, dataset, order, {});
    end = divide_by_number(
        list.size(), [&](std::size_t row) { return begun(row) ? ended(row) : std::nullopt; },
        months);
    if (begin.edges.empty() || end.edges.empty())
      return;
    Strata* const of_windows[] = {&begin.strata, &end.strata};
    set_loose(of_windows, dataset, order, [&](std::size_t row) {
      const auto from = begun(row), to = ended(row);
      return from && to && *to < *from;
    });
  };
  const auto by_values = [&] {
    values = divide_by_values(list);
    for (ValueStrata& division : values) {
      Strata* const divisions[] = {&division.strata};
      // What such a row brings hangs on the sectors that are chosen.
      std::function<bool(std::size_t)> odd;
      if ((division.dimensions & bit_of(Dimension::Sector)) != 0 && !list.sector_share.empty())
        odd = [&](std::size_t row) { return has_sector_shares(list, row); };
      set_loose(divisions, dataset, order, odd);
    }
  };
  const std::function<void()> parts[] = {by_budget, by_dates, by_values};
  in_parallel(std::size(parts), [&](std::size_t part) { parts[part](); });
}

}  // namespace malimap
