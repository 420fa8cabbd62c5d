#include "geo/coverage/list_cover.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "geo/coverage/dimension_codes.h"
#include "geo/coverage/notes.h"
#include "geo/coverage/tally.h"

namespace malimap {
namespace {

void put_in_order(std::vector<FacetValue>& values, Dimension dimension) {
  const auto count = [](const FacetValue& value) { return value.figures.projects.value_or(0); };
  std::stable_sort(values.begin(), values.end(), [&](const FacetValue& a, const FacetValue& b) {
    if (dimension == Dimension::Status)
      return status_rank(a.value) < status_rank(b.value);
    return dimension != Dimension::Fund && count(a) > count(b);
  });
}

/// One dimension of a grouping: which codes the filter allows, and in which order they come.
struct GroupDimension {
  DimensionCodes codes;
  std::vector<int> rank;  // per code; -1: not allowed
  bool missing_allowed = true;

  GroupDimension(const Dataset& dataset, const Filter& filter, Dimension dimension)
      : codes(*dataset.projects, dimension), rank(codes.dictionary().size(), -1) {
    missing_allowed = values_of(filter, dimension).empty();
    int next = 0;
    for (const auto& facet : facets_of_list(dataset, dimension, filter))
      if (missing_allowed || values_of(filter, dimension).contains(facet.value))
        rank[static_cast<std::size_t>(codes.dictionary().find(facet.value))] = next++;
  }
  /// Ranks of the row's values; projects without a value come last.
  [[nodiscard]] std::vector<int> ranks_of(std::size_t project) {
    std::vector<int> ranks;
    for (const Code code : codes.of(project)) {
      if (code == kMissing && missing_allowed)
        ranks.push_back(static_cast<int>(rank.size()));
      else if (code != kMissing && rank[static_cast<std::size_t>(code)] >= 0)
        ranks.push_back(rank[static_cast<std::size_t>(code)]);
    }
    return ranks;
  }
  [[nodiscard]] Code code(int wanted) const {
    const auto found = std::find(rank.begin(), rank.end(), wanted);
    return found == rank.end() ? kMissing : static_cast<Code>(found - rank.begin());
  }
  [[nodiscard]] std::optional<std::string> value(int wanted) const {
    const Code found = code(wanted);
    return found == kMissing ? std::nullopt : std::optional(codes.dictionary().text(found));
  }
};

/// All combinations of one rank from each dimension.
std::vector<std::vector<int>> combinations(std::vector<GroupDimension>& dimensions,
                                           std::size_t project) {
  std::vector<std::vector<int>> all{{}};
  for (auto& dimension : dimensions) {
    std::vector<std::vector<int>> longer;
    const auto ranks = dimension.ranks_of(project);
    for (const auto& start : all)
      for (const int rank : ranks) {
        longer.push_back(start);
        longer.back().push_back(rank);
      }
    all = std::move(longer);
  }
  return all;
}

}  // namespace

Coverage cover_list(const CoverageCube& cube, const Filter& filter) {
  const Dataset& dataset = cube.dataset();
  const Projects& projects = *dataset.projects;
  const Matcher matches(projects, filter);
  RowReader reader(dataset, &cube.placement(), filter);
  Tallies tallies(dataset, cube.placement());
  for (std::size_t i = 0; i < cube.order().size(); ++i)
    if (const std::size_t row = cube.order().row(i); matches(row))
      tallies.add(reader.row(row));
  Coverage coverage = tallies.coverage(cube.placement(), cube.level());
  add_list_notes(coverage, projects, filter);
  return coverage;
}

std::vector<CoverageGroup> group_list(const CoverageCube& cube, const Filter& filter,
                                      std::span<const Dimension> dimensions) {
  const Dataset& dataset = cube.dataset();
  std::vector<GroupDimension> grouping;
  for (const Dimension dimension : dimensions)
    grouping.emplace_back(dataset, filter, dimension);
  const auto by_sector = static_cast<std::size_t>(
      std::find(dimensions.begin(), dimensions.end(), Dimension::Sector) - dimensions.begin());

  std::map<std::vector<int>, Tallies> groups;
  const auto group = [&](const std::vector<int>& ranks) -> Tallies& {
    return groups.try_emplace(ranks, dataset, cube.placement()).first->second;
  };
  if (grouping.empty())
    group({});
  if (grouping.size() == 1)
    for (const int rank : grouping.front().rank)
      if (rank >= 0)
        group({rank});
  const Matcher matches(*dataset.projects, filter);
  RowReader reader(dataset, &cube.placement(), filter);
  for (std::size_t i = 0; i < cube.order().size(); ++i) {
    const std::size_t row = cube.order().row(i);
    if (!matches(row))
      continue;
    for (const auto& ranks : combinations(grouping, row))
      group(ranks).add(by_sector < ranks.size()
                           ? reader.row_in_sector(row, grouping[by_sector].code(ranks[by_sector]))
                           : reader.row(row));
  }

  std::vector<CoverageGroup> result;
  for (const auto& [ranks, tallies] : groups) {
    auto& next = result.emplace_back();
    for (std::size_t d = 0; d < grouping.size(); ++d)
      next.values.push_back(grouping[d].value(ranks[d]));
    next.coverage = tallies.coverage(cube.placement(), cube.level());
  }
  return result;
}

std::vector<FacetValue> facets_of_list(const Dataset& dataset, Dimension dimension,
                                       const Filter& filter) {
  const Projects& projects = *dataset.projects;
  const RowOrder order(dataset);
  DimensionCodes codes(projects, dimension);
  TallyTable tallies(codes.dictionary().size(), !project_numbers(dataset).empty());
  const Matcher matches(projects, filter, dimension);
  RowReader reader(dataset, nullptr, filter);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t row = order.row(i);
    if (!matches(row))
      continue;
    for (const Code code : codes.of(row)) {
      if (code == kMissing)
        continue;
      const RowFigures& figures =
          dimension == Dimension::Sector ? reader.row_in_sector(row, code) : reader.row(row);
      tallies.add(static_cast<std::size_t>(code), figures, figures.has_budget, figures.budget);
    }
  }
  std::vector<FacetValue> values;
  for (std::size_t code = 0; code < codes.dictionary().size(); ++code)
    values.push_back({codes.dictionary().text(static_cast<Code>(code)),
                      tallies[code].figures(projects.has_budgets), false});
  put_in_order(values, dimension);
  return values;
}

std::vector<ProjectIndex> projects_in(const CoverageCube& cube, int zone, const Filter& filter) {
  std::vector<ProjectIndex> found;
  if (cube.dataset().aggregates)
    return found;
  const Projects& projects = *cube.dataset().projects;
  const Matcher matches(projects, filter);
  for (std::size_t p = 0; p < projects.size(); ++p) {
    const auto parts = cube.placement().parts_of(p);
    const auto here = [&](const ProjectPart& part) { return part.slot == zone; };
    if (std::any_of(parts.begin(), parts.end(), here) && matches(p))
      found.push_back(static_cast<ProjectIndex>(p));
  }
  return found;
}

std::vector<ProjectIndex> projects_under(const CoverageCube& cube, const Filter& filter) {
  const Projects& projects = *cube.dataset().projects;
  const Matcher matches(projects, filter);
  std::vector<ProjectIndex> found;
  for (std::size_t p = 0; p < projects.size(); ++p)
    if (matches(p))
      found.push_back(static_cast<ProjectIndex>(p));
  return found;
}

}  // namespace malimap
