#include "geo/coverage/aggregate_cover.h"

#include <algorithm>
#include <array>
#include <utility>

#include "geo/coverage/notes.h"
#include "geo/coverage/tally.h"

namespace malimap {
namespace {

constexpr std::array kStatuses = {"completed", "ongoing"};

/// Whether the filter looks into single projects, of which sums know nothing.
bool asks_for_projects(const Filter& filter) {
  return !filter.donor.empty() || !filter.partner.empty() || filter.budget != CentsRange{} ||
         filter.start != DateRange{} || !filter.text.empty();
}

bool is_selected(const Filter& filter, const std::string& fund) {
  return filter.fund.empty() || filter.fund.contains(fund);
}

std::vector<std::string> selected_funds(const Aggregates& aggregates, const Filter& filter) {
  std::vector<std::string> funds;
  for (const auto& fund : aggregates.funds)
    if (is_selected(filter, fund))
      funds.push_back(fund);
  return funds;
}

/// A sum that is unknown as soon as a part is, and as weak as its weakest part.
template <class T>
struct Sum {
  std::optional<T> value = T{};
  Basis basis = Basis::Published;
  void add(const std::optional<T>& part, Basis part_basis) {
    value = value && part ? std::optional<T>(*value + *part) : std::nullopt;
    basis = std::max(basis, part_basis);
  }
  [[nodiscard]] std::optional<T> get(bool any) const { return any ? value : std::nullopt; }
};

const KeyFigure* key_figure(const Aggregates& aggregates, const std::string& fund) {
  const auto& all = aggregates.key_figures;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const KeyFigure& key) { return key.fund == fund; });
  return found == all.end() ? nullptr : &*found;
}

std::optional<std::int64_t> projects_of_status(const KeyFigure* key, const std::string& status) {
  if (key && status == "completed")
    return key->completed;
  if (key && status == "ongoing")
    return key->ongoing;
  return std::nullopt;
}

Figures total_by_status(const Aggregates& aggregates, const Filter& filter) {
  Sum<std::int64_t> sum;
  const auto funds = selected_funds(aggregates, filter);
  for (const auto& fund : funds)
    for (const auto& status : filter.status)
      sum.add(projects_of_status(key_figure(aggregates, fund), status), Basis::Published);
  Figures figures;
  figures.projects = sum.get(!funds.empty());
  figures.projects_basis = sum.basis;
  figures.budget_basis = Basis::Published;
  return figures;
}

Figures total_by_sector(const Aggregates& aggregates, const Filter& filter) {
  Sum<Cents> sum;
  const auto funds = selected_funds(aggregates, filter);
  for (const auto& fund : funds)
    for (const auto& sector : filter.sector) {
      const auto& all = aggregates.by_sector;
      const auto found = std::find_if(all.begin(), all.end(), [&](const SectorFigure& figure) {
        return figure.fund == fund && figure.sector_fr == sector;
      });
      if (found == all.end())
        sum.add(std::nullopt, Basis::Published);
      else
        sum.add(found->budget, found->basis);
    }
  Figures figures;
  figures.budget = sum.get(!funds.empty());
  figures.budget_basis = sum.basis;
  figures.projects_basis = Basis::Published;
  return figures;
}

/// Sums the published cells of the selected funds. The budget is unknown as soon as one fund with
/// projects here has none.
Figures zone_figures(const Aggregates& aggregates, const std::string& zone, const Filter& filter) {
  Sum<std::int64_t> projects;
  Sum<Cents> budget;
  bool any = false;
  for (const auto& figure : aggregates.by_zone) {
    if (figure.zone != zone || !is_selected(filter, figure.fund))
      continue;
    any = true;
    projects.add(figure.projects, figure.projects_basis);
    budget.add(figure.budget, figure.budget_basis);
  }
  return {projects.get(any), budget.get(any), projects.basis, budget.basis, 0};
}

Figures none(bool known) {
  Figures figures;
  figures.projects = 0;
  if (known)
    figures.budget = Cents{};
  figures.projects_basis = figures.budget_basis = Basis::Published;
  return figures;
}

/// What the zones do not show of the total budget, so that the parts add up to it.
void balance(Coverage& coverage) {
  coverage.national = coverage.outside = coverage.coarser = none(true);
  coverage.unlocated = none(coverage.total.budget.has_value());
  if (!coverage.total.budget)
    return;
  Cents rest = *coverage.total.budget;
  for (const auto& zone : coverage.zones)
    rest = rest - zone.figures.budget.value_or(Cents{});
  coverage.unlocated.budget = rest;
  coverage.unlocated.budget_basis = coverage.total.budget_basis;
}

/// The values that the source knows of a dimension, in its order.
std::vector<std::string> values_in(const Dataset& dataset, Dimension dimension) {
  const auto texts = [](const Dictionary& dictionary) {
    return std::vector<std::string>(dictionary.texts().begin(), dictionary.texts().end());
  };
  std::vector<std::string> values;
  switch (dimension) {
    case Dimension::Fund:
      return dataset.aggregates->funds;
    case Dimension::Status:
      return {kStatuses.begin(), kStatuses.end()};
    case Dimension::Donor:
      return texts(dataset.projects->donor.dictionary);
    case Dimension::Partner:
      return texts(dataset.projects->partner.dictionary);
    case Dimension::Sector:
      for (const auto& figure : dataset.aggregates->by_sector)
        if (std::find(values.begin(), values.end(), figure.sector_fr) == values.end())
          values.push_back(figure.sector_fr);
  }
  return values;
}

/// With no fund chosen, those that publish amounts by sector: a facet shows what there is to
/// choose.
void choose_funds_with_sectors(const Aggregates& aggregates, Filter& filter) {
  if (!filter.fund.empty())
    return;
  for (const auto& figure : aggregates.by_sector)
    filter.fund.insert(figure.fund);
}

}  // namespace

Figures total_of_aggregates(const Dataset& dataset, const Filter& filter) {
  Figures figures;
  figures.projects_basis = figures.budget_basis = Basis::Published;
  if (asks_for_projects(filter) || (!filter.sector.empty() && !filter.status.empty()))
    return figures;
  if (!filter.sector.empty())
    return total_by_sector(*dataset.aggregates, filter);
  if (!filter.status.empty())
    return total_by_status(*dataset.aggregates, filter);

  const auto funds = selected_funds(*dataset.aggregates, filter);
  Sum<std::int64_t> projects;
  Sum<Cents> budget;
  for (const auto& fund : funds) {
    const KeyFigure* key = key_figure(*dataset.aggregates, fund);
    projects.add(key ? key->projects : std::nullopt, Basis::Published);
    budget.add(key ? key->budget : std::nullopt, Basis::Published);
  }
  figures.projects = projects.get(!funds.empty());
  figures.budget = budget.get(!funds.empty());
  return figures;
}

Coverage cover_aggregates(const CoverageCube& cube, const Filter& filter) {
  const Dataset& dataset = cube.dataset();
  Coverage coverage = empty_coverage(cube.plan(), cube.level());
  for (auto& zone : coverage.zones)
    zone.figures.projects_basis = zone.figures.budget_basis = Basis::Published;
  if (!asks_for_projects(filter) && filter.sector.empty() && filter.status.empty())
    for (const auto& [id, zone] : cube.plan().zone_of_id) {
      Figures& figures = coverage.zones[static_cast<std::size_t>(zone)].figures;
      figures = zone_figures(*dataset.aggregates, id, filter);
      coverage.mentions += figures.projects.value_or(0);
    }
  coverage.total = total_of_aggregates(dataset, filter);
  balance(coverage);
  add_aggregate_notes(coverage, *dataset.aggregates, filter);
  note_zones_elsewhere(coverage, *dataset.aggregates, cube.plan());
  return coverage;
}

std::vector<CoverageGroup> group_aggregates(const CoverageCube& cube, const Filter& filter,
                                            std::span<const Dimension> dimensions) {
  std::vector<std::pair<CoverageGroup, Filter>> groups{{CoverageGroup{}, filter}};
  for (const Dimension dimension : dimensions) {
    std::vector<std::pair<CoverageGroup, Filter>> narrower;
    for (const auto& [group, allowed] : groups)
      for (const auto& value : values_in(cube.dataset(), dimension)) {
        const auto& wanted = values_of(filter, dimension);
        if (!wanted.empty() && !wanted.contains(value))
          continue;
        narrower.emplace_back(group, allowed);
        narrower.back().first.values.emplace_back(value);
        values_of(narrower.back().second, dimension) = {value};
      }
    groups = std::move(narrower);
  }
  std::vector<CoverageGroup> result;
  for (auto& [group, narrowed] : groups) {
    group.coverage = cover_aggregates(cube, narrowed);
    group.coverage.notes.clear();
    result.push_back(std::move(group));
  }
  return result;
}

std::vector<FacetValue> facets_of_aggregates(const Dataset& dataset, Dimension dimension,
                                             const Filter& filter) {
  std::vector<FacetValue> values;
  for (const auto& value : values_in(dataset, dimension)) {
    Filter narrowed = filter;
    values_of(narrowed, dimension) = {value};
    if (dimension == Dimension::Sector)
      choose_funds_with_sectors(*dataset.aggregates, narrowed);
    values.push_back({value, total_of_aggregates(dataset, narrowed), false});
  }
  if (dimension == Dimension::Sector)
    std::stable_sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
      return a.figures.budget.value_or(Cents{}) > b.figures.budget.value_or(Cents{});
    });
  return values;
}

}  // namespace malimap
