// How long all views of a filter take, for the filters that a user makes while exploring.
//
//   bench_linked LIST [BOUNDARIES] [RUNS]

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "geo/base/parallel.h"
#include "geo/boundaries/read.h"
#include "geo/coverage/folded_texts.h"
#include "geo/coverage/linked.h"
#include "geo/coverage/row_bins.h"
#include "tests/bench/timing.h"

using namespace malimap;

namespace {

struct Case {
  std::string name;
  std::vector<std::string> expressions;
};

const std::vector<Case> kCases = {
    {"no filter", {}},
    {"one fund", {"fund=TF"}},
    {"all but a sector", {"sector!=Santé"}},
    {"a range of budgets", {"budget=5000..20000"}},
    {"a window of time", {"active=2016..2018"}},
    {"two letters of text", {"text=ta"}},
    {"a word of text", {"text=forage"}},
    {"the north", {"area=north"}},
    {"everything at once",
     {"fund!=PBF", "sector!=Justice", "status=ongoing,completed", "budget=1000..30000",
      "start=2013..2020", "active=2014..2019", "text=re", "area=north"}},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "bench_linked LIST [BOUNDARIES] [RUNS]\n");
    return 2;
  }
  Problems problems;
  auto boundaries = argc > 2 && argv[2][0] != '\0' ? read_boundaries(argv[2], {}, problems)
                                                   : Result<Boundaries>(embedded_boundaries());
  if (!boundaries)
    return 2;
  const int runs = argc > 3 ? std::atoi(argv[3]) : 21;
  const auto dataset = read_projects(argv[1], *boundaries, {}, problems);
  if (!dataset)
    return 2;
  auto start = Clock::now();
  const CoverageCube cube(*dataset, *boundaries, boundaries->finest().level);
  const double placing = milliseconds_since(start);
  start = Clock::now();
  (void)cube.texts();
  const double folding = milliseconds_since(start);
  start = Clock::now();
  (void)cube.bins();
  fmt::print(
      "{} rows, {} units, {} threads; once: placing {:.0f} ms, texts {:.0f} ms, bins {:.1f} ms\n",
      dataset->projects->size(), boundaries->finest().units.size(), worker_count(), placing,
      folding, milliseconds_since(start));
  for (const Case& one : kCases) {
    Filter filter;
    for (const auto& expression : one.expressions)
      if (!add_to_filter(filter, expression, *dataset, *boundaries))
        fmt::print("  ({} means nothing here)\n", expression);
    std::vector<double> times;
    std::int64_t projects = 0;
    for (int run = 0; run < runs; ++run) {
      start = Clock::now();
      projects = linked_views(cube, filter).coverage.total.projects.value_or(0);
      times.push_back(milliseconds_since(start));
    }
    fmt::print("{:<20} {:>8} projects  median {:6.2f} ms  slowest {:6.2f} ms\n", one.name, projects,
               median(times), *std::max_element(times.begin(), times.end()));
  }
  return 0;
}
