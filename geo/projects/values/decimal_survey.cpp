// Which sign a column of amounts has before its decimals.

#include <algorithm>

#include "geo/projects/values.h"

namespace malimap {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// From the first digit to the last one, when nothing but digits and separators lies between; ""
/// for the rest and for amounts with a multiplier.
std::string_view number_in(std::string_view cell) {
  std::size_t first = 0, last = cell.size();
  while (first < cell.size() && !is_digit(cell[first]))
    ++first;
  while (last > first && !is_digit(cell[last - 1]))
    --last;
  const std::string_view number = cell.substr(first, last - first);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (number.empty() || std::any_of(number.begin(), number.end(), is_letter))
    return {};
  std::string_view behind = cell.substr(last);
  while (behind.starts_with(' ') || behind.starts_with("\u00a0"))
    behind.remove_prefix(behind.starts_with(' ') ? 1 : 2);
  constexpr std::string_view kMultipliers = "mMkKbB";
  const bool multiplied = !behind.empty() && kMultipliers.find(behind[0]) != std::string_view::npos;
  return multiplied ? std::string_view{} : number;
}

constexpr char kSigns[2] = {'.', ','};

}  // namespace

void DecimalSurvey::add(std::string_view cell) {
  if (cell.find_first_of(".,") == std::string_view::npos)
    return;
  const std::string_view number = number_in(cell);
  const auto last = number.find_last_of(".,");
  if (last == std::string_view::npos)
    return;
  const int sign = number[last] == '.' ? 0 : 1;
  const bool both = number.find(kSigns[1 - sign]) != std::string_view::npos;
  const bool once = std::count(number.begin(), number.end(), kSigns[sign]) == 1;
  if (both) {
    (once ? decimal_ : thousands_)[sign] = true;
    thousands_[1 - sign] |= once;
    return;
  }
  if (!once) {
    thousands_[sign] = true;
    return;
  }
  const auto behind = number.size() - last - 1;
  other_length_[sign] |= behind != 3;
  const bool could_be_thousands = behind == 3 && last >= 1 && last <= 3 && number[0] != '0';
  if (!could_be_thousands)
    decimal_[sign] = true;
  else if (number.back() == '0')
    round_thousands_[sign] = true;
}

void DecimalSurvey::merge(const DecimalSurvey& other) {
  for (int sign : {0, 1}) {
    decimal_[sign] |= other.decimal_[sign];
    thousands_[sign] |= other.thousands_[sign];
    round_thousands_[sign] |= other.round_thousands_[sign];
    other_length_[sign] |= other.other_length_[sign];
  }
}

DecimalSign DecimalSurvey::sign() const {
  const bool point = decimal_[0] || thousands_[1], comma = decimal_[1] || thousands_[0];
  // "50.000" beside "1234.5": no machine writes zeros behind decimals unless it writes as many
  // digits everywhere.
  for (int sign : {0, 1})
    if (decimal_[sign] && round_thousands_[sign] && other_length_[sign])
      return DecimalSign::Mixed;
  if (point && comma)
    return DecimalSign::Mixed;
  return point ? DecimalSign::Point : comma ? DecimalSign::Comma : DecimalSign::Unknown;
}

DecimalSign decimal_sign_of(const std::vector<std::string_view>& cells) {
  DecimalSurvey survey;
  for (auto cell : cells)
    survey.add(cell);
  return survey.sign();
}

}  // namespace malimap
