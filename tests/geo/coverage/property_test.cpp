// Over random lists and filters: parts add up to wholes, facets agree with coverage, groups agree
// with filters.
#include <random>

#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

using Random = std::mt19937;

template <class T>
const T& one_of(Random& random, const std::vector<T>& values) {
  return values[random() % values.size()];
}

const std::vector<std::string> kFunds = {"QIP", "TF", "PBF", ""};
const std::vector<std::string> kSectors = {"Health", "Water", "Roads"};
const std::vector<std::string> kStatuses = {"completed", "ongoing", ""};
const std::vector<std::string> kPlaces = {"R1", "R10", "R11",    "R2",     "R21",
                                          "R3", "R40", "zone:z", "nowhere"};

Row random_row(Random& random) {
  Row row;
  row.fund = one_of(random, kFunds);
  row.status = one_of(random, kStatuses);
  for (const auto& sector : kSectors)
    if (random() % 3 == 0)
      row.sectors.push_back(sector);
  if (random() % 4 != 0)
    row.cents = static_cast<std::int64_t>(random() % 100000000);
  row.count = 1 + static_cast<int>(random() % 3);
  row.scope = one_of(random, std::vector{Scope::Located, Scope::Located, Scope::Located,
                                         Scope::National, Scope::Outside, Scope::Unlocated});
  if (row.scope == Scope::Located) {
    const std::size_t places = random() % 4;
    for (std::size_t i = 0; i < places; ++i) {
      row.places.push_back(one_of(random, kPlaces));
      row.shares.push_back(static_cast<double>(random() % 100));
    }
    if (random() % 3 == 0)
      row.point = LonLat{static_cast<double>(random() % 100) / 10 - 1, 0.5};
  }
  return row;
}

Dataset random_list(Random& random, const Boundaries& boundaries) {
  ListBuilder list(boundaries);
  if (random() % 5 == 0)
    list.zone("zone:z", "Zone", {"R3", "R4"});
  if (random() % 10 == 0)
    list.without_budgets();
  const std::size_t rows = random() % 40;
  for (std::size_t i = 0; i < rows; ++i)
    list.add(random_row(random));
  return list.dataset();
}

Filter random_filter(Random& random) {
  Filter filter;
  const auto some = [&](const std::vector<std::string>& values) {
    std::set<std::string> set;
    if (random() % 2 == 0)
      for (const auto& value : values)
        if (!value.empty() && random() % 2 == 0)
          set.insert(value);
    return set;
  };
  filter.fund = some(kFunds);
  filter.sector = some(kSectors);
  filter.status = some(kStatuses);
  if (random() % 4 == 0)
    filter.budget.low = Cents{static_cast<std::int64_t>(random() % 50000000)};
  return filter;
}

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

void check_groups(const CoverageCube& cube, const Filter& filter) {
  const std::vector<Dimension> by = {Dimension::Status, Dimension::Fund};
  const auto whole = cover(cube, filter);
  std::int64_t projects = 0;
  Cents budget;
  std::vector<std::int64_t> zones(whole.zones.size());
  for (const auto& group : cover_groups(cube, filter, by)) {
    projects += *group.coverage.total.projects;
    budget += group.coverage.total.budget.value_or(Cents{});
    for (std::size_t z = 0; z < zones.size(); ++z)
      zones[z] += *group.coverage.zones[z].figures.projects;
  }
  CHECK(projects == whole.total.projects);
  CHECK(budget == whole.total.budget.value_or(Cents{}));
  for (std::size_t z = 0; z < zones.size(); ++z)
    CHECK(zones[z] == whole.zones[z].figures.projects);
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
    }
  }
}
