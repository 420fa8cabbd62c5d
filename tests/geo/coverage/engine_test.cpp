// The engine against the pass over all rows, which linked_test.cpp holds against the rules: over
// random lists, one part of the filter changed after another.
#include "geo/coverage/engine/engine.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/geo/consistency/figure_text.h"
#include "tests/geo/coverage/random_lists.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// All that the views say.
std::string told(const LinkedViews& views) {
  std::string text = malimap::testing::told(views.coverage);
  text += fmt::format("\nwithout any amount {}\n", views.coverage.without_any_amount);
  for (const auto& [currency, other] : views.coverage.other_currencies)
    text += fmt::format("in {}: {} of {} projects, {} rows\n", currency, other.amount.value,
                        other.projects, other.rows);
  for (const Message& note : views.coverage.notes)
    text += text_of(note, Translator(Language::English)) + "\n";
  for (const Dimension dimension : kAllDimensions) {
    const auto d = static_cast<std::size_t>(dimension);
    for (const FacetValue& value : views.facets[d])
      text += fmt::format("{} {} {}: {}\n", d, value.value, value.selected,
                          malimap::testing::told(value.figures));
    text += fmt::format("{} without: {}\n", d, malimap::testing::told(views.without_value[d]));
  }
  const auto cents = [](const std::vector<Cents>& amounts) {
    std::vector<std::int64_t> numbers;
    for (const Cents amount : amounts)
      numbers.push_back(amount.value);
    return numbers;
  };
  const Timeline& timeline = views.timeline;
  return text + fmt::format(
                    "budgets {} without {}\nstarts {} without {}\nactive {}\nbudget {}\nbegun "
                    "{}\nended {}\n"
                    "without {} open {}\n",
                    views.budget.projects, views.budget.without, views.start.projects,
                    views.start.without, timeline.active, cents(timeline.budget), timeline.begun,
                    timeline.ended, timeline.without, timeline.open_end);
}

/// One part of the filter as another filter has it.
Filter with_another_part(Filter filter, const Filter& other, unsigned part) {
  switch (part % 10) {
    case 0:
      filter.fund = other.fund;
      break;
    case 1:
      filter.sector = other.sector;
      break;
    case 2:
      filter.status = other.status;
      break;
    case 3:
      filter.donor = other.donor;
      break;
    case 4:
      filter.partner = other.partner;
      break;
    case 5:
      filter.budget = other.budget;
      break;
    case 6:
      filter.start = other.start;
      break;
    case 7:
      filter.active = other.active;
      break;
    case 8:
      filter.units = other.units;
      break;
    default:
      filter.except = other.except;
      break;
  }
  return filter;
}

Filter random_step(Random& random) {
  Filter other = random_full_filter(random);
  if (random() % 2 == 0)
    other.budget = {Cents{static_cast<std::int64_t>(random() % 50000000)},
                    Cents{static_cast<std::int64_t>(random() % 100000000)}};
  if (random() % 2 == 0)
    other.start = {random_day(random), random_day(random)};
  if (random() % 3 == 0)
    other.active = {std::nullopt, random_day(random)};
  else if (random() % 3 == 0)
    other.active = {random_day(random), std::nullopt};
  return other;
}

/// Most rows are projects of their own; some projects have rows that agree, some rows that do not.
Dataset list_of(Random& random, const Boundaries& boundaries, std::size_t rows, const Kind& kind) {
  ListBuilder list(boundaries);
  int project = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    Row row = random_row(random);
    dress(row, {false, kind.sector_shares && random() % 8 == 0, kind.currencies}, random);
    if (!kind.sector_shares || row.sector_shares.size() != row.sectors.size())
      row.sector_shares.assign(kind.sector_shares ? row.sectors.size() : 0, 0);
    if (kind.sector_shares && row.sectors.size() > 1 && random() % 8 != 0)
      row.sectors.resize(1), row.sector_shares.resize(1);
    if (kind.rows_share_projects)
      row.project = project++;
    list.add(row);
    if (kind.rows_share_projects && random() % 6 == 0) {
      Row again = random() % 3 == 0 ? random_row(random) : row;
      if (kind.sector_shares)
        again.sector_shares.assign(again.sectors.size(), 0);
      again.places = {one_of(random, kPlaces)};
      again.shares = {1};
      again.scopes = {};
      again.scope = Scope::Located;
      again.project = row.project;
      list.add(again);
    }
  }
  return list.dataset();
}

/// What a job does while the user looks.
void settle(CoverageEngine& engine) {
  if (const auto wanted = engine.wanted())
    engine.put(*wanted, engine.make(*wanted));
  CHECK_FALSE(engine.wanted());
}

}  // namespace

TEST_CASE("whatever part of a filter changes, the engine answers as a pass over all rows does") {
  const auto boundaries = four_regions();
  std::size_t steps = 0, scans = 0;
  for (unsigned seed = 1; seed <= 120; ++seed) {
    Random random(seed);
    const Kind kind{seed % 2 == 0, seed % 3 == 0, seed % 5 == 0};
    const auto data = list_of(random, boundaries, seed % 10 == 0 ? 3000 : 5 + random() % 80, kind);
    const auto cube =
        snapshot(CoverageCube(data, boundaries, seed % 4 < 2 ? Level::Region : Level::Cercle));
    // Now and then with memory for few strata: those of ranges are made coarser.
    const std::size_t memory =
        seed % 4 == 1 ? 150 * ViewTallies(*cube).bytes() : CoverageEngine::kMostBytes;
    CoverageEngine engine(cube, 1, memory);
    if (seed % 7 == 0)
      engine.prepare();
    Filter filter;
    unsigned part = 0;
    for (int step = 0; step < 25; ++step) {
      if (step % 5 == 0)  // then the same for a while, as when one drags or plays
        part = random() % 3 == 0 ? random() : 5 + random() % 3;
      filter = with_another_part(filter, random_step(random), part);
      INFO("seed " << seed << ", step " << step << ", part " << part % 10);
      REQUIRE(told(engine.views(filter)) == told(linked_views(*cube, filter)));
      settle(engine);
      ++steps;
    }
    scans += engine.scans();
  }
  // Else this would compare the pass with itself.
  CHECK(scans * 2 < steps);
}

TEST_CASE("brushing, playing and choosing values read the rows once, not at every step") {
  const auto boundaries = four_regions();
  Random random(3);
  const auto data = list_of(random, boundaries, 2000, {});
  const auto cube = snapshot(CoverageCube(data, boundaries, Level::Cercle));
  CoverageEngine engine(cube, 1);
  engine.prepare();
  const auto check = [&](const Filter& filter) {
    REQUIRE(told(engine.views(filter)) == told(linked_views(*cube, filter)));
    settle(engine);
  };
  Filter filter;
  for (const auto& fund : kFunds)
    filter.fund = {fund}, check(filter);
  for (const auto& sector : kSectors)
    filter.sector.insert(sector), check(filter);
  for (int day = 1; day < 20; ++day) {
    filter.start.first = Date(std::chrono::sys_days(Date(std::chrono::year(2011) / 3 / 5)) +
                              std::chrono::days(17 * day));
    check(filter);
  }
  // The first sector beside a fund, and the first day under both.
  CHECK(engine.scans() == 2);
}
