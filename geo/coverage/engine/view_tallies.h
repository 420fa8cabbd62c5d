#pragma once
// The sums behind all views of one filter, and how rows come into them.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/coverage/dimension_codes.h"
#include "geo/coverage/inside_units.h"
#include "geo/coverage/linked.h"
#include "geo/coverage/list_cover.h"
#include "geo/coverage/match.h"
#include "geo/coverage/timeline_tally.h"

namespace malimap {

class StrataFilter;

/// Some of the views, as the bits of the part of a filter that each looks past.
using Views = FilterBits;
inline constexpr Views kCoverageView = Views{1} << 31U;  // looks past nothing
inline constexpr Views kAllViews = ~Views{0};

/// Counts projects in the bins of a range, and those that are in none.
class BinTally {
 public:
  BinTally(std::size_t bins, bool rows_share_projects)
      : bins_(bins, rows_share_projects), whole_(1, rows_share_projects) {}
  void add(int bin, const RowFigures& figures);
  void merge(const BinTally& other);
  void take_away(const BinTally& other);
  void close();
  [[nodiscard]] std::vector<std::int64_t> projects() const;
  [[nodiscard]] std::int64_t without() const { return whole_[0].without_budget; }
  [[nodiscard]] std::size_t size() const { return bins_.size() + 1; }

 private:
  TallyTable bins_, whole_;
};

/// Sums over some rows of a list, for every view. Rows of one project must come one after another.
struct ViewTallies {
  explicit ViewTallies(const CoverageCube& cube);

  /// Of other, whole projects; the other must be closed.
  void merge(const ViewTallies& other, Views views = kAllViews);
  void take_away(const ViewTallies& other, Views views = kAllViews);
  /// No row is added any more.
  void close();
  [[nodiscard]] std::size_t bytes() const;
  /// What the sums say; `filter` is the one that they are under.
  [[nodiscard]] LinkedViews views(const CoverageCube& cube, const Filter& filter);

  Tallies coverage;
  std::vector<TallyTable> facets;  // by Dimension; behind its codes the rows without a value
  TallyTable left_out;  // projects whose place is known more coarsely than the filter's units
  BinTally budget, start;
  TimelineTally timeline;
};

/// A filter against one cube, for all threads. The cube must outlive it.
struct ViewFilter {
  ViewFilter(const CoverageCube& cube, Filter filter);
  const CoverageCube& cube;
  Filter filter;
  Matcher matches;
  InsideUnits inside;
};

/// Reads rows into sums, on one thread. Per row the parts of the filter that it fails are told as
/// bits: a row that fails none counts in every view; a row that fails one alone counts in the view
/// that looks past that part; any other row counts nowhere. (The idea of Crossfilter, Square 2012,
/// without its sorted indices, which cost memory a row and dimension.)
class ViewScan {
 public:
  /// The filter must outlive it.
  explicit ViewScan(const ViewFilter& filter);
  void add(std::size_t row, ViewTallies& to);
  /// The same where it is known what the row fails.
  void add(std::size_t row, FilterBits failed, ViewTallies& to);

 private:
  void add_everywhere(std::size_t row, ViewTallies& to);
  void add_where_missed(std::size_t row, FilterBits failed, ViewTallies& to);
  void add_to_facet(Dimension dimension, std::size_t row, const RowFigures& figures,
                    ViewTallies& to);
  void add_to_sectors(std::size_t row, ViewTallies& to);

  const ViewFilter* filter_;
  const RowBins* bins_;
  RowReader reader_;
  std::vector<DimensionCodes> codes_;  // by Dimension
};

/// The sums over the whole list, closed. On all cores where rows are many.
[[nodiscard]] ViewTallies scan_list(const ViewFilter& filter);
/// The same, where the strata of the list are at hand: rows that count nowhere are passed over.
[[nodiscard]] ViewTallies scan_list(const ViewFilter& filter, const StrataFilter& strata);
/// The same over some of its rows, which come in the list's RowOrder.
[[nodiscard]] ViewTallies scan_rows(const ViewFilter& filter, std::span<const std::uint32_t> rows);

}  // namespace malimap
