#include "geo/base/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace malimap {
namespace {

// CLDR's signs for French and English. ICU would give the same texts some hundred times slower, and
// these are drawn every frame.
constexpr std::string_view kNarrowNoBreakSpace = "\u202f";
constexpr std::string_view kNoBreakSpace = "\u00a0";

std::string_view thousands_sign(Language language) {
  return language == Language::French ? kNarrowNoBreakSpace : ",";
}
std::string_view decimal_sign(Language language) {
  return language == Language::French ? "," : ".";
}

std::string grouped(std::string_view digits, Language language) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0)
      text += thousands_sign(language);
    text += digits[i];
  }
  return text;
}

/// Rounds whole cents to a number of dollars with `digits` decimals in units of `unit` dollars,
/// exactly.
std::int64_t divide_half_away(std::int64_t value, std::int64_t divisor) {
  const std::int64_t magnitude = value < 0 ? -value : value;
  const std::int64_t rounded = (magnitude + divisor / 2) / divisor;
  return value < 0 ? -rounded : rounded;
}

std::string with_tenths(std::int64_t tenths, Language language) {
  const std::int64_t magnitude = tenths < 0 ? -tenths : tenths;
  return fmt::format("{}{}{}{}", tenths < 0 ? "-" : "",
                     grouped(std::to_string(magnitude / 10), language), decimal_sign(language),
                     magnitude % 10);
}

}  // namespace

double round_half_away(double value, int digits) {
  const double factor = std::pow(10.0, digits);
  const double scaled = value * factor;
  if (!std::isfinite(scaled))
    return value;
  // A decimal half such as 1.005 is a hair below it in binary; a relative nudge of a few ulps
  // brings it back.
  return std::round(scaled + std::copysign(std::abs(scaled) * 4e-16, scaled)) / factor;
}

std::string format_integer(std::int64_t value, Language language) {
  std::string digits = std::to_string(value);
  const bool negative = digits.front() == '-';
  return (negative ? "-" : "") +
         grouped(std::string_view(digits).substr(negative ? 1 : 0), language);
}

std::string format_decimal(double value, int digits, Language language) {
  std::string plain = fmt::format("{:.{}f}", round_half_away(value, digits), digits);
  const bool negative =
      plain.front() == '-' && plain.find_first_of("123456789") != std::string::npos;
  if (plain.front() == '-')
    plain.erase(0, 1);
  const auto point = plain.find('.');
  std::string text = negative ? "-" : "";
  text += grouped(std::string_view(plain).substr(0, point), language);
  if (point != std::string::npos)
    text.append(decimal_sign(language)).append(plain, point + 1);
  return text;
}

std::string format_short(double value, Language language) {
  const double magnitude = std::abs(value);
  int digits = 0;
  if (magnitude > 0 && magnitude < 100)
    digits = std::clamp(2 - static_cast<int>(std::floor(std::log10(magnitude))), 1, 6);
  // 0.30 says no more than 0.3, and 2.0 no more than 2.
  while (digits > 0 && round_half_away(value, digits) == round_half_away(value, digits - 1))
    --digits;
  return format_decimal(value, digits, language);
}

std::string format_percent(double ratio, int digits, Language language) {
  std::string text = format_decimal(ratio * 100, digits, language);
  if (language == Language::French)
    text += kNoBreakSpace;
  return text + "%";
}

std::string format_money(Cents amount, Language language) {
  const std::int64_t magnitude = amount.value < 0 ? -amount.value : amount.value;
  std::string text = amount.value < 0 ? "-" : "";
  text += grouped(std::to_string(magnitude / 100), language);
  if (magnitude % 100)
    text += fmt::format("{}{:02}", decimal_sign(language), magnitude % 100);
  return text.append(kNoBreakSpace).append("USD");
}

std::string format_money_compact(Cents amount, Language language) {
  struct Step {
    std::int64_t from_cents, divisor;
    std::string_view name;
  };
  // Each step begins where rounding in the step below would print four digits: 999,950 USD is 1.0
  // M, not 1,000 k.
  static constexpr std::array kSteps{Step{99'995'000'000, 10'000'000'000, "G"},
                                     Step{99'950'000, 10'000'000, "M"}};
  const std::int64_t magnitude = amount.value < 0 ? -amount.value : amount.value;
  std::string text;
  for (const Step& step : kSteps) {
    if (magnitude >= step.from_cents) {
      text = with_tenths(divide_half_away(amount.value, step.divisor), language);
      return text.append(kNoBreakSpace).append(step.name).append(kNoBreakSpace).append("USD");
    }
  }
  if (magnitude >= 1'000'000)  // from 10,000 USD on in whole thousands
    text = format_integer(divide_half_away(amount.value, 100'000), language)
               .append(kNoBreakSpace)
               .append("k");
  else
    text = format_integer(divide_half_away(amount.value, 100), language);
  return text.append(kNoBreakSpace).append("USD");
}

std::string counted(const Translator& tr, const char* one, const char* many, std::int64_t n) {
  return trn(tr, one, many, n, format_integer(n, tr.language()));
}

std::string format_or_no_data(const std::optional<std::int64_t>& value, const Translator& tr) {
  return value ? format_integer(*value, tr.language()) : tr("no data");
}

std::string format_or_no_data(const std::optional<Cents>& amount, const Translator& tr) {
  return amount ? format_money(*amount, tr.language()) : tr("no data");
}

}  // namespace malimap
