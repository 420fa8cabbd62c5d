// What a list holds in memory, in bytes a row: its columns, and what is made of them once it is
// open.
//
//   bench_memory LIST [BOUNDARIES]

#include <fmt/format.h>
#include <malloc.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

#include "geo/boundaries/read.h"
#include "geo/coverage/engine/engine.h"
#include "geo/coverage/engine/strata.h"
#include "geo/map/marker_index.h"
#include "geo/map/shapes.h"

using namespace malimap;

namespace {

double held() {
  const auto info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

/// The most that the process has had at once since its peak was last forgotten, in MB.
double peak() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:"))
      return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}

void forget_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;
}

class Report {
 public:
  explicit Report(std::size_t rows) : rows_(static_cast<double>(rows)) {}
  void line(const std::string& what, double bytes) const {
    fmt::print("  {:<28} {:8.2f}\n", what, bytes / rows_);
  }
  /// What the work leaves behind, and what it has had at once.
  void stage(const std::string& what, const std::function<void()>& work) const {
    forget_peak();
    const double before = held(), peak_before = peak();
    work();
    fmt::print("{:<30} {:8.2f}   at most {:7.1f} at once\n", what, (held() - before) / rows_,
               (peak() - peak_before) * (1 << 20) / rows_);
  }

 private:
  double rows_;
};

void print_columns(const Projects& list, const Report& report) {
  const auto several = [](const MultiDictionaryColumn& column) {
    return column.codes.memory() + column.offsets.memory();
  };
  const auto texts = [&](const char* name, const TextColumn& column) {
    report.line(fmt::format("{}{}", name, column.distinct() ? " (held once)" : ""),
                static_cast<double>(column.memory()));
  };
  const auto line = [&](const char* name, std::size_t bytes) {
    report.line(name, static_cast<double>(bytes));
  };
  texts("id", list.id);
  texts("title", list.title);
  texts("place as typed", list.place_text);
  texts("notes", list.notes);
  line("row", list.row.memory());
  line("fund, status, currency",
       list.fund.codes.memory() + list.status.codes.memory() + list.currency.codes.memory());
  line("sector", several(list.sector));
  line("shares of sectors", list.sector_share.capacity() * sizeof(double));
  line("donor, partner", several(list.donor) + several(list.partner));
  line("count", list.count.memory());
  line("budget", list.budget.memory());
  line("amount", list.amount.memory());
  line("start, end", list.start.memory() + list.end.memory());
  line("scope", list.scope.capacity());
  line("rows of one project", list.project_of_row.capacity() * sizeof(std::int32_t));
  line("locations", list.locations.memory());
  line("rows into locations", list.location_offsets.memory());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "bench_memory LIST [BOUNDARIES]\n");
    return 2;
  }
  Problems problems;
  const auto boundaries =
      argc > 2 ? read_boundaries(argv[2], {}, problems) : Result<Boundaries>(embedded_boundaries());
  if (!boundaries) {
    fmt::print(stderr, "{}\n", boundaries.error().what.msgid);
    return 1;
  }
  const double before = held();
  auto dataset = read_projects(argv[1], *boundaries, {}, problems);
  if (!dataset) {
    fmt::print(stderr, "{}\n", dataset.error().what.msgid);
    return 1;
  }
  problems = {};
  const std::size_t rows = dataset->projects->size();
  const Report report(rows);
  fmt::print("{} rows, bytes a row; while they were read {:.0f} MB\n", rows, peak());
  fmt::print("{:<30} {:8.2f}\n", "columns", (held() - before) / static_cast<double>(rows));
  print_columns(*dataset->projects, report);
  Snapshot<CoverageCube> cube;
  report.stage("places and order of rows", [&] {
    cube = snapshot(CoverageCube(*dataset, *boundaries, boundaries->finest().level));
  });
  report.stage("bins", [&] { (void)cube->bins(); });
  report.stage("folded texts", [&] { (void)cube->texts(); });
  report.stage("a search", [&] { (void)cube->texts().rows_with("ecole"); });
  report.stage("strata", [&] { (void)cube->strata(); });
  std::unique_ptr<CoverageEngine> engine;
  report.stage("engine with its sums", [&] {
    engine = std::make_unique<CoverageEngine>(cube);
    engine->prepare();
  });
  Snapshot<MarkerIndex> markers;
  report.stage("places on the map",
               [&] { markers = snapshot(MarkerIndex(*dataset, projection_of({}, *boundaries))); });
  return 0;
}
