// How long all views of a filter take over a list, and what the coverage of its units then is, as
// JSON: what tests/bench/filters holds against its peers' answers. The list as it was read and
// matched can be written out, so that all engines filter the same rows.
//
//   bench_filters LIST BOUNDARIES RUNS [ROWS.csv]
//
// ROWS.csv: P-code of the zone (empty: in none whole), fund, status, cents, first and last day
// (days since 1970).

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "geo/base/parallel.h"
#include "geo/boundaries/read.h"
#include "geo/coverage/filter.h"
#include "geo/coverage/linked.h"
#include "tests/bench/timing.h"

using namespace malimap;

namespace {

/// A step of a user's: the same filter in every engine.
struct Case {
  std::string name;
  std::vector<std::string> expressions;
};

const std::vector<Case> kCases = {
    {"all", {}},
    {"fund", {"fund=TF"}},
    {"status", {"status=ongoing"}},
    {"fund-status", {"fund=TF", "status=ongoing"}},
    {"budget", {"budget=5000..20000"}},
    {"start", {"start=2016..2018"}},
    {"all-parts", {"fund=TF", "status=ongoing", "budget=1000..30000", "start=2013..2020"}},
};

/// The zone that a row lies in whole; empty: in none, or in several.
std::string zone_of(const CoverageCube& cube, std::size_t row) {
  const auto parts = cube.placement().parts_of(row);
  const auto slot = parts.size() == 1 ? static_cast<std::size_t>(parts.front().slot) : SIZE_MAX;
  const auto& zones = cube.plan().zones;
  return slot < zones.size() ? zones[slot].code : std::string();
}

/// What a row lacks stays empty.
void write_rows(const CoverageCube& cube, std::FILE* out) {
  const Projects& list = *cube.dataset().projects;
  const auto text = [](const DictionaryColumn& column, std::size_t row) {
    return column.codes[row] == kMissing ? std::string()
                                         : std::string(column.dictionary.text(column.codes[row]));
  };
  const auto days = [](const std::optional<Date>& date) {
    return date ? std::to_string(std::chrono::sys_days(*date).time_since_epoch().count())
                : std::string();
  };
  fmt::print(out, "pcode,fund,status,cents,first,last\n");
  for (std::size_t row = 0; row < list.size(); ++row) {
    const auto budget = list.budget.at(row);
    fmt::print(out, "{},{},{},{},{},{}\n", zone_of(cube, row), text(list.fund, row),
               text(list.status, row), budget ? std::to_string(budget->value) : std::string(),
               days(list.start.at(row)), days(list.end.at(row)));
  }
}

nlohmann::ordered_json counts_of(const Coverage& coverage) {
  nlohmann::ordered_json counts = nlohmann::ordered_json::object();
  for (const CoverageZone& zone : coverage.zones)
    if (const auto projects = zone.figures.projects.value_or(0); projects > 0)
      counts[zone.code] = {projects, zone.figures.budget ? zone.figures.budget->value : 0};
  return counts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "bench_filters LIST BOUNDARIES RUNS [ROWS.csv]\n");
    return 2;
  }
  Problems problems;
  const auto boundaries = read_boundaries(argv[2], {}, problems);
  if (!boundaries)
    return 2;
  const auto dataset = read_projects(argv[1], *boundaries, {}, problems);
  if (!dataset)
    return 2;
  auto start = Clock::now();
  const CoverageCube cube(*dataset, *boundaries, boundaries->finest().level);
  (void)cube.bins();
  const double once = milliseconds_since(start);
  if (std::FILE* out = argc > 4 ? std::fopen(argv[4], "w") : nullptr) {
    write_rows(cube, out);
    std::fclose(out);
  }
  nlohmann::ordered_json result{
      {"rows", dataset->projects->size()}, {"threads", worker_count()}, {"once_ms", once}};
  for (const Case& one : kCases) {
    Filter filter;
    for (const auto& expression : one.expressions)
      if (const auto read = add_to_filter(filter, expression, *dataset, *boundaries); !read) {
        fmt::print(stderr, "{}\n", sentence(read.error(), Translator(Language::English)));
        return 2;
      }
    std::vector<double> times;
    LinkedViews views;
    for (int run = 0; run < std::max(1, std::atoi(argv[3])); ++run) {
      start = Clock::now();
      views = linked_views(cube, filter);
      times.push_back(milliseconds_since(start));
    }
    result["cases"][one.name] = {{"ms", median(times)}, {"counts", counts_of(views.coverage)}};
  }
  fmt::print("{}\n", result.dump());
  return 0;
}
