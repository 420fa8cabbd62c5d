// How long a project list takes until it is matched and ready, and what it needs in memory.
//
//   bench_read LIST [BOUNDARIES] [RUNS]

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "geo/boundaries/read.h"
#include "geo/coverage/cube.h"
#include "geo/projects/dataset.h"

using namespace malimap;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "bench_read LIST [BOUNDARIES] [RUNS]\n");
    return 2;
  }
  Problems of_boundaries;
  auto boundaries = argc > 2 && argv[2][0] != '\0' ? read_boundaries(argv[2], {}, of_boundaries)
                                                   : Result<Boundaries>(embedded_boundaries());
  if (!boundaries)
    return 2;
  const int runs = argc > 3 ? std::atoi(argv[3]) : 3;
  std::vector<double> reading, placing;
  for (int run = 0; run < runs; ++run) {
    Problems problems;
    const auto start = Clock::now();
    const auto dataset = read_projects(argv[1], *boundaries, {}, problems);
    reading.push_back(seconds_since(start));
    if (!dataset) {
      fmt::print(stderr, "{}\n", dataset.error().what.msgid);
      return 2;
    }
    const auto read = Clock::now();
    const CoverageCube cube(*dataset, *boundaries, boundaries->finest().level);
    const Coverage coverage = cover(cube, {});
    placing.push_back(seconds_since(read));
    if (run == 0)
      fmt::print(
          "read {} used {} national {} outside {} unlocated {} skipped {}; problems {}; projects "
          "{}\n",
          dataset->counts.read, dataset->counts.used, dataset->counts.national,
          dataset->counts.outside, dataset->counts.unlocated, dataset->counts.skipped,
          problems.size(), coverage.total.projects.value_or(0));
  }
  std::sort(reading.begin(), reading.end());
  std::sort(placing.begin(), placing.end());
  fmt::print(
      "read and matched: median {:.2f} s ({:.2f} to {:.2f}), first coverage: median {:.2f} s, peak "
      "memory {:.0f} MB\n",
      reading[reading.size() / 2], reading.front(), reading.back(), placing[placing.size() / 2],
      peak_megabytes());
  return 0;
}
