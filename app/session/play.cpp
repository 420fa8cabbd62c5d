#include "app/session/play.h"

#include <algorithm>

namespace malimap {

Date first_day(Date date, int months) {
  const auto month = date.year() / date.month() + std::chrono::months{months};
  return Date(month / std::chrono::day{1});
}

Date last_day(Date date, int months) {
  const auto month = date.year() / date.month() + std::chrono::months{months};
  return Date(month / std::chrono::last);
}

int months_between(Date from, Date to) {
  return (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 +
         static_cast<int>(static_cast<unsigned>(to.month())) -
         static_cast<int>(static_cast<unsigned>(from.month()));
}

DateRange moved(const DateRange& range, int months) {
  DateRange out;
  if (range.first)
    out.first = first_day(*range.first, months);
  if (range.last)
    out.last = last_day(*range.last, months);
  return out;
}

DateRange days_of(const Timeline& timeline) {
  // One edge more than bins: the last one is the month after.
  if (timeline.months.size() < 2)
    return {};
  return {timeline.months.front(), last_day(timeline.months.back(), -1)};
}

std::optional<DateRange> window_of(const Timeline& timeline, const Filter& filter) {
  const DateRange all = days_of(timeline);
  if (all.empty() || filter.active.empty())
    return std::nullopt;
  const Date first = filter.active.first.value_or(*all.first);
  const Date last = filter.active.last.value_or(*all.last);
  return DateRange{first_day(first), last_day(std::max(first, last))};
}

std::optional<DateRange> first_window(const Timeline& timeline, const Filter& filter) {
  const DateRange all = days_of(timeline);
  if (all.empty())
    return std::nullopt;
  const int months = months_between(*all.first, *all.last) + 1;
  int wide = months >= 24 ? 12 : 1;
  if (const auto window = window_of(timeline, filter))
    wide = std::min(months, months_between(*window->first, *window->last) + 1);
  return DateRange{*all.first, last_day(*all.first, wide - 1)};
}

std::optional<Filter> next_window(const Timeline& timeline, const Filter& filter) {
  const auto window = window_of(timeline, filter);
  const auto next = window ? std::optional(moved(*window, 1)) : first_window(timeline, filter);
  if (!next || *next->last > *days_of(timeline).last)
    return std::nullopt;
  Filter out = filter;
  out.active = *next;
  return out;
}

}  // namespace malimap
