#include "geo/projects/values/plain_amount.h"

#include <algorithm>
#include <array>

namespace malimap {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The length of a blank that stands between thousands here: three digits follow, and what goes
/// before is a first group or another such group.
std::size_t thousands_blank(std::string_view text, std::size_t at, std::size_t point, bool first) {
  if (text[at] != ' ' && static_cast<unsigned char>(text[at]) < 0x80)
    return 0;
  const auto rest = text.substr(at);
  std::size_t size = 0;
  for (std::string_view blank : {" ", "\u00a0", "\u202f"})
    if (rest.starts_with(blank))
      size = blank.size();
  if (size == 0 || point != std::string_view::npos || at == 0 || (first && at > 3) ||
      rest.size() < size + 3)
    return 0;
  const auto group = rest.substr(size, 3);
  const bool longer = rest.size() > size + 3 && is_digit(rest[size + 3]);
  return std::all_of(group.begin(), group.end(), is_digit) && !longer ? size : 0;
}

}  // namespace

std::optional<Money> plain_amount(std::string_view text, DecimalSign sign) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kBehind = {
      {{"", ""},
       {" USD", "USD"},
       {" EUR", "EUR"},
       {" XOF", "XOF"},
       {" FCFA", "XOF"},
       {" F CFA", "XOF"},
       {" F", "XOF"},
       {" $", "USD"},
       {" \u20ac", "EUR"},
       {"\u20ac", "EUR"}}};
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative ? 1 : 0);
  std::size_t at = 0, point = std::string_view::npos;
  std::int64_t value = 0;
  std::size_t blanks = 0;  // bytes of blanks between thousands
  for (; at < text.size() && at - blanks <= 16; ++at) {
    if (const std::size_t blank = thousands_blank(text, at, point, blanks == 0); blank > 0) {
      blanks += blank;
      at += blank - 1;
      continue;
    }
    if (!is_digit(text[at]) && text[at] != '.' && text[at] != ',')
      break;
    if (is_digit(text[at]))
      value = value * 10 + (text[at] - '0');
    else if (point == std::string_view::npos)
      point = at;
    else
      return {};
    if (at - blanks > 15)
      return {};
  }
  const auto behind = std::find_if(kBehind.begin(), kBehind.end(),
                                   [&](const auto& b) { return b.first == text.substr(at); });
  if (at == 0 || behind == kBehind.end() || !is_digit(text[at - 1]) || point == 0)
    return {};
  std::size_t decimals = point == std::string_view::npos ? 0 : at - point - 1;
  const bool said =
      decimals > 0 && sign == (text[point] == '.' ? DecimalSign::Point : DecimalSign::Comma);
  if (decimals == 3 && point <= 3 && blanks == 0 && text[0] != '0' && !said)
    decimals = 0;
  for (; decimals < 2; ++decimals)
    value *= 10;
  std::int64_t divisor = 1;
  for (; decimals > 2; --decimals)
    divisor *= 10;
  const std::int64_t cents = value / divisor + (value % divisor * 2 >= divisor && divisor > 1);
  return Money{{negative ? -cents : cents}, std::string(behind->second)};
}

}  // namespace malimap
