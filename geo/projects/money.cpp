#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "geo/base/text.h"
#include "geo/projects/values.h"
#include "geo/projects/values/currencies.h"
#include "geo/projects/values/plain_amount.h"

namespace malimap {
namespace {

/// Blanks of every width and the Swiss apostrophe become ' ', a real minus sign '-'.
std::string plain(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 9> kSigns = {{{"\u00a0", ' '},
                                                                               {"\u202f", ' '},
                                                                               {"\u2009", ' '},
                                                                               {"\t", ' '},
                                                                               {"\u2212", '-'},
                                                                               {"\u2013", '-'},
                                                                               {"\u2014", '-'},
                                                                               {"'", ' '},
                                                                               {"\u2019", ' '}}};
  std::string out;
  while (!text.empty()) {
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(),
                                   [&](const auto& s) { return text.starts_with(s.first); });
    out.push_back(sign == kSigns.end() ? text.front() : sign->second);
    text.remove_prefix(sign == kSigns.end() ? 1 : sign->first.size());
  }
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Multiplier {
  std::string_view word;
  int exponent;  // of ten
};
constexpr Multiplier kMultipliers[] = {
    {"k", 3},         {"mille", 3},    {"millier", 3},  {"milliers", 3},  {"thousand", 3},
    {"thousands", 3}, {"m", 6},        {"mn", 6},       {"mln", 6},       {"mio", 6},
    {"million", 6},   {"millions", 6}, {"b", 9},        {"md", 9},        {"mds", 9},
    {"mrd", 9},       {"mrds", 9},     {"milliard", 9}, {"milliards", 9}, {"bn", 9},
    {"billion", 9},   {"billions", 9}};
constexpr std::array<std::string_view, 9> kFillers = {"environ", "env", "about", "approx", "de",
                                                      "d",       "of",  "ca",    "~"};

std::optional<int> exponent_of(std::string_view folded) {
  for (const auto& multiplier : kMultipliers)
    if (multiplier.word == folded)
      return multiplier.exponent;
  return {};
}

struct Words {
  std::string currency;
  int exponent = 0;  // of ten
  bool understood = true;
};

/// "MUSD", "kEUR", "mdsFCFA": a multiplier glued to the currency.
std::optional<Words> unglued(std::string_view word) {
  for (std::size_t length = 1; length <= 3 && length < word.size(); ++length) {
    const auto exponent = exponent_of(fold(word.substr(0, length)));
    if (!exponent)
      continue;
    if (auto currency = currency_in(word.substr(length)); !currency.empty())
      return Words{std::move(currency), *exponent, true};
  }
  return {};
}

/// Words around the number: a currency, a multiplier, or what is no part of an amount.
Words words_of(const std::string& letters) {
  Words words;
  std::string rest;
  const auto multiply = [&](int exponent) {
    words.understood = words.understood && words.exponent == 0;
    words.exponent += exponent;
  };
  for (const auto& word : split(open_words(letters), " ")) {
    const std::string key = fold(word);
    if (std::find(kFillers.begin(), kFillers.end(), key) != kFillers.end())
      continue;
    if (const auto exponent = exponent_of(key)) {
      multiply(*exponent);
    } else if (const auto parts = currency_in(word).empty() ? unglued(word) : std::nullopt) {
      multiply(parts->exponent);
      rest += " " + parts->currency;
    } else {
      rest += " " + word;
    }
  }
  if (rest.empty())
    return words;
  words.currency = currency_in(rest);
  words.understood = words.understood && !words.currency.empty();
  return words;
}

struct Figure {
  std::string digits;  // without separators
  int decimals = 0;
};

/// All pieces but the first hold three digits, the first one to three.
bool are_thousands(const std::vector<std::string_view>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (i == 0 ? pieces[0].empty() || pieces[0].size() > 3 : pieces[i].size() != 3)
      return false;
  return true;
}

std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const auto at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos)
      return pieces;
    text.remove_prefix(at + 1);
  }
}

std::optional<std::string> whole_part(std::string_view text) {
  for (char separator : {' ', '.', ','}) {
    if (text.find(separator) == std::string_view::npos)
      continue;
    const auto pieces = pieces_of(text, separator);
    if (!are_thousands(pieces))
      return {};
    std::string digits;
    for (auto piece : pieces)
      digits += piece;
    if (!std::all_of(digits.begin(), digits.end(), is_digit))
      return {};  // a second kind of separator
    return digits;
  }
  if (!std::all_of(text.begin(), text.end(), is_digit))
    return {};
  return std::string(text);
}

/// Where the decimal sign is, if there is one.
std::size_t decimal_position(std::string_view text, DecimalSign sign, bool multiplied) {
  const auto last = text.find_last_of(".,");
  if (last == std::string_view::npos)
    return last;
  const char c = text[last];
  const auto count = std::count(text.begin(), text.end(), c);
  const char other = c == '.' ? ',' : '.';
  if (count > 1)
    return std::string_view::npos;  // 12.106.353
  if (text.find(other) != std::string_view::npos || text.find(' ') != std::string_view::npos)
    return text.find(' ', last) == std::string_view::npos ? last : std::string_view::npos;
  const auto behind = text.size() - last - 1;
  const bool could_be_thousands = behind == 3 && last >= 1 && last <= 3 && text[0] != '0';
  if (!could_be_thousands || multiplied)
    return last;
  const bool said = sign == (c == '.' ? DecimalSign::Point : DecimalSign::Comma);
  return said ? last : std::string_view::npos;
}

std::optional<Figure> figure_of(std::string_view text, DecimalSign sign, bool multiplied) {
  const auto at = decimal_position(text, sign, multiplied);
  const auto whole = whole_part(text.substr(0, at));
  if (!whole)
    return {};
  Figure figure{*whole, 0};
  if (at != std::string_view::npos) {
    const auto behind = text.substr(at + 1);
    if (!std::all_of(behind.begin(), behind.end(), is_digit))
      return {};
    figure.digits += behind;
    figure.decimals = static_cast<int>(behind.size());
  }
  if (figure.digits.empty() || figure.digits.size() > 40)
    return {};
  return figure;
}

/// digits / 10^decimals * 10^exponent, in cents, half a cent away from zero.
std::optional<std::int64_t> to_cents(const Figure& figure, int exponent) {
  constexpr std::int64_t kMost = 100'000'000'000'000'000;  // 10^15 dollars
  const int shift = exponent + 2 - figure.decimals;
  if (shift > 40)
    return {};
  std::string digits = figure.digits;
  bool up = false;
  if (shift >= 0) {
    digits.append(static_cast<std::size_t>(shift), '0');
  } else {
    const auto drop = static_cast<std::size_t>(-shift);
    if (drop > digits.size())
      return 0;
    up = digits[digits.size() - drop] >= '5';
    digits.resize(digits.size() - drop);
  }
  std::int64_t value = 0;
  for (char c : digits) {
    value = value * 10 + (c - '0');
    if (value > kMost)
      return {};
  }
  return value + (up ? 1 : 0);
}

struct Split {
  std::string letters, number;
  bool negative = false, understood = true;
};

/// Takes the cell apart: one run of digits and separators, the words before and behind it, the
/// sign.
Split take_apart(const std::string& text) {
  Split split;
  const auto first = std::find_if(text.begin(), text.end(), is_digit);
  const auto last = std::find_if(text.rbegin(), text.rend(), is_digit).base();
  if (first == text.end()) {
    split.understood = false;
    return split;
  }
  auto begin = first;
  if (begin != text.begin() && (*(begin - 1) == '.' || *(begin - 1) == ','))
    --begin;  // ".5"
  split.number.assign(begin, last);
  std::string around(text.begin(), begin);
  around += ' ';
  around.append(last, text.end());
  const auto open = around.find('('), close = around.find(')');
  if (open != std::string::npos && close != std::string::npos &&
      trim(around.substr(open + 1, close - open - 1)).empty())
    split.negative = true;  // accountants' brackets around the number alone
  for (char& c : around) {
    if (c == '-' && !split.negative)
      split.negative = true;
    if (c == '(' || c == ')' || c == '-' || c == '+' || c == '.' || c == ',')
      c = ' ';
  }
  split.letters = around;
  return split;
}

/// "1 500 000.-" as the Swiss write whole amounts.
void drop_dash_for_cents(std::string& text) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at)
    if (is_digit(text[at - 1]) && (text[at] == '.' || text[at] == ',') && text[at + 1] == '-') {
      const auto end = text.find_first_not_of('-', at + 1);
      text.erase(at, end == std::string::npos ? end : end - at);
      return;
    }
}

/// Takes out a bracket behind the number that is no part of it: "(4 573 EUR)", "(estimation)".
void drop_remark(std::string& text) {
  const auto digit =
      static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_digit) - text.begin());
  const auto open = text.find('(', digit);
  if (open == std::string::npos)
    return;
  const auto close = text.find(')', open);
  const auto end = close == std::string::npos ? text.size() : close;
  const std::string inside = text.substr(open + 1, end - open - 1);
  if (std::any_of(inside.begin(), inside.end(), is_digit) || !words_of(inside).understood)
    text.erase(open, close == std::string::npos ? close : close - open + 1);
}

/// "1.2E7" in two; the exponent is 0 where there is none. A small e needs its sign: "1e5" is
/// sooner a code.
int take_exponent(std::string& number) {
  const auto at = number.find_first_of("eE");
  if (at == std::string::npos)
    return 0;
  std::string_view power = std::string_view(number).substr(at + 1);
  const bool signed_power = power.starts_with('+') || power.starts_with('-');
  if (power.starts_with('+'))
    power.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), value);
  if (error != std::errc{} || end != power.data() + power.size() || std::abs(value) > 30 ||
      (number[at] == 'e' && !signed_power))
    return 0;
  number.resize(at);
  return value;
}

std::optional<Money> single_amount(std::string_view text, DecimalSign sign) {
  std::string cell(trim(text));
  if (auto money = plain_amount(cell, sign))
    return money;
  drop_remark(cell);
  drop_dash_for_cents(cell);
  Split split = take_apart(cell);
  if (!split.understood)
    return {};
  const Words words = words_of(split.letters);
  if (!words.understood)
    return {};
  const int power = take_exponent(split.number);
  const auto figure = figure_of(split.number, sign, words.exponent > 0 || power != 0);
  if (!figure)
    return {};
  const auto cents = to_cents(*figure, words.exponent + power);
  if (!cents)
    return {};
  return Money{{split.negative ? -*cents : *cents}, words.currency};
}

/// "3 000 000 FCFA / 4 573 EUR", "... soit ...": the first of two amounts in two currencies.
std::optional<Money> first_of_two(std::string_view text, DecimalSign sign) {
  for (std::string_view between : {"/", "=", " soit ", " ou ", " or ", " - ", ";"}) {
    const auto at = text.find(between);
    if (at == std::string_view::npos || at == 0)
      continue;
    const auto second = single_amount(text.substr(at + between.size()), sign);
    if (!second || second->currency.empty())
      continue;
    auto first = single_amount(text.substr(0, at), sign);
    if (first && !first->currency.empty() && first->currency != second->currency)
      return first;
  }
  return {};
}

}  // namespace

std::optional<Money> parse_money(std::string_view text, DecimalSign sign) {
  text = trim(text);
  if (text.empty() || text.size() > 200)
    return {};
  if (auto money = plain_amount(text, sign))
    return money;
  const std::string cell = plain(text);
  if (auto money = first_of_two(cell, sign))
    return money;
  return single_amount(cell, sign);
}

std::optional<Cents> parse_amount(std::string_view text, DecimalSign sign) {
  const auto money = parse_money(text, sign);
  return money ? std::optional(money->amount) : std::nullopt;
}

std::optional<double> decimal_number(std::string_view text) {
  if (text.empty())
    return {};
  // As machines write it: most coordinates.
  if (double value = 0; text.front() != '+') {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value))
      return value;
  }
  std::string cell(trim(plain(trim(text))));
  if (std::count(cell.begin(), cell.end(), ',') == 1 && cell.find('.') == std::string::npos)
    cell[cell.find(',')] = '.';
  std::string_view digits = cell;
  if (digits.starts_with('+'))
    digits.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value))
    return {};
  return value;
}

}  // namespace malimap
