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

  GroupDimension(const CoverageCube& cube, const Filter& filter, Dimension dimension)
      : codes(*cube.dataset().projects, dimension), rank(codes.dictionary().size(), -1) {
    missing_allowed = values_of(filter, dimension).empty();
    int next = 0;
    for (const auto& facet : facets_of_list(cube, dimension, filter))
      if (allows(filter, dimension, facet.value))
        rank[static_cast<std::size_t>(codes.dictionary().find(facet.value))] = next++;
  }
  /// Ranks of the row's values; projects without a value come last.
  [[nodiscard]] std::vector<int> ranks_of(std::size_t project) {
    std::vector<int> ranks;
    for (const Code code : codes.of(project))
      if (const int found = rank_of(code); found >= 0)
        ranks.push_back(found);
    return ranks;
  }
  /// -1: not allowed.
  [[nodiscard]] int rank_of(Code code) const {
    if (code == kMissing)
      return missing_allowed ? static_cast<int>(rank.size()) : -1;
    return rank[static_cast<std::size_t>(code)];
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
  const Matcher matches(cube, filter);
  const InsideUnits inside(cube.placement(), filter.units);
  RowReader reader(dataset, &cube.placement(), filter);
  Tallies tallies(dataset, cube.placement());
  TallyTable left_out(1, !project_numbers(dataset).empty());
  for (std::size_t i = 0; i < cube.order().size(); ++i) {
    const std::size_t row = cube.order().row(i);
    const FilterBits failed = matches.fails(row);
    if (failed == 0)
      tallies.add(reader.row(row));
    else if (failed == bit_of(FilterPart::Units) && inside.row_known_more_coarsely(row))
      left_out.add(0, reader.amounts(row), false, Cents{});
  }
  Coverage coverage = tallies.coverage(cube.placement(), cube.level(), inside);
  finish_list_coverage(coverage, cube, filter, left_out[0].projects);
  return coverage;
}

void finish_list_coverage(Coverage& coverage, const CoverageCube& cube, const Filter& filter,
                          std::int64_t known_more_coarsely) {
  add_list_notes(coverage, *cube.dataset().projects, filter);
  add_unit_notes(coverage, InsideUnits(cube.placement(), filter.units), known_more_coarsely);
}

std::vector<CoverageGroup> group_list(const CoverageCube& cube, const Filter& filter,
                                      std::span<const Dimension> dimensions) {
  const Dataset& dataset = cube.dataset();
  std::vector<GroupDimension> grouping;
  for (const Dimension dimension : dimensions)
    grouping.emplace_back(cube, filter, dimension);
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
  const Matcher matches(cube, filter);
  const InsideUnits inside(cube.placement(), filter.units);
  RowReader reader(dataset, &cube.placement(), filter);
  // One dimension is what views ask for at every filter: its groups are found without a search.
  std::vector<Tallies*> of_rank(grouping.size() == 1 ? grouping.front().rank.size() + 1 : 0);
  const auto add_to_one = [&](std::size_t row) {
    for (const Code code : grouping.front().codes.of(row)) {
      const int rank = grouping.front().rank_of(code);
      if (rank < 0)
        continue;
      Tallies*& tallies = of_rank[static_cast<std::size_t>(rank)];
      if (!tallies)
        tallies = &group({rank});
      tallies->add(by_sector == 0 ? reader.row_in_sector(row, code) : reader.row(row));
    }
  };
  for (std::size_t i = 0; i < cube.order().size(); ++i) {
    const std::size_t row = cube.order().row(i);
    if (!matches(row))
      continue;
    if (grouping.size() == 1) {
      add_to_one(row);
      continue;
    }
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
    next.coverage = tallies.coverage(cube.placement(), cube.level(), inside);
  }
  return result;
}

namespace {

void add_to_facet(TallyTable& tallies, DimensionCodes& codes, RowReader& reader,
                  Dimension dimension, std::size_t row) {
  for (const Code code : codes.of(row)) {
    if (code == kMissing)
      continue;
    const RowFigures& figures =
        dimension == Dimension::Sector ? reader.amounts_in_sector(row, code) : reader.amounts(row);
    tallies.add(static_cast<std::size_t>(code), figures, figures.has_budget, figures.budget);
  }
}

std::vector<FacetValue> count_facets(const Dataset& dataset, const Placement* placement,
                                     const RowOrder& order, const Matcher& matches,
                                     Dimension dimension, const Filter& filter) {
  DimensionCodes codes(*dataset.projects, dimension);
  TallyTable tallies(codes.dictionary().size(), !project_numbers(dataset).empty());
  RowReader reader(dataset, placement, filter);
  for (std::size_t i = 0; i < order.size(); ++i)
    if (const std::size_t row = order.row(i); matches(row))
      add_to_facet(tallies, codes, reader, dimension, row);
  return facet_values(tallies, codes.dictionary(), dataset, dimension);
}

}  // namespace

std::vector<FacetValue> facet_values(const TallyTable& tallies, const Dictionary& dictionary,
                                     const Dataset& dataset, Dimension dimension) {
  std::vector<FacetValue> values;
  values.reserve(dictionary.size());
  for (std::size_t code = 0; code < dictionary.size(); ++code)
    values.push_back({dictionary.text(static_cast<Code>(code)),
                      tallies[code].figures(dataset.projects->has_budgets), false});
  put_in_order(values, dimension);
  return values;
}

std::vector<FacetValue> facets_of_list(const CoverageCube& cube, Dimension dimension,
                                       const Filter& filter) {
  return count_facets(cube.dataset(), &cube.placement(), cube.order(),
                      Matcher(cube, filter, dimension), dimension, filter);
}

std::vector<FacetValue> facets_of_list(const Dataset& dataset, Dimension dimension,
                                       const Filter& filter) {
  return count_facets(dataset, nullptr, RowOrder(dataset),
                      Matcher(*dataset.projects, filter, dimension), dimension, filter);
}

std::vector<ProjectIndex> projects_in(const CoverageCube& cube, int zone, const Filter& filter) {
  std::vector<ProjectIndex> found;
  if (cube.dataset().aggregates)
    return found;
  const Matcher matches(cube, filter);
  const InsideUnits inside(cube.placement(), filter.units);
  for (std::size_t p = 0; p < cube.dataset().projects->size(); ++p) {
    const auto parts = cube.placement().parts_of(p);
    const auto here = [&](const ProjectPart& part) {
      return part.slot == zone && inside.place(part.known);
    };
    if (std::any_of(parts.begin(), parts.end(), here) && matches(p))
      found.push_back(static_cast<ProjectIndex>(p));
  }
  return found;
}

std::vector<ProjectIndex> projects_under(const CoverageCube& cube, const Filter& filter) {
  const Matcher matches(cube, filter);
  std::vector<ProjectIndex> found;
  for (std::size_t p = 0; p < cube.dataset().projects->size(); ++p)
    if (matches(p))
      found.push_back(static_cast<ProjectIndex>(p));
  return found;
}

}  // namespace malimap
