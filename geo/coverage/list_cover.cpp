#include "geo/coverage/list_cover.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "geo/coverage/notes.h"
#include "geo/coverage/tally.h"

namespace malimap {
namespace {

/// The codes of one row in one dimension, each once; {kMissing} for a row without a value.
class DimensionCodes {
 public:
  DimensionCodes(const Projects& projects, Dimension dimension) {
    switch (dimension) {
      case Dimension::Fund:
        single_ = &projects.fund;
        break;
      case Dimension::Status:
        single_ = &projects.status;
        break;
      case Dimension::Sector:
        multi_ = &projects.sector;
        break;
      case Dimension::Donor:
        multi_ = &projects.donor;
        break;
      case Dimension::Partner:
        multi_ = &projects.partner;
        break;
    }
  }
  [[nodiscard]] const Dictionary& dictionary() const {
    return single_ ? single_->dictionary : multi_->dictionary;
  }
  [[nodiscard]] std::vector<Code> of(std::size_t project) const {
    std::vector<Code> codes;
    if (single_) {
      codes.push_back(single_->codes[project]);
    } else {
      const auto all = multi_->at(project);
      codes.assign(all.begin(), all.end());
      std::sort(codes.begin(), codes.end());
      codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    }
    if (codes.empty())
      codes.push_back(kMissing);
    return codes;
  }

 private:
  const DictionaryColumn* single_ = nullptr;
  const MultiDictionaryColumn* multi_ = nullptr;
};

/// Natural order of the statuses that the program knows; others come behind them.
int status_rank(const std::string& status) {
  constexpr std::array kOrder = {"completed", "ongoing", "approved", "planned"};
  const auto found = std::find(kOrder.begin(), kOrder.end(), status);
  return static_cast<int>(found - kOrder.begin());
}

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

  GroupDimension(const Projects& projects, const Filter& filter, Dimension dimension)
      : codes(projects, dimension), rank(codes.dictionary().size(), -1) {
    missing_allowed = values_of(filter, dimension).empty();
    int next = 0;
    for (const auto& facet : facets_of_list(projects, dimension, filter))
      if (missing_allowed || values_of(filter, dimension).contains(facet.value))
        rank[static_cast<std::size_t>(codes.dictionary().find(facet.value))] = next++;
  }
  /// Ranks of the row's values; projects without a value come last.
  [[nodiscard]] std::vector<int> ranks_of(std::size_t project) const {
    std::vector<int> ranks;
    for (const Code code : codes.of(project)) {
      if (code == kMissing && missing_allowed)
        ranks.push_back(static_cast<int>(rank.size()));
      else if (code != kMissing && rank[static_cast<std::size_t>(code)] >= 0)
        ranks.push_back(rank[static_cast<std::size_t>(code)]);
    }
    return ranks;
  }
  [[nodiscard]] std::optional<std::string> value(int wanted) const {
    const auto found = std::find(rank.begin(), rank.end(), wanted);
    if (found == rank.end())
      return std::nullopt;
    return codes.dictionary().text(static_cast<Code>(found - rank.begin()));
  }
};

/// All combinations of one rank from each dimension.
std::vector<std::vector<int>> combinations(const std::vector<GroupDimension>& dimensions,
                                           std::size_t project) {
  std::vector<std::vector<int>> all{{}};
  for (const auto& dimension : dimensions) {
    std::vector<std::vector<int>> longer;
    for (const auto& start : all)
      for (const int rank : dimension.ranks_of(project)) {
        longer.push_back(start);
        longer.back().push_back(rank);
      }
    all = std::move(longer);
  }
  return all;
}

}  // namespace

Coverage cover_list(const CoverageCube& cube, const Filter& filter) {
  const Projects& projects = *cube.dataset().projects;
  const Matcher matches(projects, filter);
  Tallies tallies(cube.placement());
  for (std::size_t p = 0; p < projects.size(); ++p)
    if (matches(p))
      tallies.add(projects, cube.placement(), p);
  Coverage coverage = tallies.coverage(cube.placement(), cube.level(), projects.has_budgets);
  add_list_notes(coverage, projects);
  return coverage;
}

std::vector<CoverageGroup> group_list(const CoverageCube& cube, const Filter& filter,
                                      std::span<const Dimension> dimensions) {
  const Projects& projects = *cube.dataset().projects;
  std::vector<GroupDimension> grouping;
  for (const Dimension dimension : dimensions)
    grouping.emplace_back(projects, filter, dimension);

  std::map<std::vector<int>, Tallies> groups;
  if (grouping.empty())
    groups.try_emplace(std::vector<int>{}, cube.placement());
  if (grouping.size() == 1)
    for (const int rank : grouping.front().rank)
      if (rank >= 0)
        groups.try_emplace(std::vector<int>{rank}, cube.placement());
  const Matcher matches(projects, filter);
  for (std::size_t p = 0; p < projects.size(); ++p) {
    if (!matches(p))
      continue;
    for (auto& ranks : combinations(grouping, p))
      groups.try_emplace(ranks, cube.placement()).first->second.add(projects, cube.placement(), p);
  }

  std::vector<CoverageGroup> result;
  for (const auto& [ranks, tallies] : groups) {
    auto& group = result.emplace_back();
    for (std::size_t d = 0; d < grouping.size(); ++d)
      group.values.push_back(grouping[d].value(ranks[d]));
    group.coverage = tallies.coverage(cube.placement(), cube.level(), projects.has_budgets);
  }
  return result;
}

std::vector<FacetValue> facets_of_list(const Projects& projects, Dimension dimension,
                                       const Filter& filter) {
  const DimensionCodes codes(projects, dimension);
  std::vector<Tally> tallies(codes.dictionary().size());
  const Matcher matches(projects, filter, dimension);
  for (std::size_t p = 0; p < projects.size(); ++p) {
    if (!matches(p))
      continue;
    const auto budget = projects.budget.at(p);
    for (const Code code : codes.of(p))
      if (code != kMissing)
        tallies[static_cast<std::size_t>(code)].add(projects.count[p], budget.has_value(),
                                                    budget.value_or(Cents{}));
  }
  std::vector<FacetValue> values;
  for (std::size_t code = 0; code < tallies.size(); ++code)
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

}  // namespace malimap
