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
  return narrows(filter, Dimension::Donor) || narrows(filter, Dimension::Partner) ||
         !filter.budget.empty() || !filter.start.empty() || !filter.active.empty() ||
         !filter.text.empty();
}

bool is_selected(const Filter& filter, const std::string& fund) {
  return allows(filter, Dimension::Fund, fund);
}

/// Whether figures by zone are published for what the filter asks.
bool published_by_zone(const Filter& filter) {
  return !asks_for_projects(filter) && !narrows(filter, Dimension::Sector) &&
         !narrows(filter, Dimension::Status);
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

/// The projects of the selected funds, by their key figures.
Sum<std::int64_t> all_projects(const Aggregates& aggregates,
                               const std::vector<std::string>& funds) {
  Sum<std::int64_t> sum;
  for (const auto& fund : funds) {
    const KeyFigure* key = key_figure(aggregates, fund);
    sum.add(key ? key->projects : std::nullopt, Basis::Published);
  }
  return sum;
}

Sum<Cents> all_budgets(const Aggregates& aggregates, const std::vector<std::string>& funds) {
  Sum<Cents> sum;
  for (const auto& fund : funds) {
    const KeyFigure* key = key_figure(aggregates, fund);
    sum.add(key ? key->budget : std::nullopt, Basis::Published);
  }
  return sum;
}

Sum<std::int64_t> projects_of_statuses(const Aggregates& aggregates,
                                       const std::vector<std::string>& funds,
                                       const std::set<std::string>& statuses) {
  Sum<std::int64_t> sum;
  for (const auto& fund : funds)
    for (const auto& status : statuses)
      sum.add(projects_of_status(key_figure(aggregates, fund), status), Basis::Published);
  return sum;
}

Sum<Cents> budgets_of_sectors(const Aggregates& aggregates, const std::vector<std::string>& funds,
                              const std::set<std::string>& sectors) {
  Sum<Cents> sum;
  for (const auto& fund : funds)
    for (const auto& sector : sectors) {
      const auto& all = aggregates.by_sector;
      const auto found = std::find_if(all.begin(), all.end(), [&](const SectorFigure& figure) {
        return figure.fund == fund && figure.sector_fr == sector;
      });
      if (found == all.end())
        sum.add(std::nullopt, Basis::Published);
      else
        sum.add(found->budget, found->basis);
    }
  return sum;
}

/// The values asked for less those refused.
std::set<std::string> asked(const Filter& filter, Dimension dimension) {
  std::set<std::string> values = values_of(filter, dimension);
  for (const auto& value : refused_values(filter, dimension))
    values.erase(value);
  return values;
}

/// What is left of the whole where values are refused and none is asked for.
template <class T>
Sum<T> less(Sum<T> whole, const Sum<T>& refused) {
  whole.basis = std::max(whole.basis, refused.basis);
  whole.value =
      whole.value && refused.value ? std::optional<T>(*whole.value - *refused.value) : std::nullopt;
  return whole;
}

Figures total_by_status(const Aggregates& aggregates, const Filter& filter) {
  const auto funds = selected_funds(aggregates, filter);
  const auto sum =
      filter.status.empty()
          ? less(all_projects(aggregates, funds),
                 projects_of_statuses(aggregates, funds, refused_values(filter, Dimension::Status)))
          : projects_of_statuses(aggregates, funds, asked(filter, Dimension::Status));
  Figures figures;
  figures.projects = sum.get(!funds.empty());
  figures.projects_basis = sum.basis;
  figures.budget_basis = Basis::Published;
  return figures;
}

Figures total_by_sector(const Aggregates& aggregates, const Filter& filter) {
  const auto funds = selected_funds(aggregates, filter);
  const auto sum =
      filter.sector.empty()
          ? less(all_budgets(aggregates, funds),
                 budgets_of_sectors(aggregates, funds, refused_values(filter, Dimension::Sector)))
          : budgets_of_sectors(aggregates, funds, asked(filter, Dimension::Sector));
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

/// What the zones do not show of the total budget, so that the parts add up to it. Inside of units
/// there is nothing but their zones.
void balance(Coverage& coverage, bool units) {
  coverage.national = coverage.outside = coverage.coarser = none(true);
  if (units) {
    coverage.unlocated = none(true);
    return;
  }
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

void choose_only(Filter& filter, Dimension dimension, const std::string& value) {
  values_of(filter, dimension) = {value};
  filter.except.erase(dimension);
}

/// With no fund chosen, those that publish amounts by sector: a facet shows what there is to
/// choose.
void choose_funds_with_sectors(const Aggregates& aggregates, Filter& filter) {
  if (!filter.fund.empty())
    return;
  for (const auto& figure : aggregates.by_sector)
    if (is_selected(filter, figure.fund))
      filter.fund.insert(figure.fund);
}

}  // namespace

Figures total_of_aggregates(const Dataset& dataset, const Filter& filter) {
  Figures figures;
  figures.projects_basis = figures.budget_basis = Basis::Published;
  const bool by_sector = narrows(filter, Dimension::Sector),
             by_status = narrows(filter, Dimension::Status);
  if (asks_for_projects(filter) || (by_sector && by_status))
    return figures;
  if (by_sector)
    return total_by_sector(*dataset.aggregates, filter);
  if (by_status)
    return total_by_status(*dataset.aggregates, filter);
  const auto funds = selected_funds(*dataset.aggregates, filter);
  figures.projects = all_projects(*dataset.aggregates, funds).get(!funds.empty());
  figures.budget = all_budgets(*dataset.aggregates, funds).get(!funds.empty());
  return figures;
}

namespace {

/// Distinct projects of one fund in some zones; nothing where that is not known.
std::optional<std::int64_t> distinct_in_zones(const Aggregates& aggregates, const std::string& fund,
                                              const std::set<std::string>& zones) {
  std::int64_t inside = 0, everywhere = 0;
  int zones_inside = 0;
  for (const ZoneFigure& figure : aggregates.by_zone) {
    if (figure.fund != fund || !figure.projects)
      continue;
    everywhere += *figure.projects;
    if (!zones.contains(figure.zone))
      continue;
    inside += *figure.projects;
    zones_inside += *figure.projects > 0 ? 1 : 0;
  }
  const KeyFigure* key = key_figure(aggregates, fund);
  const bool one_zone_each = key && key->projects == everywhere;
  return zones_inside < 2 || one_zone_each ? std::optional(inside) : std::nullopt;
}

}  // namespace

Figures total_inside(const Dataset& dataset, const Placement& placement, const InsideUnits& inside,
                     const Filter& filter) {
  Figures figures;
  figures.projects_basis = figures.budget_basis = Basis::Published;
  if (!published_by_zone(filter))
    return figures;
  const Aggregates& aggregates = *dataset.aggregates;
  std::set<std::string> zones;
  Sum<std::int64_t> projects;
  Sum<Cents> budget;
  for (const auto& [id, zone] : placement.plan.zone_of_id) {
    if (inside.zone(static_cast<std::size_t>(zone)) != InsideUnits::Part::All)
      continue;
    const Figures here = zone_figures(aggregates, id, filter);
    if (!here.reported())
      continue;
    zones.insert(id);
    budget.add(here.budget, here.budget_basis);
    if (!here.projects)
      projects.add(std::nullopt, here.projects_basis);
  }
  for (const auto& fund : selected_funds(aggregates, filter))
    projects.add(distinct_in_zones(aggregates, fund, zones), Basis::Published);
  figures.projects = projects.get(!zones.empty());
  figures.budget = budget.get(!zones.empty());
  figures.projects_basis = projects.basis;
  figures.budget_basis = budget.basis;
  return figures;
}

Coverage cover_aggregates(const CoverageCube& cube, const Filter& filter) {
  const Dataset& dataset = cube.dataset();
  const InsideUnits inside(cube.placement(), filter.units);
  Coverage coverage = empty_coverage(cube.plan(), cube.level(), inside);
  for (auto& zone : coverage.zones)
    zone.figures.projects_basis = zone.figures.budget_basis = Basis::Published;
  if (published_by_zone(filter))
    for (const auto& [id, zone] : cube.plan().zone_of_id) {
      const auto index = static_cast<std::size_t>(zone);
      if (inside.zone(index) != InsideUnits::Part::All)
        continue;
      coverage.zones[index].figures = zone_figures(*dataset.aggregates, id, filter);
      coverage.mentions += coverage.zones[index].figures.projects.value_or(0);
    }
  coverage.total = inside.all() ? total_of_aggregates(dataset, filter)
                                : total_inside(dataset, cube.placement(), inside, filter);
  balance(coverage, !inside.all());
  add_aggregate_notes(coverage, *dataset.aggregates, filter);
  if (inside.all())
    note_zones_elsewhere(coverage, *dataset.aggregates, cube.plan());
  else
    note_units_of_aggregates(coverage, inside);
  return coverage;
}

std::vector<CoverageGroup> group_aggregates(const CoverageCube& cube, const Filter& filter,
                                            std::span<const Dimension> dimensions) {
  std::vector<std::pair<CoverageGroup, Filter>> groups{{CoverageGroup{}, filter}};
  for (const Dimension dimension : dimensions) {
    std::vector<std::pair<CoverageGroup, Filter>> narrower;
    for (const auto& [group, allowed] : groups)
      for (const auto& value : values_in(cube.dataset(), dimension)) {
        if (!allows(filter, dimension, value))
          continue;
        narrower.emplace_back(group, allowed);
        narrower.back().first.values.emplace_back(value);
        choose_only(narrower.back().second, dimension, value);
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

std::vector<FacetValue> facets_of_aggregates(const Dataset& dataset, const Placement* placement,
                                             Dimension dimension, const Filter& filter) {
  std::optional<InsideUnits> inside;
  if (placement && !filter.units.empty())
    inside.emplace(*placement, filter.units);
  std::vector<FacetValue> values;
  for (const auto& value : values_in(dataset, dimension)) {
    Filter narrowed = filter;
    choose_only(narrowed, dimension, value);
    if (dimension == Dimension::Sector)
      choose_funds_with_sectors(*dataset.aggregates, narrowed);
    values.push_back({value,
                      inside ? total_inside(dataset, *placement, *inside, narrowed)
                             : total_of_aggregates(dataset, narrowed),
                      false});
  }
  if (dimension == Dimension::Sector)
    std::stable_sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
      return a.figures.budget.value_or(Cents{}) > b.figures.budget.value_or(Cents{});
    });
  return values;
}

}  // namespace malimap
