// How long it takes to find the units that positions lie in, and how many lie in each, as JSON:
// what tests/bench/locate holds against the peer's answer.
//
//   bench_locate POINTS.csv BOUNDARIES [RUNS]

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "geo/base/parallel.h"
#include "geo/boundaries/locate.h"
#include "geo/boundaries/read.h"
#include "tests/bench/timing.h"

using namespace malimap;

namespace {

/// Lines "id,lon,lat" below a head.
std::vector<LonLat> read_points(const std::string& path) {
  std::ifstream file(path);
  std::vector<LonLat> points;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto first = line.find(','), second = line.find(',', first + 1);
    LonLat point;
    std::from_chars(line.data() + first + 1, line.data() + second, point.lon);
    std::from_chars(line.data() + second + 1, line.data() + line.size(), point.lat);
    points.push_back(point);
  }
  return points;
}

void locate(const UnitLocator& locator, const std::vector<LonLat>& points, std::size_t threads,
            std::vector<UnitIndex>& units) {
  in_parallel(threads, [&](std::size_t part) {
    const std::size_t end = points.size() * (part + 1) / threads;
    for (std::size_t i = points.size() * part / threads; i < end; ++i)
      units[i] = locator.locate(points[i]);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "bench_locate POINTS.csv BOUNDARIES [RUNS]\n");
    return 2;
  }
  Problems problems;
  const auto boundaries = read_boundaries(argv[2], {}, problems);
  if (!boundaries) {
    fmt::print(stderr, "{}\n", sentence(boundaries.error(), Translator(Language::English)));
    return 2;
  }
  const AdminLayer& layer = boundaries->finest();
  const std::vector<LonLat> points = read_points(argv[1]);
  std::vector<UnitIndex> units(points.size(), kNoUnit);
  std::vector<double> index, all_cores, one_core;
  for (int run = 0; run < std::max(1, argc > 3 ? std::atoi(argv[3]) : 9); ++run) {
    auto start = Clock::now();
    const UnitLocator locator(layer);
    index.push_back(milliseconds_since(start));
    start = Clock::now();
    locate(locator, points, worker_count(), units);
    all_cores.push_back(milliseconds_since(start));
    start = Clock::now();
    locate(locator, points, 1, units);
    one_core.push_back(milliseconds_since(start));
  }
  nlohmann::ordered_json counts = nlohmann::ordered_json::object();
  for (const AdminUnit& unit : layer.units)
    counts[unit.pcode] = 0;
  for (const UnitIndex unit : units)
    if (unit != kNoUnit) {
      auto& count = counts[layer.units[static_cast<std::size_t>(unit)].pcode];
      count = count.get<std::int64_t>() + 1;
    }
  fmt::print("{}\n", nlohmann::ordered_json{{"points", points.size()},
                                            {"units", layer.units.size()},
                                            {"threads", worker_count()},
                                            {"index_ms", median(index)},
                                            {"locate_ms", median(all_cores)},
                                            {"one_core_ms", median(one_core)},
                                            {"counts", counts}}
                         .dump());
  return 0;
}
