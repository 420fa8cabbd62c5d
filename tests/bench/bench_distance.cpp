// How long a study of distances and its bands take: bench_distance BOUNDARIES POSITIONS LEVEL
// (region, cercle, commune), so many positions at random over the units' box.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "geo/boundaries/read.h"
#include "geo/map/bands.h"
#include "geo/map/projection.h"

using namespace malimap;

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Dataset random_list(std::size_t count) {
  Projects list;
  std::mt19937 random(1);
  std::uniform_real_distribution<double> lon(-12, 4), lat(10, 25);
  for (std::size_t i = 0; i < count; ++i) {
    for (TextColumn* column : {&list.id, &list.title, &list.place_text})
      column->push("");
    list.row.push_back(static_cast<std::int64_t>(i));
    list.fund.push("QIP");
    list.status.push("");
    list.sector.push({});
    list.donor.push({});
    list.partner.push({});
    list.count.push_back(1);
    list.push_money({}, {});
    list.currency.push("");
    list.start.push(std::nullopt);
    list.end.push(std::nullopt);
    list.scope.push_back(Scope::Located);
    const double x = lon(random);
    list.locations.push_back({Scope::Located, LonLat{x, lat(random)}, -1, 1, false});
    list.location_offsets.push_back(static_cast<std::uint32_t>(i + 1));
  }
  Dataset dataset;
  dataset.projects = snapshot(std::move(list));
  return dataset;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4)
    return 2;
  Problems problems;
  const auto boundaries = read_boundaries(argv[1], {}, problems);
  const auto level = level_of(argv[3]);
  if (!boundaries || !level)
    return 2;
  const Dataset dataset = random_list(std::strtoul(argv[2], nullptr, 10));
  const CoverageCube cube(dataset, *boundaries, *level);
  const auto shapes = make_shapes(*boundaries, *level, {}, default_projection(*boundaries));
  if (!shapes)
    return 2;
  const auto towns = embedded_context().towns;
  for (int round = 0; round < 3; ++round) {
    auto start = std::chrono::steady_clock::now();
    const auto study = study_distances(cube, *boundaries, {}, towns, 25);
    const double measured = seconds_since(start);
    start = std::chrono::steady_clock::now();
    const auto bands = make_bands(study, *shapes);
    std::printf("%zu zones, %lld places: study %.3f s, bands %.3f s (%d x %d nodes)\n",
                study.zones.size(), static_cast<long long>(study.points), measured,
                seconds_since(start), study.grid.columns, study.grid.rows);
  }
  return 0;
}
