#pragma once
// The window of time that moves by itself, a month at a time. Pure.

#include <optional>

#include "geo/coverage/linked.h"

namespace malimap {

/// The days of a timeline, from the first of its first month to the last of its last one; empty
/// without months.
[[nodiscard]] DateRange days_of(const Timeline& timeline);

/// The window of a filter where it shows one, whole months; open ends are those of the timeline.
/// Without a window: nothing.
[[nodiscard]] std::optional<DateRange> window_of(const Timeline& timeline, const Filter& filter);

/// Where playing begins: a window as wide as the filter's, else of a year (of a month where the
/// timeline has no two years), at the timeline's first month. Nothing for an empty timeline.
[[nodiscard]] std::optional<DateRange> first_window(const Timeline& timeline, const Filter& filter);

/// The window a month later; without one the first one. Nothing where it has reached the end.
[[nodiscard]] std::optional<Filter> next_window(const Timeline& timeline, const Filter& filter);

/// The range moved by so many months, in whole months.
[[nodiscard]] DateRange moved(const DateRange& range, int months);

/// Months from the first one's to the second one's.
[[nodiscard]] int months_between(Date from, Date to);

/// The first and the last day of the month that is so many months after the date's.
[[nodiscard]] Date first_day(Date date, int months = 0);
[[nodiscard]] Date last_day(Date date, int months = 0);

}  // namespace malimap
