// Whatever the filter, every view shows the same figures: over random lists, and over the embedded
// aggregates under every choice of funds and regions. A failure prints the seed of its round.
#include "geo/boundaries/read.h"
#include "tests/geo/consistency/view.h"
#include "tests/geo/coverage/random_lists.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

constexpr std::array kLevels{Level::Region, Level::Cercle};

/// Regions that touch, so that profiles have neighbours and shapes have arcs.
Boundaries joined_regions() {
  Boundaries boundaries = four_regions();
  for (AdminLayer& layer : boundaries.layers)
    for (std::size_t unit = 0; unit < layer.units.size(); ++unit) {
      const Ring& ring = layer.units[unit].polygons[0].outer;
      const auto index = static_cast<UnitIndex>(unit);
      layer.arcs.push_back({{ring[0], ring[3]}, index - 1, index});
    }
  return boundaries;
}

/// Runs one check over rounds, each with a list and a filter of its own seed.
template <class Check>
void over_random_views(unsigned first_seed, unsigned rounds, Check check) {
  const Boundaries boundaries = joined_regions();
  for (unsigned seed = first_seed; seed < first_seed + rounds; ++seed) {
    Random random(seed);
    const Dataset dataset = random_list(random, boundaries);
    const Filter filter = random_full_filter(random);
    for (const Level level : kLevels) {
      INFO("seed " << seed << ", level " << static_cast<int>(level));
      const CoverageCube cube(dataset, boundaries, level);
      check(View{boundaries, cube, filter}, seed);
    }
  }
}

struct Embedded {
  Boundaries boundaries = embedded_boundaries();
  Dataset dataset = embedded_dataset(boundaries);
  CoverageCube cube{dataset, boundaries, Level::Region};

  [[nodiscard]] Filter filter(unsigned funds, unsigned regions) const {
    Filter filter;
    const std::vector<std::string> names = {"QIP", "TF", "PBF"};
    for (std::size_t i = 0; i < names.size(); ++i)
      if (funds >> i & 1)
        filter.fund.insert(names[i]);
    const auto& units = boundaries.layers[0].units;
    for (std::size_t i = 0; i < units.size(); ++i)
      if (regions >> i & 1)
        filter.units.insert(units[i].pcode);
    return filter;
  }
  [[nodiscard]] unsigned choices() const { return 1U << boundaries.layers[0].units.size(); }
};

}  // namespace

TEST_CASE("coverage, linked views and rows agree under random filters") {
  over_random_views(1000, 150, [](const View& view, unsigned) {
    check_parts(view);
    check_linked_views(view);
    check_rows(view);
  });
}

TEST_CASE("groups, matrix and explanations agree with the coverage under random filters") {
  over_random_views(2000, 60, [](const View& view, unsigned) {
    check_explanations(view);
    for (const Dimension by : kAllDimensions)
      check_matrix(view, by);
  });
}

TEST_CASE("the country's figures do not hang on the level") {
  const Boundaries boundaries = joined_regions();
  for (unsigned seed = 3000; seed < 3300; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const Dataset dataset = random_list(random, boundaries);
    const Filter filter = random_full_filter(random);
    const CoverageCube regions(dataset, boundaries, Level::Region);
    const CoverageCube cercles(dataset, boundaries, Level::Cercle);
    check_levels({boundaries, regions, filter}, {boundaries, cercles, filter});
  }
}

TEST_CASE("profiles, summaries, gaps and tables show the coverage's figures") {
  over_random_views(4000, 80, [](const View& view, unsigned seed) {
    check_profiles(view);
    check_summary(view, kAllDimensions[seed % 3]);  // those that a summary can be made by
    check_gaps(view);
    check_table(view);
  });
}

TEST_CASE("the picture paints the coverage's figures, and its legend counts every unit once") {
  over_random_views(5000, 250, [](const View& view, unsigned seed) { check_picture(view, seed); });
}

TEST_CASE("of the embedded aggregates every view agrees, under all funds and regions") {
  const Embedded embedded;
  for (unsigned funds = 0; funds < 8; ++funds)
    for (unsigned regions = 0; regions < embedded.choices(); ++regions) {
      INFO("funds " << funds << ", regions " << regions);
      const View view{embedded.boundaries, embedded.cube, embedded.filter(funds, regions)};
      check_parts(view);
      if (regions % 7 == 0 || regions % 64 == 1) {
        check_linked_views(view);
        check_matrix(view, Dimension::Fund);
        check_matrix(view, Dimension::Sector);
      }
    }
}

TEST_CASE("of the embedded aggregates every output agrees, under all funds and some regions") {
  const Embedded embedded;
  for (unsigned funds = 0; funds < 8; ++funds)
    for (unsigned regions = 0; regions < embedded.choices(); regions += 37) {
      INFO("funds " << funds << ", regions " << regions);
      const View view{embedded.boundaries, embedded.cube, embedded.filter(funds, regions)};
      check_explanations(view);
      check_profiles(view);
      check_gaps(view);
      check_picture(view, funds + regions);
      check_summary(view, Dimension::Fund);
    }
}
