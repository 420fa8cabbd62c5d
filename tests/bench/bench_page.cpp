// How long one A4 page takes, from the data in memory to the bytes of a file.
//
//   bench_page BOUNDARIES [LEVEL] [RUNS] [FOLDER to write the last files into]

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "geo/base/save.h"
#include "geo/boundaries/context.h"
#include "geo/boundaries/read.h"
#include "geo/output/document.h"
#include "geo/projects/dataset.h"

using namespace malimap;

namespace {

using Clock = std::chrono::steady_clock;

struct Job {
  Picture picture;
  Snapshot<Shapes> shapes;
  Scene scene;
};

std::string page_of(const Job& job, PageFormat format, const PageSize& size) {
  const auto document = make_document(format, {job.picture.title, Language::French, today()});
  paint_page(document->begin_page(size, {job.picture.title, {}}),
             {&job.picture, job.shapes, &job.scene, Language::French}, size);
  document->end_page();
  return document->finish().value_or(std::string{});
}

/// Everything but drawing: texts measured, labels placed.
void measure_layout(const Job& job, int runs) {
  const std::clock_t before = std::clock();
  NullCanvas nowhere;
  for (int run = 0; run < runs; ++run)
    paint_page(nowhere, {&job.picture, job.shapes, &job.scene, Language::French},
               parse_page_size("A4", 96).value());
  fmt::print("layout alone processor {:.1f} ms a page\n",
             1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC / runs);
}

void measure(const Job& job, PageFormat format, double dpi, const char* name, int runs,
             const std::string& folder) {
  const PageSize size = parse_page_size("A4", dpi).value();
  std::vector<double> times;
  std::string bytes;
  const std::clock_t before = std::clock();
  for (int run = 0; run < runs; ++run) {
    const auto start = Clock::now();
    bytes = page_of(job, format, size);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  const double processor = 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  std::sort(times.begin(), times.end());
  fmt::print("{:<12} best {:.1f} ms, median {:.1f} ms, processor {:.1f} ms a page, {} kB\n", name,
             times[0], times[times.size() / 2], processor / runs, bytes.size() / 1000);
  if (!folder.empty())
    (void)save_file(folder + "/bench-page." + (format == PageFormat::Png ? "png" : "pdf"), bytes);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "bench_page BOUNDARIES [LEVEL] [RUNS] [FOLDER]\n");
    return 2;
  }
  Problems problems;
  auto boundaries = read_boundaries(argv[1], {}, problems);
  if (!boundaries)
    return 2;
  const Level level = argc > 2 && std::string(argv[2]) == "region" ? Level::Region : Level::Cercle;
  const int runs = argc > 3 ? std::atoi(argv[3]) : 21;
  const Dataset dataset = embedded_dataset(*boundaries);
  Job job;
  job.scene.level = level;
  PictureInput input;
  input.dataset = snapshot(dataset);
  input.boundaries = snapshot(*boundaries);
  job.shapes = input.shapes = snapshot(
      make_shapes(*boundaries, level, embedded_context(), default_projection(*boundaries)).value());
  input.coverage = snapshot(cover(dataset, *boundaries, level, {}));
  input.scene = &job.scene;
  job.picture = make_picture(input);
  const std::string folder = argc > 4 ? argv[4] : "";
  measure_layout(job, runs);
  measure(job, PageFormat::Pdf, 96, "PDF", runs, folder);
  measure(job, PageFormat::Png, 300, "PNG 300 dpi", runs, folder);
  return 0;
}
