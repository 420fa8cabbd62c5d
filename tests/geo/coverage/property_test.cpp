// Over random lists and filters: parts add up to wholes, facets agree with coverage, groups agree
// with filters.
#include <map>

#include "tests/geo/coverage/random_lists.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

void check_whole(const Coverage& coverage, const Boundaries& boundaries) {
  CHECK(sum_of_parts(coverage) == coverage.total.budget.value_or(Cents{}));
  std::int64_t mentions = 0, largest = 0;
  std::vector<int> seen(boundaries.layer(coverage.level)->units.size(), -1);
  for (std::size_t z = 0; z < coverage.zones.size(); ++z) {
    const auto here = coverage.zones[z].figures.projects.value();
    mentions += here;
    largest = std::max(largest, here);
    for (const UnitIndex unit : coverage.zones[z].units)
      seen[static_cast<std::size_t>(unit)] = static_cast<int>(z);
  }
  CHECK(mentions == coverage.mentions);
  CHECK(largest <= coverage.total.projects);
  CHECK(seen == coverage.zone_of_unit);
  const std::int64_t apart = *coverage.national.projects + *coverage.unlocated.projects +
                             *coverage.outside.projects + *coverage.coarser.projects;
  CHECK(mentions + apart >= *coverage.total.projects);
}

void check_facets(const CoverageCube& cube, const Filter& filter) {
  for (const Dimension dimension : {Dimension::Fund, Dimension::Sector, Dimension::Status})
    for (const auto& facet : facets(cube.dataset(), dimension, filter)) {
      Filter only = filter;
      values_of(only, dimension) = {facet.value};
      const auto coverage = cover(cube, only);
      CHECK(coverage.total.projects == facet.figures.projects);
      CHECK(coverage.total.budget == facet.figures.budget);
    }
}

/// Groups that a row is in one of only: their rows and budgets add up, in every zone.
void check_groups(const CoverageCube& cube, const Filter& filter) {
  const std::vector<Dimension> by = {Dimension::Status, Dimension::Fund};
  const auto whole = cover(cube, filter);
  std::int64_t projects = 0, rows = 0;
  Cents budget;
  std::vector<std::int64_t> zones(whole.zones.size());
  for (const auto& group : cover_groups(cube, filter, by)) {
    projects += *group.coverage.total.projects;
    rows += group.coverage.total.rows;
    budget += group.coverage.total.budget.value_or(Cents{});
    for (std::size_t z = 0; z < zones.size(); ++z)
      zones[z] += group.coverage.zones[z].figures.rows;
  }
  CHECK(rows == whole.total.rows);
  CHECK(projects >= whole.total.projects);
  if (!whole.rows_share_projects)
    CHECK(projects == whole.total.projects);
  CHECK(budget == whole.total.budget.value_or(Cents{}));
  for (std::size_t z = 0; z < zones.size(); ++z)
    CHECK(zones[z] == whole.zones[z].figures.rows);
}

/// With shares of sectors, the sectors of a zone add up to the zone to the cent.
void check_sectors(const CoverageCube& cube) {
  const Projects& list = *cube.dataset().projects;
  const auto shared = [&](std::size_t p) {
    const auto first = list.sector_share.begin() + list.sector.offsets[p];
    const auto end = list.sector_share.begin() + list.sector.offsets[p + 1];
    return end - first < 2 || std::any_of(first, end, [](double share) { return share > 0; });
  };
  if (list.sector_share.empty())
    return;
  for (std::size_t p = 0; p < list.size(); ++p)
    if (!shared(p))
      return;
  constexpr Dimension kSector = Dimension::Sector;
  const auto whole = cover(cube, Filter{});
  Cents total;
  std::vector<Cents> zones(whole.zones.size());
  for (const auto& group : cover_groups(cube, Filter{}, std::span(&kSector, 1))) {
    total += group.coverage.total.budget.value_or(Cents{});
    CHECK(sum_of_parts(group.coverage) == group.coverage.total.budget.value_or(Cents{}));
    for (std::size_t z = 0; z < zones.size(); ++z)
      zones[z] += group.coverage.zones[z].figures.budget.value_or(Cents{});
  }
  CHECK(total == whole.total.budget.value_or(Cents{}));
  for (std::size_t z = 0; z < zones.size(); ++z)
    CHECK(zones[z] == whole.zones[z].figures.budget.value_or(Cents{}));
}

/// Projects of rows by sets, as the rule reads: each once, with its largest count; without a budget
/// where none of its rows has one.
struct NaiveCount {
  std::map<std::int32_t, std::int32_t> counts;
  std::set<std::int32_t> with_budget;
  std::int64_t rows = 0;
  void add(const Dataset& data, std::size_t p) {
    const Projects& list = *data.projects;
    const bool own = data.rows_are_projects || list.project_of_row.empty();
    const auto number = own ? static_cast<std::int32_t>(p) : list.project_of_row[p];
    counts[number] = std::max(counts[number], list.count[p]);
    if (list.budget.at(p))
      with_budget.insert(number);
    ++rows;
  }
  void check(const Figures& figures, bool has_budgets) const {
    std::int64_t projects = 0, without = 0;
    for (const auto& [number, count] : counts) {
      projects += count;
      if (has_budgets && !with_budget.contains(number))
        without += count;
    }
    CHECK(figures.projects == projects);
    CHECK(figures.without_budget == without);
    CHECK(figures.rows == rows);
  }
};

void check_counts(const CoverageCube& cube, const Filter& filter) {
  const Dataset& data = cube.dataset();
  const Matcher matches(*data.projects, filter);
  std::vector<NaiveCount> slots(cube.placement().slot_count());
  NaiveCount total;
  for (std::size_t p = 0; p < data.projects->size(); ++p) {
    if (!matches(p))
      continue;
    total.add(data, p);
    std::set<int> seen;
    for (const ProjectPart& part : cube.placement().parts_of(p))
      if (seen.insert(part.slot).second)  // several places of one zone
        slots[static_cast<std::size_t>(part.slot)].add(data, p);
  }
  const auto coverage = cover(cube, filter);
  const bool has_budgets = data.projects->has_budgets;
  total.check(coverage.total, has_budgets);
  for (std::size_t z = 0; z < coverage.zones.size(); ++z)
    slots[z].check(coverage.zones[z].figures, has_budgets);
  const auto apart = [&](Apart which) {
    return slots[static_cast<std::size_t>(cube.placement().slot_of(which))];
  };
  apart(Apart::National).check(coverage.national, has_budgets);
  apart(Apart::Unlocated).check(coverage.unlocated, has_budgets);
  apart(Apart::Outside).check(coverage.outside, has_budgets);
  apart(Apart::Coarser).check(coverage.coarser, has_budgets);
}

}  // namespace

TEST_CASE("over random lists and filters the parts add up to the wholes") {
  const auto boundaries = four_regions();
  Random random(20170630);
  for (int round = 0; round < 200; ++round) {
    INFO("round " << round);
    const auto data = random_list(random, boundaries);
    const Filter filter = random_filter(random);
    for (const Level level : {Level::Region, Level::Cercle}) {
      const CoverageCube cube(data, boundaries, level);
      check_whole(cover(cube, filter), boundaries);
      check_facets(cube, filter);
      check_groups(cube, filter);
      check_sectors(cube);
      check_counts(cube, filter);
    }
  }
}
