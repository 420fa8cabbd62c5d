// The parts that speed rests on, each alone and over sizes (Google Benchmark): what to look at
// first when the table of tests/bench/table gets worse.
//
//   bench_parts [--benchmark_filter=REGEX]

#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>
#include <random>

#include "geo/base/text.h"
#include "geo/boundaries/locate.h"
#include "geo/boundaries/read.h"
#include "geo/boundaries/simplify_joined.h"
#include "geo/boundaries/triangulate.h"
#include "geo/coverage/engine/engine.h"
#include "geo/projects/shares.h"
#include "tests/geo/coverage/random_lists.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// Random rows with all that a list can have; made once for each size.
Snapshot<CoverageCube> cube_of(std::int64_t rows) {
  static std::map<std::int64_t, Snapshot<CoverageCube>> made;
  auto& cube = made[rows];
  if (!cube) {
    const Boundaries boundaries = four_regions();
    Random random(1);
    ListBuilder list(boundaries);
    for (std::int64_t i = 0; i < rows; ++i)
      list.add(random_row(random));
    cube = snapshot(CoverageCube(list.dataset(), boundaries, Level::Cercle));
  }
  return cube;
}

Filter with_budget(std::int64_t low) {
  Filter filter;
  filter.budget = {Cents{low}, Cents{low + 30'000'000}};
  return filter;
}

void read_all_rows(benchmark::State& state) {
  const auto cube = cube_of(state.range(0));
  Filter filter;
  filter.fund = {"TF"};
  for (auto _ : state)
    benchmark::DoNotOptimize(linked_views(*cube, filter));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(read_all_rows)->RangeMultiplier(10)->Range(10'000, 1'000'000)->UseRealTime();

void choose_a_fund(benchmark::State& state) {
  CoverageEngine engine(cube_of(state.range(0)), 1);
  engine.prepare();
  Filter filter;
  bool other = false;
  for (auto _ : state) {
    filter.fund = {(other = !other) ? "TF" : "QIP"};
    benchmark::DoNotOptimize(engine.views(filter));
  }
}
BENCHMARK(choose_a_fund)->RangeMultiplier(10)->Range(10'000, 1'000'000)->UseRealTime();

void any_budget_range(benchmark::State& state) {
  CoverageEngine engine(cube_of(state.range(0)), 1);
  engine.prepare();
  std::mt19937_64 random(1);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        engine.views(with_budget(static_cast<std::int64_t>(random() % 70'000'000))));
}
BENCHMARK(any_budget_range)->RangeMultiplier(10)->Range(10'000, 1'000'000)->UseRealTime();

void sums_for_a_brush(benchmark::State& state) {
  CoverageEngine engine(cube_of(state.range(0)), 1);
  Filter filter;
  filter.fund = {"TF"};
  (void)engine.views(filter);
  filter.budget.low = Cents{1};
  (void)engine.views(filter);
  const auto wanted = engine.wanted();
  if (!wanted)
    return state.SkipWithError("nothing is wanted");
  for (auto _ : state)
    benchmark::DoNotOptimize(engine.make(*wanted));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(sums_for_a_brush)->RangeMultiplier(10)->Range(10'000, 1'000'000)->UseRealTime();

void locate_a_point(benchmark::State& state) {
  const Boundaries boundaries = embedded_boundaries();
  const UnitLocator locator(boundaries.finest());
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> lon(-12.2, 4.2), lat(10.2, 24.9);
  for (auto _ : state)
    benchmark::DoNotOptimize(locator.locate({lon(random), lat(random)}));
}
BENCHMARK(locate_a_point);

void fold_a_name(benchmark::State& state) {
  const std::string name = "Réhabilitation du centre de santé de Ménaka";
  for (auto _ : state)
    benchmark::DoNotOptimize(fold(name));
}
BENCHMARK(fold_a_name);

void split_an_amount(benchmark::State& state) {
  const std::vector<double> shares(static_cast<std::size_t>(state.range(0)), 1.0 / 3);
  for (auto _ : state)
    benchmark::DoNotOptimize(split_cents(Cents{123'456'789}, shares));
}
BENCHMARK(split_an_amount)->Arg(2)->Arg(8)->Arg(64);

/// Ragged lines beside each other, a kilometre apart.
std::vector<std::vector<PlanePoint>> ragged(std::int64_t points, std::int64_t lines) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> aside(-300, 300);
  std::vector<std::vector<PlanePoint>> all(static_cast<std::size_t>(lines));
  for (std::size_t line = 0; line < all.size(); ++line)
    for (std::int64_t i = 0; i < points / lines; ++i)
      all[line].push_back(
          {100.0 * static_cast<double>(i), 1000.0 * static_cast<double>(line) + aside(random)});
  return all;
}

void simplify_borders(benchmark::State& state) {
  const auto lines = ragged(state.range(0), 100);
  const std::vector<std::span<const PlanePoint>> arcs(lines.begin(), lines.end());
  for (auto _ : state)
    benchmark::DoNotOptimize(simplify_joined(arcs, 600));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(simplify_borders)->RangeMultiplier(10)->Range(1000, 1'000'000);

void triangulate_a_unit(benchmark::State& state) {
  std::vector<PlanePoint> ring;
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> radius(0.8, 1.2);
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    const double angle =
        2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(state.range(0));
    const double r = 1e5 * radius(random);
    ring.push_back({r * std::cos(angle), r * std::sin(angle)});
  }
  const std::vector<std::vector<PlanePoint>> rings{ring};
  for (auto _ : state)
    benchmark::DoNotOptimize(triangulate(rings));
}
BENCHMARK(triangulate_a_unit)->RangeMultiplier(10)->Range(10, 10'000);

}  // namespace

BENCHMARK_MAIN();
