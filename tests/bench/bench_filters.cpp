// How long all views of a filter take over a list, and what the coverage of its units then is, as
// JSON: what tests/bench/filters holds against its peers' answers. The list as it was read and
// matched can be written out, so that all engines filter the same rows.
//
//   bench_filters LIST BOUNDARIES RUNS [ROWS.csv]
//
// ROWS.csv: P-code of the zone (empty: in none whole), fund, sectors, status, cents, first and last
// day (days since 1970). Every case is told with its filters, in the same units.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "geo/base/parallel.h"
#include "geo/boundaries/read.h"
#include "geo/coverage/engine/engine.h"
#include "tests/bench/timing.h"

using namespace malimap;

namespace {

/// What a user does: some filters one after another. Each is asked for coming from none at all, or
/// `steps` from the one before, as a brush goes.
struct Case {
  std::string name;
  std::vector<Filter> filters;
  bool steps = false;
};

Filter with(std::set<std::string> fund, std::set<std::string> status) {
  Filter filter;
  filter.fund = std::move(fund);
  filter.status = std::move(status);
  return filter;
}

Date day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

/// Ranges that follow nothing, as typed.
std::vector<Filter> any_budgets(std::size_t count) {
  std::mt19937_64 random(1);
  std::vector<Filter> filters(count);
  for (Filter& filter : filters) {
    const auto low = static_cast<std::int64_t>(random() % 3'000'000);
    filter.budget = {Cents{low}, Cents{low + static_cast<std::int64_t>(random() % 2'000'000)}};
  }
  return filters;
}

std::vector<Filter> any_starts(std::size_t count) {
  std::mt19937_64 random(2);
  std::vector<Filter> filters(count);
  for (Filter& filter : filters) {
    const Date first =
        day(2012 + static_cast<int>(random() % 6), 1 + random() % 12, 1 + random() % 28);
    filter.start = {first, Date(std::chrono::sys_days(first) + std::chrono::days(random() % 2000))};
  }
  return filters;
}

/// Three years wide, from month to month.
std::vector<Filter> brushed(Filter filter, int months) {
  std::vector<Filter> filters;
  for (int month = 0; month < months; ++month) {
    const auto first = std::chrono::year(2013) / 1 + std::chrono::months(month);
    const auto behind = first + std::chrono::months(36);
    filter.start = {Date(first / 1),
                    Date(std::chrono::sys_days(behind / 1) - std::chrono::days(1))};
    filters.push_back(filter);
  }
  return filters;
}

/// A sector of which no row has another beside it: the peers hold a row's sectors as one text.
std::string sector_alone(const Projects& list) {
  std::vector<bool> beside(list.sector.dictionary.size());
  for (std::size_t row = 0; row < list.size(); ++row)
    for (const Code code : list.sector.at(row))
      beside[static_cast<std::size_t>(code)] =
          beside[static_cast<std::size_t>(code)] || list.sector.at(row).size() > 1;
  const auto alone = std::find(beside.begin(), beside.end(), false) - beside.begin();
  return static_cast<std::size_t>(alone) < beside.size()
             ? list.sector.dictionary.text(static_cast<Code>(alone))
             : std::string();
}

std::vector<Case> cases(const Projects& list) {
  Filter fund_sector = with({"TF"}, {});
  fund_sector.sector = {sector_alone(list)};
  Filter all_parts = with({"TF"}, {"ongoing"});
  all_parts.budget = {Cents{100'000}, Cents{3'000'000}};
  all_parts.start = {day(2013, 1, 1), day(2020, 12, 31)};
  return {{"all", {{}}},
          {"fund", {with({"TF"}, {}), with({"QIP", "PBF"}, {})}},
          {"status", {with({}, {"ongoing"})}},
          {"fund-sector", {fund_sector}},
          {"fund-status", {with({"TF"}, {"ongoing"}), with({"QIP"}, {"completed", "planned"})}},
          {"any-budget", any_budgets(9)},
          {"any-start", any_starts(9)},
          {"all-parts", {all_parts}},
          {"brush", brushed({}, 36), true},
          {"brush-fund", brushed(with({"TF"}, {}), 36), true}};
}

nlohmann::ordered_json told(const Filter& filter) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  if (!filter.fund.empty())
    json["fund"] = filter.fund;
  if (!filter.sector.empty())
    json["sector"] = filter.sector;
  if (!filter.status.empty())
    json["status"] = filter.status;
  if (!filter.budget.empty())
    json["cents"] = {as_number(*filter.budget.low), as_number(*filter.budget.high)};
  if (!filter.start.empty())
    json["first"] = {as_number(*filter.start.first), as_number(*filter.start.last)};
  return json;
}

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
  const auto sectors = [&](std::size_t row) {
    std::string joined;
    for (const Code code : list.sector.at(row))
      joined += (joined.empty() ? "" : "; ") + list.sector.dictionary.text(code);
    return joined;
  };
  fmt::print(out, "pcode,fund,sector,status,cents,first,last\n");
  for (std::size_t row = 0; row < list.size(); ++row) {
    const auto budget = list.budget.at(row);
    fmt::print(out, "{},{},{},{},{},{},{}\n", zone_of(cube, row), text(list.fund, row),
               sectors(row), text(list.status, row),
               budget ? std::to_string(budget->value) : std::string(), days(list.start.at(row)),
               days(list.end.at(row)));
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
  const auto cube = snapshot(CoverageCube(*dataset, *boundaries, boundaries->finest().level));
  (void)cube->bins();
  const double placed = milliseconds_since(start);
  if (std::FILE* out = argc > 4 ? std::fopen(argv[4], "w") : nullptr) {
    write_rows(*cube, out);
    std::fclose(out);
  }
  start = Clock::now();
  CoverageEngine engine(cube);
  engine.prepare();
  nlohmann::ordered_json result{{"rows", dataset->projects->size()},
                                {"units", boundaries->finest().units.size()},
                                {"threads", worker_count()},
                                {"placing_ms", placed},
                                {"strata_ms", milliseconds_since(start)}};
  for (const Case& one : cases(*dataset->projects)) {
    std::vector<double> times;
    LinkedViews views;
    nlohmann::ordered_json filters = nlohmann::ordered_json::array();
    double first = 0, beside = 0;
    for (int run = 0; run < std::max(1, std::atoi(argv[3])); ++run)
      for (std::size_t i = 0; i < one.filters.size(); ++i) {
        if (!one.steps || i == 0)
          (void)engine.views(one.steps ? with(one.filters[0].fund, one.filters[0].status)
                                       : Filter{});
        start = Clock::now();
        views = engine.views(one.filters[i]);
        times.push_back(milliseconds_since(start));
        first = times.size() == 1 ? times[0] : first;
        // What a job does beside the window.
        if (const auto wanted = engine.wanted(); wanted && one.steps) {
          start = Clock::now();
          engine.put(*wanted, engine.make(*wanted));
          beside = milliseconds_since(start);
        }
      }
    for (const Filter& filter : one.filters)
      filters.push_back(told(filter));
    result["cases"][one.name] = {{"ms", median(times)},
                                 {"slowest_ms", *std::max_element(times.begin(), times.end())},
                                 {"first_ms", first},
                                 {"beside_ms", beside},
                                 {"steps", one.steps},
                                 {"filters", filters},
                                 {"counts", counts_of(views.coverage)}};
  }
  fmt::print("{}\n", result.dump());
  return 0;
}
