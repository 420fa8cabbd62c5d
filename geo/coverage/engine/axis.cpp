#include "geo/coverage/engine/axis.h"

#include "geo/base/parallel.h"
#include "geo/coverage/engine/range_axes.h"
#include "geo/coverage/engine/value_axis.h"

namespace malimap {
namespace {

constexpr std::size_t kRowsALook = 1U << 16U;  // at whether it is cancelled

}  // namespace

std::vector<ViewTallies> sums_of_strata(const ViewFilter& rest, const Strata& strata,
                                        const Progress* progress) {
  std::vector<ViewTallies> sums(strata.count, ViewTallies(rest.cube));
  const RowOrder& order = rest.cube.order();
  // Each thread passes over all rows and takes those of its own strata: nothing to add up behind.
  const std::size_t threads = worker_count();
  in_parallel(threads, [&](std::size_t t) {
    ViewScan scan(rest);
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (progress && i % kRowsALook == 0 && progress->cancelled())
        break;
      const std::size_t row = order.row(i);
      const std::size_t stratum = strata.of_row[row];
      if (stratum < strata.count && stratum % threads == t)
        scan.add(row, sums[stratum]);
    }
    for (std::size_t s = t; s < sums.size(); s += threads)
      sums[s].close();
  });
  return sums;
}

std::vector<std::unique_ptr<Axis>> axes_of(const ListStrata& strata) {
  std::vector<std::unique_ptr<Axis>> axes;
  const auto worth = [](const Strata& of) {
    return of.count > 0 && of.loose.size() <= of.of_row.size() / 4;
  };
  // Ranges first: they add up two strata, whatever there are.
  if (worth(strata.budget.strata))
    axes.push_back(budget_axis(strata.budget));
  if (worth(strata.start.strata))
    axes.push_back(start_axis(strata.start));
  if (worth(strata.begin.strata) && worth(strata.end.strata))
    axes.push_back(active_axis(strata.begin, strata.end));
  for (const ValueStrata& values : strata.values)
    if (worth(values.strata))
      axes.push_back(value_axis(values));
  return axes;
}

}  // namespace malimap
