#include "geo/coverage/engine/axis.h"

#include "geo/base/parallel.h"
#include "geo/coverage/engine/range_axes.h"
#include "geo/coverage/engine/range_strata.h"
#include "geo/coverage/engine/value_axis.h"

namespace malimap {
namespace {

constexpr std::size_t kFewest = 16;            // strata of a range that are any use
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

std::vector<std::unique_ptr<Axis>> axes_of(const ListStrata& strata, std::size_t most) {
  std::vector<std::unique_ptr<Axis>> axes;
  if (most < 2 * kFewest)
    return axes;
  const auto worth = [](const Strata& of) {
    return of.count > 0 && of.loose.size() <= of.of_row.size() / 4;
  };
  const auto at_most = [](const RangeStrata& of, std::size_t count) {
    return of.strata.count <= count ? Snapshot<RangeStrata>(Snapshot<RangeStrata>(), &of)
                                    : snapshot(coarser(of, count));
  };
  // Ranges first: they add up two strata, whatever there are.
  if (worth(strata.budget.strata))
    axes.push_back(budget_axis(at_most(strata.budget, most)));
  if (worth(strata.start.strata))
    axes.push_back(start_axis(at_most(strata.start, most)));
  if (worth(strata.begin.strata) && worth(strata.end.strata))
    axes.push_back(active_axis(at_most(strata.begin, most / 2), at_most(strata.end, most / 2)));
  for (const ValueStrata& values : strata.values)
    if (worth(values.strata) && values.strata.count <= most)
      axes.push_back(value_axis(values));
  return axes;
}

}  // namespace malimap
