#include "geo/output/bulletin/figures.h"

#include <algorithm>

#include "geo/base/date.h"
#include "geo/base/numbers.h"
#include "geo/map/palettes.h"

namespace malimap {
namespace {

Filter with_fund(Filter filter, const std::string& fund) {
  if (!fund.empty())
    filter.fund = {fund};
  return filter;
}

std::optional<std::int64_t> projects_with(const CoverageCube& cube, const Filter& filter,
                                          std::string_view status) {
  for (const FacetValue& facet : facets(cube, Dimension::Status, filter))
    if (facet.value == status)
      return facet.figures.projects;
  return std::nullopt;
}

std::vector<BulletinFund> funds_of(const CoverageCube& cube, const Filter& filter,
                                   const Translator& tr) {
  std::vector<BulletinFund> funds;
  int index = 0;
  for (const FacetValue& facet : facets(cube, Dimension::Fund, filter)) {
    const int number = index++;
    if (!allows(filter, Dimension::Fund, facet.value))
      continue;
    BulletinFund fund;
    fund.value = facet.value;
    fund.label = label_of(Dimension::Fund, facet.value, tr);
    fund.colour = category_colour(Dimension::Fund, facet.value, number);
    funds.push_back(std::move(fund));
  }
  if (funds.empty())
    funds.push_back(
        {"", tr(N_("Projects")), category_colour(Dimension::Fund, "", 0), {}, {}, {}, 0});
  return funds;
}

BulletinChart chart_of(std::vector<BulletinBar> bars, const std::vector<BulletinFund>& funds) {
  BulletinChart chart;
  std::erase_if(bars, [](const BulletinBar& bar) {
    return std::none_of(bar.parts.begin(), bar.parts.end(),
                        [](const auto& part) { return part && part->value != 0; });
  });
  std::stable_sort(bars.begin(), bars.end(), [](const BulletinBar& a, const BulletinBar& b) {
    return a.total().value > b.total().value;
  });
  for (std::size_t fund = 0; fund < funds.size(); ++fund) {
    const bool known = std::any_of(bars.begin(), bars.end(), [&](const BulletinBar& bar) {
      return bar.parts[fund].has_value();
    });
    (known ? chart.known : chart.unknown).push_back(funds[fund].label);
  }
  chart.bars = std::move(bars);
  return chart;
}

BulletinBar& bar_named(std::vector<BulletinBar>& bars, const std::string& label,
                       std::size_t funds) {
  for (BulletinBar& bar : bars)
    if (bar.label == label)
      return bar;
  bars.push_back({label, std::vector<std::optional<Cents>>(funds), false});
  return bars.back();
}

void add_sectors(std::vector<BulletinBar>& bars, std::size_t fund, std::size_t funds,
                 const CoverageCube& cube, const Filter& filter, const Translator& tr) {
  constexpr Dimension kSector[] = {Dimension::Sector};
  for (const CoverageGroup& group : cover_groups(cube, filter, kSector)) {
    const auto& budget = group.coverage.total.budget;
    if (!budget)
      continue;
    const auto& value = group.values.front();
    const std::string label =
        value ? label_of(Dimension::Sector, *value, tr) : std::string(tr(N_("Sector not given")));
    BulletinBar& bar = bar_named(bars, label, funds);
    bar.parts[fund] = *budget;
    bar.inferred |= group.coverage.total.budget_basis == Basis::Inferred;
  }
}

void add_zones(BulletinFigures& figures, std::size_t fund, const Coverage& coverage) {
  const std::size_t funds = figures.funds.size();
  if (figures.zones.empty())
    for (const CoverageZone& zone : coverage.zones)
      figures.zones.push_back({zone.name, std::vector<std::optional<std::int64_t>>(funds),
                               std::vector<std::optional<Cents>>(funds), false});
  for (std::size_t i = 0; i < coverage.zones.size(); ++i) {
    const Figures& of_zone = coverage.zones[i].figures;
    figures.zones[i].projects[fund] = of_zone.projects;
    figures.zones[i].budgets[fund] = of_zone.budget;
    figures.zones[i].inferred |= of_zone.budget && of_zone.budget_basis == Basis::Inferred;
  }
}

std::vector<BulletinBar> zone_bars(const std::vector<BulletinZone>& zones) {
  std::vector<BulletinBar> bars;
  for (const BulletinZone& zone : zones)
    bars.push_back({zone.name, zone.budgets, zone.inferred});
  return bars;
}

/// Zones without any figure are named, not listed with empty cells.
void set_empty_zones_apart(BulletinFigures& figures) {
  std::erase_if(figures.zones, [&](const BulletinZone& zone) {
    const bool reported = std::any_of(zone.projects.begin(), zone.projects.end(),
                                      [](const auto& projects) { return projects.has_value(); }) ||
                          std::any_of(zone.budgets.begin(), zone.budgets.end(),
                                      [](const auto& budget) { return budget.has_value(); });
    if (!reported)
      figures.zones_without.push_back(zone.name);
    return !reported;
  });
}

/// The places of a project, each once: "Gao / Ménaka, Tombouctou".
std::string place_of(const Projects& projects, std::size_t project) {
  std::vector<std::int32_t> seen;
  std::string names;
  for (const Location& location : projects.locations_of(project)) {
    if (location.place < 0 || std::find(seen.begin(), seen.end(), location.place) != seen.end())
      continue;
    seen.push_back(location.place);
    names += (names.empty() ? "" : ", ") +
             projects.places[static_cast<std::size_t>(location.place)].name;
  }
  return names;
}

std::string word_in(const DictionaryColumn& column, Dimension dimension, std::size_t row,
                    const Translator& tr) {
  const auto value = column.at(row);
  return value.empty() ? std::string{} : label_of(dimension, std::string(value), tr);
}

void add_projects(BulletinFigures& figures, const CoverageCube& cube, const Filter& filter,
                  const Translator& tr) {
  const Projects& projects = *cube.dataset().projects;
  // Beside aggregates the listed projects have no places of the cube.
  const Matcher matches =
      cube.dataset().aggregates ? Matcher(projects, filter) : Matcher(cube, filter);
  for (std::size_t row = 0; row < projects.size(); ++row) {
    if (!matches(row))
      continue;
    if (figures.projects.size() == kMostBulletinProjects) {
      ++figures.more_projects;
      continue;
    }
    BulletinProject project;
    project.title = std::string(projects.title[row]);
    project.fund = word_in(projects.fund, Dimension::Fund, row, tr);
    project.status = word_in(projects.status, Dimension::Status, row, tr);
    project.place = place_of(projects, row);
    if (const auto budget = projects.budget.at(row))
      project.budget = format_money_compact(*budget, tr.language());
    if (const auto start = projects.start.at(row))
      project.start = format_date(*start, tr.language());
    figures.projects.push_back(std::move(project));
  }
}

}  // namespace

void take_colours(BulletinFigures& figures, const Legend& legend) {
  for (BulletinFund& fund : figures.funds)
    for (const LegendEntry& entry : legend.entries)
      if (entry.class_index == kCategoryClass && entry.text == fund.label)
        fund.colour = entry.fill;
}

Cents BulletinBar::total() const {
  Cents sum;
  for (const auto& part : parts)
    if (part)
      sum += *part;
  return sum;
}

BulletinFigures bulletin_figures(const CoverageCube& cube, const Filter& filter,
                                 const Translator& tr) {
  BulletinFigures figures;
  figures.total = cover(cube, filter).total;
  figures.funds = funds_of(cube, filter, tr);
  std::vector<BulletinBar> sectors;
  for (std::size_t i = 0; i < figures.funds.size(); ++i) {
    BulletinFund& fund = figures.funds[i];
    const Filter of_fund = with_fund(filter, fund.value);
    const Coverage coverage = cover(cube, of_fund);
    fund.total = coverage.total;
    fund.mentions = coverage.mentions;
    fund.completed = projects_with(cube, of_fund, "completed");
    fund.ongoing = projects_with(cube, of_fund, "ongoing");
    add_zones(figures, i, coverage);
    add_sectors(sectors, i, figures.funds.size(), cube, of_fund, tr);
  }
  figures.by_zone = chart_of(zone_bars(figures.zones), figures.funds);
  figures.by_sector = chart_of(std::move(sectors), figures.funds);
  set_empty_zones_apart(figures);
  add_projects(figures, cube, filter, tr);
  return figures;
}

}  // namespace malimap
