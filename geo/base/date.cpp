#include "geo/base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>

namespace malimap {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

std::time_t now() {
  if (const char* frozen = std::getenv("SOURCE_DATE_EPOCH"))
    return static_cast<std::time_t>(std::strtoll(frozen, nullptr, 10));
  return std::time(nullptr);
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)),
             day = digits(text.substr(8, 2));
  if (!year || !month || !day)
    return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_date(Date date, Language language) {
  const auto day = static_cast<unsigned>(date.day());
  const bool first = language == Language::French && day == 1;  // "1er juin", but "2 juin"
  return fmt::format("{}{} {}", day, first ? "er" : "", format_month(date, language));
}

std::string format_month(Date date, Language language) {
  static constexpr std::array kMonths{N_("January"), N_("February"), N_("March"),
                                      N_("April"),   N_("May"),      N_("June"),
                                      N_("July"),    N_("August"),   N_("September"),
                                      N_("October"), N_("November"), N_("December")};
  const Translator tr(language);
  const char* month = tr(kMonths[static_cast<unsigned>(date.month()) - 1]);
  return fmt::format("{} {}", month, static_cast<int>(date.year()));
}

Date today() {
  const std::time_t time = now();
  std::tm parts{};
  // A frozen time is the same day everywhere.
  if (std::getenv("SOURCE_DATE_EPOCH"))
    gmtime_r(&time, &parts);
  else
    localtime_r(&time, &parts);
  return {std::chrono::year{parts.tm_year + 1900},
          std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
          std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
}

}  // namespace malimap
