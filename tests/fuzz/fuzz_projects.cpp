// A project list of any bytes: read, covered, and the sums held against the total.

#include "geo/boundaries/read.h"
#include "geo/coverage/coverage.h"
#include "geo/projects/dataset.h"
#include "tests/fuzz/temporary_file.h"

namespace {

using namespace malimap;

std::int64_t cents(const Figures& figures) {
  return figures.budget.value_or(Cents{}).value;
}

void check_counts(const Dataset& dataset) {
  const ReadCounts& n = dataset.counts;
  fuzz::require(n.used + n.national + n.outside + n.unlocated + n.skipped == n.read,
                "every row went somewhere");
}

void check_sums(const Coverage& coverage) {
  std::int64_t sum = cents(coverage.national) + cents(coverage.unlocated) +
                     cents(coverage.outside) + cents(coverage.coarser);
  for (const CoverageZone& zone : coverage.zones)
    sum += cents(zone.figures);
  fuzz::require(sum == cents(coverage.total), "the parts add up to the total to the cent");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Boundaries boundaries = embedded_boundaries();
  static const fuzz::TemporaryFile csv(".csv"), geojson(".geojson");
  const auto& file = size > 0 && data[0] == '{' ? geojson : csv;
  Problems problems;
  const auto dataset = read_projects(file.holding({data, size}), boundaries, {}, problems);
  if (!dataset) {
    fuzz::require(!sentence(dataset.error(), Translator(Language::French)).empty(),
                  "an error says something");
    return 0;
  }
  check_counts(*dataset);
  check_sums(cover(*dataset, boundaries, Level::Region, {}));
  return 0;
}
