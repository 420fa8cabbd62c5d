#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "geo/base/translator.h"

namespace malimap {

using Date = std::chrono::year_month_day;

/// ISO 8601 "2017-06-30"; nothing when it is no date that exists.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

[[nodiscard]] std::string iso(Date date);

/// "30 juin 2017", "30 June 2017".
[[nodiscard]] std::string format_date(Date date, Language language);

/// "juin 2017", "June 2017".
[[nodiscard]] std::string format_month(Date date, Language language);

/// Today in the local time zone; SOURCE_DATE_EPOCH (seconds) freezes it, as for reproducible
/// builds.
[[nodiscard]] Date today();

}  // namespace malimap
