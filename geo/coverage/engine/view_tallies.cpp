#include "geo/coverage/engine/view_tallies.h"

#include <algorithm>

namespace malimap {
namespace {

template <class T>
std::size_t bins_of(const std::vector<T>& edges) {
  return edges.empty() ? 0 : edges.size() - 1;
}

bool rows_share_projects(const CoverageCube& cube) {
  return !project_numbers(cube.dataset()).empty();
}

/// Calls act(one's, other's) for the sums of each of the views.
template <class Act>
void each_of(Views views, ViewTallies& one, const ViewTallies& other, Act act) {
  const auto wanted = [views](Views view) { return (views & view) != 0; };
  if (wanted(kCoverageView))
    act(one.coverage, other.coverage);
  for (const Dimension dimension : kAllDimensions)
    if (const auto d = static_cast<std::size_t>(dimension); wanted(bit_of(dimension)))
      act(one.facets[d], other.facets[d]);
  if (wanted(bit_of(FilterPart::Units)))
    act(one.left_out, other.left_out);
  if (wanted(bit_of(FilterPart::Budget)))
    act(one.budget, other.budget);
  if (wanted(bit_of(FilterPart::Start)))
    act(one.start, other.start);
  if (wanted(bit_of(FilterPart::Active)))
    act(one.timeline, other.timeline);
}

}  // namespace

void BinTally::add(int bin, const RowFigures& figures) {
  const bool known = bin != RowBins::kNone;
  if (known)
    bins_.add(static_cast<std::size_t>(bin), figures, true, {});
  whole_.add(0, figures, known, {});
}

void BinTally::merge(const BinTally& other) {
  bins_.merge(other.bins_);
  whole_.merge(other.whole_);
}

void BinTally::take_away(const BinTally& other) {
  bins_.take_away(other.bins_);
  whole_.take_away(other.whole_);
}

void BinTally::close() {
  bins_.close();
  whole_.close();
}

std::vector<std::int64_t> BinTally::projects() const {
  std::vector<std::int64_t> all;
  all.reserve(bins_.size());
  for (std::size_t bin = 0; bin < bins_.size(); ++bin)
    all.push_back(bins_[bin].projects);
  return all;
}

ViewTallies::ViewTallies(const CoverageCube& cube)
    : coverage(cube.dataset(), cube.placement()),
      left_out(1, rows_share_projects(cube)),
      budget(bins_of(cube.bins().budget_edges()), rows_share_projects(cube)),
      start(bins_of(cube.bins().start_edges()), rows_share_projects(cube)),
      timeline(cube.bins(), rows_share_projects(cube)) {
  for (const Dimension dimension : kAllDimensions)
    facets.emplace_back(DimensionCodes(*cube.dataset().projects, dimension).dictionary().size() + 1,
                        rows_share_projects(cube));
}

void ViewTallies::merge(const ViewTallies& other, Views views) {
  each_of(views, *this, other, [](auto& to, const auto& from) { to.merge(from); });
}

void ViewTallies::take_away(const ViewTallies& other, Views views) {
  each_of(views, *this, other, [](auto& to, const auto& from) { to.take_away(from); });
}

void ViewTallies::close() {
  coverage.close();
  for (TallyTable& facet : facets)
    facet.close();
  left_out.close();
  budget.close();
  start.close();
  timeline.finish();
}

std::size_t ViewTallies::bytes() const {
  std::size_t tallies = coverage.size() + left_out.size() + budget.size() + start.size();
  for (const TallyTable& facet : facets)
    tallies += facet.size();
  return sizeof(*this) + tallies * sizeof(Tally) + timeline.bytes();
}

LinkedViews ViewTallies::views(const CoverageCube& cube, const Filter& filter) {
  LinkedViews views;
  const InsideUnits inside(cube.placement(), filter.units);
  views.coverage = coverage.coverage(cube.placement(), cube.level(), inside);
  finish_list_coverage(views.coverage, cube, filter, left_out[0].projects);
  const Projects& list = *cube.dataset().projects;
  for (const Dimension dimension : kAllDimensions) {
    const auto d = static_cast<std::size_t>(dimension);
    const Dictionary& dictionary = DimensionCodes(list, dimension).dictionary();
    views.facets[d] = facet_values(facets[d], dictionary, cube.dataset(), dimension);
    for (FacetValue& value : views.facets[d])
      value.selected = values_of(filter, dimension).contains(value.value);
    views.without_value[d] = facets[d][dictionary.size()].figures(list.has_budgets);
  }
  const RowBins& bins = cube.bins();
  views.budget = {bins.budget_edges(), budget.projects(), budget.without()};
  views.start = {bins.start_edges(), start.projects(), start.without()};
  views.timeline = timeline.timeline();
  return views;
}

}  // namespace malimap
