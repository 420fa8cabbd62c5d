#include "geo/coverage/timeline_tally.h"

#include <algorithm>

namespace malimap {

TimelineTally::TimelineTally(const RowBins& bins, bool rows_share_projects)
    : bins_(&bins), shared_(rows_share_projects) {
  const std::size_t months = bins.months().empty() ? 0 : bins.months().size() - 1;
  active_steps_.resize(months + 1);
  budget_steps_.resize(months + 1);
  begun_.resize(months);
  ended_.resize(months);
  if (shared_)
    most_.resize(months);
}

void TimelineTally::add(std::size_t row, const RowFigures& figures) {
  const RowBins::Row& bin = (*bins_)[row];
  if (!shared_ || project_.number != figures.project)
    finish();
  project_.number = figures.project;
  project_.count = std::max(project_.count, figures.count);
  if (bin.begin == RowBins::kNone)
    return;
  const bool open = bin.end == RowBins::kNone;
  const Stretch stretch{std::max<int>(bin.begin, 0),
                        open ? month_count() - 1 : std::min<int>(bin.end, month_count() - 1),
                        figures.count};
  add_budget(stretch, figures);
  project_.begin = project_.begins ? std::min<int>(project_.begin, bin.begin) : bin.begin;
  project_.end = project_.begins ? std::max<int>(project_.end, bin.end) : bin.end;
  project_.open = project_.open || open;
  project_.begun_count = std::max(project_.begun_count, figures.count);
  project_.begins = true;
  if (shared_)
    project_.stretches.push_back(stretch);
  else
    add_active(stretch);
}

void TimelineTally::add_budget(const Stretch& stretch, const RowFigures& figures) {
  if (stretch.begin > stretch.end)
    return;
  budget_steps_[static_cast<std::size_t>(stretch.begin)] += figures.budget.value;
  budget_steps_[static_cast<std::size_t>(stretch.end) + 1] -= figures.budget.value;
}

void TimelineTally::add_active(const Stretch& stretch) {
  if (stretch.begin > stretch.end)
    return;
  active_steps_[static_cast<std::size_t>(stretch.begin)] += stretch.count;
  active_steps_[static_cast<std::size_t>(stretch.end) + 1] -= stretch.count;
}

void TimelineTally::finish() {
  const auto month = [&](int number) { return number >= 0 && number < month_count(); };
  if (!project_.begins) {
    without_ += project_.count;
  } else {
    if (month(project_.begin))
      begun_[static_cast<std::size_t>(project_.begin)] += project_.begun_count;
    if (project_.open)
      open_end_ += project_.begun_count;
    else if (month(project_.end))
      ended_[static_cast<std::size_t>(project_.end)] += project_.begun_count;
  }
  auto& stretches = project_.stretches;
  if (stretches.size() == 1) {
    add_active(stretches.front());
  } else if (!stretches.empty()) {
    int first = month_count(), last = -1;
    for (const Stretch& stretch : stretches) {
      if (stretch.begin > stretch.end)
        continue;
      first = std::min(first, stretch.begin);
      last = std::max(last, stretch.end);
      for (int m = stretch.begin; m <= stretch.end; ++m)
        most_[static_cast<std::size_t>(m)] =
            std::max(most_[static_cast<std::size_t>(m)], stretch.count);
    }
    std::int64_t before = 0;
    for (int m = first; m <= last; ++m) {
      const auto at = static_cast<std::size_t>(m);
      active_steps_[at] += most_[at] - before;
      before = most_[at];
      most_[at] = 0;
    }
    if (last >= 0)
      active_steps_[static_cast<std::size_t>(last) + 1] -= before;
  }
  stretches.clear();  // keeps its memory: nothing is allocated a row
  project_.count = project_.begun_count = 0;
  project_.begins = project_.open = false;
}

template <class Combine>
void TimelineTally::combine(const TimelineTally& other, Combine combine) {
  const auto each = [&](std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
    for (std::size_t i = 0; i < to.size(); ++i)
      combine(to[i], from[i]);
  };
  each(active_steps_, other.active_steps_);
  each(budget_steps_, other.budget_steps_);
  each(begun_, other.begun_);
  each(ended_, other.ended_);
  combine(without_, other.without_);
  combine(open_end_, other.open_end_);
}

void TimelineTally::merge(const TimelineTally& other) {
  combine(other, [](std::int64_t& to, std::int64_t from) { to += from; });
}

void TimelineTally::take_away(const TimelineTally& other) {
  combine(other, [](std::int64_t& to, std::int64_t from) { to -= from; });
}

Timeline TimelineTally::timeline() {
  finish();
  Timeline timeline;
  timeline.months = bins_->months();
  std::int64_t active = 0;
  Cents budget;
  for (std::size_t month = 0; month < begun_.size(); ++month) {
    active += active_steps_[month];
    budget += Cents{budget_steps_[month]};
    timeline.active.push_back(active);
    timeline.budget.push_back(budget);
  }
  timeline.begun = begun_;
  timeline.ended = ended_;
  timeline.without = without_;
  timeline.open_end = open_end_;
  return timeline;
}

}  // namespace malimap
