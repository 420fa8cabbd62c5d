// Rows into the sums of all views.

#include <algorithm>
#include <array>
#include <optional>

#include "geo/base/parallel.h"
#include "geo/coverage/engine/strata_filter.h"
#include "geo/coverage/engine/view_tallies.h"

namespace malimap {
namespace {

constexpr std::size_t kRowsWorthAThread = 4000;
constexpr std::size_t kLookedAhead = 1024;

Dimension dimension_of(FilterBits failed) {
  return *std::find_if(kAllDimensions.begin(), kAllDimensions.end(),
                       [&](Dimension dimension) { return bit_of(dimension) == failed; });
}

/// Where each thread begins, so that no project's rows are on two of them.
template <class RowAt>
std::vector<std::size_t> cuts_of(const CoverageCube& cube, std::size_t count, RowAt row) {
  const std::size_t threads = std::clamp<std::size_t>(count / kRowsWorthAThread, 1, worker_count());
  const auto numbers = project_numbers(cube.dataset());
  std::vector<std::size_t> cuts{0};
  for (std::size_t t = 1; t < threads; ++t) {
    std::size_t cut = std::max(cuts.back(), count * t / threads);
    while (!numbers.empty() && cut > 0 && cut < count && numbers[row(cut)] == numbers[row(cut - 1)])
      ++cut;
    cuts.push_back(cut);
  }
  cuts.push_back(count);
  return cuts;
}

/// `read(scan, from, to, sums)` reads the rows of one thread.
template <class RowAt, class Read>
ViewTallies scan(const ViewFilter& filter, std::size_t count, RowAt row, Read read) {
  const auto cuts = cuts_of(filter.cube, count, row);
  std::vector<std::optional<ViewTallies>> parts(cuts.size() - 1);
  in_parallel(parts.size(), [&](std::size_t t) {
    ViewScan reading(filter);
    ViewTallies& sums = parts[t].emplace(filter.cube);
    read(reading, cuts[t], cuts[t + 1], sums);
    sums.close();
  });
  for (std::size_t t = 1; t < parts.size(); ++t)
    parts[0]->merge(*parts[t]);
  return std::move(*parts[0]);
}

template <class RowAt>
ViewTallies scan_each(const ViewFilter& filter, std::size_t count, RowAt row) {
  return scan(filter, count, row,
              [&](ViewScan& scan, std::size_t from, std::size_t to, ViewTallies& sums) {
                for (std::size_t i = from; i < to; ++i)
                  scan.add(row(i), sums);
              });
}

}  // namespace

ViewFilter::ViewFilter(const CoverageCube& of, Filter wanted)
    : cube(of),
      filter(std::move(wanted)),
      matches(of, filter),
      inside(of.placement(), filter.units) {}

ViewScan::ViewScan(const ViewFilter& filter)
    : filter_(&filter),
      bins_(&filter.cube.bins()),
      reader_(filter.cube.dataset(), &filter.cube.placement(), filter.filter) {
  for (const Dimension dimension : kAllDimensions)
    codes_.emplace_back(*filter.cube.dataset().projects, dimension);
}

void ViewScan::add(std::size_t row, ViewTallies& to) {
  add(row, filter_->matches.fails(row), to);
}

void ViewScan::add(std::size_t row, FilterBits failed, ViewTallies& to) {
  if (failed == 0)
    add_everywhere(row, to);
  else if ((failed & (failed - 1)) == 0)
    add_where_missed(row, failed, to);
}

void ViewScan::add_everywhere(std::size_t row, ViewTallies& to) {
  const RowFigures& figures = reader_.row(row);
  const RowBins::Row& bin = (*bins_)[row];
  to.coverage.add(figures);
  for (const Dimension dimension : kAllDimensions)
    if (dimension != Dimension::Sector)
      add_to_facet(dimension, row, figures, to);
  to.budget.add(bin.budget, figures);
  to.start.add(bin.start, figures);
  to.timeline.add(row, figures);
  add_to_sectors(row, to);  // last: the reader's figures become those of one sector
}

void ViewScan::add_where_missed(std::size_t row, FilterBits failed, ViewTallies& to) {
  if (failed == bit_of(FilterPart::Budget)) {
    to.budget.add((*bins_)[row].budget, reader_.amounts(row));
  } else if (failed == bit_of(FilterPart::Start)) {
    to.start.add((*bins_)[row].start, reader_.amounts(row));
  } else if (failed == bit_of(FilterPart::Active)) {
    to.timeline.add(row, reader_.amounts(row));
  } else if (failed == bit_of(FilterPart::Units)) {
    if (filter_->inside.row_known_more_coarsely(row))
      to.left_out.add(0, reader_.amounts(row), false, Cents{});
  } else if (failed == bit_of(Dimension::Sector)) {
    add_to_sectors(row, to);
  } else if (failed != bit_of(FilterPart::Text)) {
    add_to_facet(dimension_of(failed), row, reader_.amounts(row), to);
  }
}

void ViewScan::add_to_facet(Dimension dimension, std::size_t row, const RowFigures& figures,
                            ViewTallies& to) {
  const auto d = static_cast<std::size_t>(dimension);
  TallyTable& facet = to.facets[d];
  for (const Code code : codes_[d].of(row))
    facet.add(code == kMissing ? facet.size() - 1 : static_cast<std::size_t>(code), figures,
              figures.has_budget, figures.budget);
}

void ViewScan::add_to_sectors(std::size_t row, ViewTallies& to) {
  constexpr auto kSector = static_cast<std::size_t>(Dimension::Sector);
  TallyTable& facet = to.facets[kSector];
  for (const Code code : codes_[kSector].of(row)) {
    const RowFigures& figures = reader_.amounts_in_sector(row, code);
    facet.add(code == kMissing ? facet.size() - 1 : static_cast<std::size_t>(code), figures,
              figures.has_budget, figures.budget);
  }
}

ViewTallies scan_list(const ViewFilter& filter) {
  const RowOrder& order = filter.cube.order();
  return scan_each(filter, order.size(), [&](std::size_t i) { return order.row(i); });
}

ViewTallies scan_list(const ViewFilter& filter, const StrataFilter& strata) {
  const RowOrder& order = filter.cube.order();
  const auto row_at = [&](std::size_t i) { return order.row(i); };
  const auto read = [&](ViewScan& scan, std::size_t from, std::size_t to, ViewTallies& sums) {
    std::array<std::size_t, kLookedAhead> rows;
    std::array<StrataFilter::Verdict, kLookedAhead> verdicts;
    while (from < to) {
      // Without a branch, which would be guessed wrong for every tenth row.
      std::size_t kept = 0;
      for (const std::size_t end = std::min(to, from + kLookedAhead); from < end; ++from) {
        const std::size_t row = order.row(from);
        const StrataFilter::Verdict verdict = strata(row);
        rows[kept] = row;
        verdicts[kept] = verdict;
        kept += StrataFilter::fails_several(verdict) ? 0 : 1;
      }
      for (std::size_t i = 0; i < kept; ++i)
        if ((verdicts[i] & StrataFilter::kUnsure) != 0)
          scan.add(rows[i], sums);
        else
          scan.add(rows[i], verdicts[i], sums);
    }
  };
  return scan(filter, order.size(), row_at, read);
}

ViewTallies scan_rows(const ViewFilter& filter, std::span<const std::uint32_t> rows) {
  return scan_each(filter, rows.size(), [&](std::size_t i) { return std::size_t{rows[i]}; });
}

}  // namespace malimap
