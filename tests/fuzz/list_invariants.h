#pragma once
// What holds for every list that was read, whatever was in it.

#include "geo/coverage/coverage.h"
#include "geo/projects/dataset.h"
#include "tests/fuzz/temporary_file.h"

namespace malimap::fuzz {

inline void check_counts(const ReadCounts& n) {
  require(n.used + n.national + n.outside + n.unlocated + n.skipped == n.read,
          "every row went somewhere");
  for (const auto& [currency, sums] : n.amounts)
    require(sums.used.value + sums.national.value + sums.outside.value + sums.unlocated.value +
                    sums.skipped.value ==
                sums.read.value,
            "every amount went somewhere");
}

inline void check_sums(const Coverage& coverage) {
  const auto cents = [](const Figures& figures) { return figures.budget.value_or(Cents{}).value; };
  std::int64_t sum = cents(coverage.national) + cents(coverage.unlocated) +
                     cents(coverage.outside) + cents(coverage.coarser);
  for (const CoverageZone& zone : coverage.zones)
    sum += cents(zone.figures);
  require(sum == cents(coverage.total), "the parts add up to the total to the cent");
}

/// Reads the file as a list, covers it, and holds the sums against the total.
inline void check_list(const std::string& path) {
  static const Boundaries boundaries = embedded_boundaries();
  Problems problems;
  const auto dataset = read_projects(path, boundaries, {}, problems);
  if (!dataset) {
    require(!sentence(dataset.error(), Translator(Language::French)).empty(),
            "an error says something");
    return;
  }
  check_counts(dataset->counts);
  check_sums(cover(*dataset, boundaries, Level::Region, {}));
}

}  // namespace malimap::fuzz
