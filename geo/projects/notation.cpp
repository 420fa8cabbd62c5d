#include "geo/projects/notation.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/text.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string Notation::word() const {
  std::string text = "1";
  if (thousands != 0)
    text += std::string(1, thousands) + "234";
  if (decimal != 0)
    text += std::string(1, decimal) + "5";
  return multiplier.empty() ? text : text + " " + multiplier;
}

std::optional<Notation> notation_of(std::string_view printed, const std::optional<Cents>& value) {
  const auto first = std::find_if(printed.begin(), printed.end(), is_digit);
  const auto last = std::find_if(printed.rbegin(), printed.rend(), is_digit).base();
  if (first == printed.end())
    return {};
  Notation notation;
  const std::string number(first, last);
  for (const auto& word : split(std::string_view(&*printed.begin() + (last - printed.begin()),
                                                 static_cast<std::size_t>(printed.end() - last)),
                                " "))
    if (word == "M" || word.starts_with("million"))
      notation.multiplier = word;
  const auto sign = number.find_last_of(".,");
  if (sign == std::string::npos) {
    notation.thousands = number.find(' ') == std::string::npos ? 0 : ' ';
    return notation;
  }
  // What it means decides: 50.000 is fifty thousand, where 50.000 read as decimals is fifty.
  const auto as_decimal =
      parse_amount(number.substr(0, sign).empty() ? "0" : number.substr(0, sign));
  const bool several = std::count(number.begin(), number.end(), number[sign]) > 1;
  const bool thousands = several || (number.size() - sign - 1 == 3 && value && as_decimal &&
                                     value->value >= as_decimal->value * 1000);
  if (thousands) {
    notation.thousands = number[sign];
    return notation;
  }
  notation.decimal = number[sign];
  notation.decimals = static_cast<int>(number.size() - sign - 1);
  const auto before = number.substr(0, sign).find_first_of("., ");
  notation.thousands = before == std::string::npos ? 0 : number[before];
  return notation;
}

std::string rewritten(std::string_view printed, long long number, int decimals) {
  const auto first = std::find_if(printed.begin(), printed.end(), is_digit);
  const auto last = std::find_if(printed.rbegin(), printed.rend(), is_digit).base();
  const std::string_view digits(printed.data() + (first - printed.begin()),
                                static_cast<std::size_t>(last - first));
  const auto sign = digits.find_last_of(".,");
  std::string text = fmt::format("{:0{}}", number, decimals + 1);
  if (decimals > 0)
    text.insert(text.size() - static_cast<std::size_t>(decimals), 1,
                sign == std::string_view::npos ? ',' : digits[sign]);
  return std::string(printed.begin(), first) + text + std::string(last, printed.end());
}

bool Notations::add(const Notation& notation) {
  if (notation.thousands != 0)
    thousands_.insert(notation.thousands);
  if (notation.decimal != 0)
    decimals_.insert(notation.decimal);
  if (!notation.multiplier.empty())
    multipliers_.insert(notation.multiplier);
  const bool both = std::any_of(thousands_.begin(), thousands_.end(),
                                [&](char c) { return decimals_.count(c) > 0; });
  return both || decimals_.size() > 1 || thousands_.size() > 1 || multipliers_.size() > 1;
}

}  // namespace malimap
