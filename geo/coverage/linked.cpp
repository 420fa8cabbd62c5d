// One pass over the rows for all views. Per row the parts of the filter that it fails are told as
// bits: a row that fails none counts in every view; a row that fails one alone counts in the view
// that looks past that part; any other row counts nowhere. (The idea of Crossfilter, Square 2012,
// without its sorted indices, which cost memory a row and dimension.)

#include "geo/coverage/linked.h"

#include <algorithm>
#include <optional>

#include "geo/base/parallel.h"
#include "geo/coverage/list_cover.h"
#include "geo/coverage/match.h"
#include "geo/coverage/timeline_tally.h"

namespace malimap {
namespace {

constexpr std::size_t kRowsWorthAThread = 20000;

/// Counts projects in the bins of a range, and those that are in none.
class BinTally {
 public:
  BinTally(std::size_t bins, bool rows_share_projects)
      : bins_(bins, rows_share_projects), whole_(1, rows_share_projects) {}
  void add(int bin, const RowFigures& figures) {
    const bool known = bin != RowBins::kNone;
    if (known)
      bins_.add(static_cast<std::size_t>(bin), figures, true, {});
    whole_.add(0, figures, known, {});
  }
  void merge(const BinTally& other) {
    bins_.merge(other.bins_);
    whole_.merge(other.whole_);
  }
  [[nodiscard]] std::vector<std::int64_t> projects() const {
    std::vector<std::int64_t> all;
    for (std::size_t bin = 0; bin < bins_.size(); ++bin)
      all.push_back(bins_[bin].projects);
    return all;
  }
  [[nodiscard]] std::int64_t without() const { return whole_[0].without_budget; }

 private:
  TallyTable bins_, whole_;
};

/// What all threads share.
struct Shared {
  const CoverageCube& cube;
  const Filter& filter;
  Matcher matches;
  InsideUnits inside;
  bool rows_share_projects;
};

/// One thread's sums over its stretch of rows.
class Pass {
 public:
  explicit Pass(const Shared& shared)
      : shared_(&shared),
        bins_(&shared.cube.bins()),
        reader_(shared.cube.dataset(), &shared.cube.placement(), shared.filter),
        tallies_(shared.cube.dataset(), shared.cube.placement()),
        left_out_(1, shared.rows_share_projects),
        budget_(bins_of(bins_->budget_edges()), shared.rows_share_projects),
        start_(bins_of(bins_->start_edges()), shared.rows_share_projects),
        timeline_(*bins_, shared.rows_share_projects) {
    for (const Dimension dimension : kAllDimensions) {
      codes_.emplace_back(*shared.cube.dataset().projects, dimension);
      facets_.emplace_back(codes_.back().dictionary().size(), shared.rows_share_projects);
    }
  }

  void run(std::size_t first, std::size_t last) {
    const RowOrder& order = shared_->cube.order();
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t row = order.row(i);
      if (const FilterBits failed = shared_->matches.fails(row); failed == 0)
        add_everywhere(row);
      else if ((failed & (failed - 1)) == 0)
        add_where_missed(row, failed);
    }
  }

  void merge(Pass& other) {
    tallies_.merge(other.tallies_);
    left_out_.merge(other.left_out_);
    for (std::size_t d = 0; d < facets_.size(); ++d)
      facets_[d].merge(other.facets_[d]);
    budget_.merge(other.budget_);
    start_.merge(other.start_);
    timeline_.merge(other.timeline_);
  }

  [[nodiscard]] LinkedViews views() {
    const CoverageCube& cube = shared_->cube;
    LinkedViews views;
    views.coverage = tallies_.coverage(cube.placement(), cube.level(), shared_->inside);
    finish_list_coverage(views.coverage, cube, shared_->filter, left_out_[0].projects);
    for (const Dimension dimension : kAllDimensions) {
      const auto d = static_cast<std::size_t>(dimension);
      views.facets[d] = facet_values(facets_[d], codes_[d].dictionary(), cube.dataset(), dimension);
      for (FacetValue& value : views.facets[d])
        value.selected = values_of(shared_->filter, dimension).contains(value.value);
    }
    views.budget = {bins_->budget_edges(), budget_.projects(), budget_.without()};
    views.start = {bins_->start_edges(), start_.projects(), start_.without()};
    views.timeline = timeline_.timeline();
    return views;
  }

 private:
  template <class T>
  static std::size_t bins_of(const std::vector<T>& edges) {
    return edges.empty() ? 0 : edges.size() - 1;
  }

  void add_everywhere(std::size_t row) {
    const RowFigures& figures = reader_.row(row);
    const RowBins::Row& bin = (*bins_)[row];
    tallies_.add(figures);
    for (const Dimension dimension : kAllDimensions)
      if (dimension != Dimension::Sector)
        add_to_facet(dimension, row, figures);
    budget_.add(bin.budget, figures);
    start_.add(bin.start, figures);
    timeline_.add(row, figures);
    add_to_sectors(row);  // last: the reader's figures become those of one sector
  }

  void add_where_missed(std::size_t row, FilterBits failed) {
    if (failed == bit_of(FilterPart::Budget))
      budget_.add((*bins_)[row].budget, reader_.amounts(row));
    else if (failed == bit_of(FilterPart::Start))
      start_.add((*bins_)[row].start, reader_.amounts(row));
    else if (failed == bit_of(FilterPart::Active))
      timeline_.add(row, reader_.amounts(row));
    else if (failed == bit_of(FilterPart::Units))
      add_left_out(row);
    else if (failed == bit_of(Dimension::Sector))
      add_to_sectors(row);
    else if (failed != bit_of(FilterPart::Text))
      add_to_facet(dimension_of(failed), row, reader_.amounts(row));
  }

  static Dimension dimension_of(FilterBits failed) {
    return *std::find_if(kAllDimensions.begin(), kAllDimensions.end(),
                         [&](Dimension dimension) { return bit_of(dimension) == failed; });
  }
  void add_to_facet(Dimension dimension, std::size_t row, const RowFigures& figures) {
    const auto d = static_cast<std::size_t>(dimension);
    for (const Code code : codes_[d].of(row))
      if (code != kMissing)
        facets_[d].add(static_cast<std::size_t>(code), figures, figures.has_budget, figures.budget);
  }
  void add_to_sectors(std::size_t row) {
    constexpr auto kSector = static_cast<std::size_t>(Dimension::Sector);
    malimap::add_to_facet(facets_[kSector], codes_[kSector], reader_, Dimension::Sector, row);
  }
  void add_left_out(std::size_t row) {
    if (shared_->inside.row_known_more_coarsely(row))
      left_out_.add(0, reader_.amounts(row), false, Cents{});
  }

  const Shared* shared_;
  const RowBins* bins_;
  RowReader reader_;
  Tallies tallies_;
  std::vector<DimensionCodes> codes_;
  std::vector<TallyTable> facets_;  // by Dimension
  TallyTable left_out_;  // projects whose place is known more coarsely than the filter's units
  BinTally budget_, start_;
  TimelineTally timeline_;
};

/// Where each thread begins, so that no project's rows are on two of them.
std::vector<std::size_t> cuts_of(const CoverageCube& cube) {
  const std::size_t rows = cube.order().size();
  const std::size_t threads = std::clamp<std::size_t>(rows / kRowsWorthAThread, 1, worker_count());
  const auto numbers = project_numbers(cube.dataset());
  std::vector<std::size_t> cuts{0};
  for (std::size_t t = 1; t < threads; ++t) {
    std::size_t cut = std::max(cuts.back(), rows * t / threads);
    while (!numbers.empty() && cut > 0 && cut < rows &&
           numbers[cube.order().row(cut)] == numbers[cube.order().row(cut - 1)])
      ++cut;
    cuts.push_back(cut);
  }
  cuts.push_back(rows);
  return cuts;
}

LinkedViews views_of_list(const CoverageCube& cube, const Filter& filter) {
  const Shared shared{cube, filter, Matcher(cube, filter),
                      InsideUnits(cube.placement(), filter.units),
                      !project_numbers(cube.dataset()).empty()};
  const auto cuts = cuts_of(cube);
  std::vector<std::optional<Pass>> passes(cuts.size() - 1);
  in_parallel(passes.size(), [&](std::size_t t) {
    passes[t].emplace(shared);
    passes[t]->run(cuts[t], cuts[t + 1]);
  });
  for (std::size_t t = 1; t < passes.size(); ++t)
    passes[0]->merge(*passes[t]);
  return passes[0]->views();
}

}  // namespace

LinkedViews linked_views(const CoverageCube& cube, const Filter& filter) {
  if (!cube.dataset().aggregates)
    return views_of_list(cube, filter);
  LinkedViews views;
  views.coverage = cover(cube, filter);
  for (const Dimension dimension : kAllDimensions)
    views.facets[static_cast<std::size_t>(dimension)] = facets(cube, dimension, filter);
  return views;
}

}  // namespace malimap
