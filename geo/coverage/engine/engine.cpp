#include "geo/coverage/engine/engine.h"

#include <algorithm>

#include "geo/coverage/engine/strata_filter.h"

namespace malimap {

bool CoverageEngine::is_worth_it(const CoverageCube& cube, std::size_t worth_strata) {
  return !cube.dataset().aggregates && cube.dataset().projects->size() >= worth_strata;
}

CoverageEngine::CoverageEngine(Snapshot<CoverageCube> cube, std::size_t worth_strata,
                               std::size_t most_bytes)
    : cube_(std::move(cube)), most_bytes_(most_bytes) {
  if (!is_worth_it(*cube_, worth_strata))
    return;
  axes_ = axes_of(cube_->strata(), most_bytes_ / 3 / ViewTallies(*cube_).bytes());
}

LinkedViews CoverageEngine::views(const Filter& filter) {
  const Filter last = std::exchange(last_, filter);
  wanted_.reset();
  if (const Made* made = at_hand(filter))
    return answer(*made, filter);
  wanted_ = changed_axis(last, filter);
  ++scans_;
  if (axes_.empty())
    return linked_views(*cube_, filter);
  return scan_list(ViewFilter(*cube_, filter),
                   StrataFilter(cube_->strata(), *cube_->dataset().projects, filter))
      .views(*cube_, filter);
}

CoverageEngine::Sums CoverageEngine::make(const Wanted& wanted, const Progress* progress) const {
  return axes_[wanted.axis]->sums(*cube_, wanted.rest, progress);
}

void CoverageEngine::put(const Wanted& wanted, Sums sums) {
  made_.push_front({wanted, std::move(sums)});
  if (wanted_ == made_.front().what)
    wanted_.reset();
  std::size_t bytes = 0;
  for (auto made = made_.begin(); made != made_.end();) {
    bytes += made->sums->bytes();
    made = bytes > most_bytes_ ? made_.erase(made) : std::next(made);
  }
}

void CoverageEngine::prepare(const Progress* progress) {
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
    if (progress && progress->cancelled())
      return;
    put({axis, {}}, make({axis, {}}, progress));
  }
}

const CoverageEngine::Made* CoverageEngine::at_hand(const Filter& filter) {
  const auto found = std::find_if(made_.begin(), made_.end(), [&](const Made& made) {
    const Axis& axis = *axes_[made.what.axis];
    return axis.answers(filter) && made.what.rest == without(filter, axis.parts());
  });
  if (found == made_.end())
    return nullptr;
  made_.splice(made_.begin(), made_, found);
  return &made_.front();
}

std::optional<CoverageEngine::Wanted> CoverageEngine::changed_axis(const Filter& from,
                                                                   const Filter& to) const {
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    if (Filter rest = without(to, axes_[axis]->parts());
        axes_[axis]->answers(to) && rest == without(from, axes_[axis]->parts()))
      return Wanted{axis, std::move(rest)};
  return std::nullopt;
}

LinkedViews CoverageEngine::answer(const Made& made, const Filter& filter) const {
  ViewTallies sums = made.sums->under(filter);
  if (const auto loose = axes_[made.what.axis]->loose(); !loose.empty())
    sums.merge(scan_rows(ViewFilter(*cube_, filter), loose));
  return sums.views(*cube_, filter);
}

}  // namespace malimap
