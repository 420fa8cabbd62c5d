#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "geo/base/text.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

/// Blanks of every width and the Swiss apostrophe become ' ', a real minus sign '-'.
std::string plain(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 7> kSigns = {{{"\u00a0", ' '},
                                                                               {"\u202f", ' '},
                                                                               {"\u2009", ' '},
                                                                               {"\t", ' '},
                                                                               {"\u2212", '-'},
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

struct Words {
  std::string currency;
  int exponent = 0;  // of ten
  bool understood = true;
};

/// Words around the number: a currency, a multiplier, or what is no part of an amount.
Words words_of(const std::string& letters) {
  static constexpr std::array<std::pair<std::string_view, int>, 20> kMultipliers = {
      {{"k", 3},        {"mille", 3},    {"thousand", 3},  {"m", 6},  {"mn", 6},
       {"mio", 6},      {"million", 6},  {"millions", 6},  {"md", 9}, {"mds", 9},
       {"mrd", 9},      {"milliard", 9}, {"milliards", 9}, {"bn", 9}, {"billion", 9},
       {"billions", 9}, {"environ", 0},  {"about", 0},     {"de", 0}, {"of", 0}}};
  Words words;
  std::string rest;
  for (const auto& word : split(fold(letters), " ")) {
    const auto found = std::find_if(kMultipliers.begin(), kMultipliers.end(),
                                    [&](const auto& m) { return m.first == word; });
    if (found == kMultipliers.end()) {
      rest += " " + word;
      continue;
    }
    words.understood = words.understood && (found->second == 0 || words.exponent == 0);
    words.exponent += found->second;
  }
  if (rest.empty())
    return words;
  words.currency = currency_in(rest);
  if (!words.currency.empty())
    return words;
  // "MUSD", "kEUR": a multiplier glued to the currency.
  const std::string glued = std::string(trim(rest));
  const std::string tail = currency_in(std::string_view(glued).substr(1));
  if (!tail.empty() && (glued[0] == 'k' || glued[0] == 'm') && words.exponent == 0) {
    words.exponent = glued[0] == 'k' ? 3 : 6;
    words.currency = tail;
    return words;
  }
  words.understood = false;
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

}  // namespace

std::string currency_in(std::string_view text) {
  struct Sign {
    std::string_view word, currency;
  };
  static constexpr Sign kWords[] = {
      {"usd", "USD"},        {"us$", "USD"},     {"$us", "USD"},    {"$", "USD"},
      {"dollar", "USD"},     {"dollars", "USD"}, {"us", "USD"},     {"eur", "EUR"},
      {"euro", "EUR"},       {"euros", "EUR"},   {"\u20ac", "EUR"}, {"fcfa", "XOF"},
      {"cfa", "XOF"},        {"f cfa", "XOF"},   {"xof", "XOF"},    {"xaf", "XAF"},
      {"francs cfa", "XOF"}, {"gbp", "GBP"},     {"\u00a3", "GBP"}, {"chf", "CHF"},
      {"cad", "CAD"},        {"dkk", "DKK"},     {"nok", "NOK"},    {"sek", "SEK"},
      {"jpy", "JPY"},        {"cny", "CNY"},     {"mru", "MRU"},    {"dzd", "DZD"}};
  std::string key = fold(text);
  for (char& c : key)
    if (c == '(' || c == ')' || c == '[' || c == ']' || c == '/' || c == ',' || c == ':' ||
        c == '.')
      c = ' ';
  key = " " + key + " ";
  for (const auto& sign : kWords)
    if (key.find(" " + std::string(sign.word) + " ") != std::string::npos)
      return std::string(sign.currency);
  return {};
}

std::optional<Money> parse_money(std::string_view text, DecimalSign sign) {
  const std::string cell(trim(plain(trim(text))));
  if (cell.empty() || cell.size() > 100)
    return {};
  const Split split = take_apart(cell);
  if (!split.understood)
    return {};
  const Words words = words_of(split.letters);
  if (!words.understood)
    return {};
  const auto figure = figure_of(split.number, sign, words.exponent > 0);
  if (!figure)
    return {};
  const auto cents = to_cents(*figure, words.exponent);
  if (!cents)
    return {};
  return Money{{split.negative ? -*cents : *cents}, words.currency};
}

std::optional<Cents> parse_amount(std::string_view text, DecimalSign sign) {
  const auto money = parse_money(text, sign);
  return money ? std::optional(money->amount) : std::nullopt;
}

DecimalSign decimal_sign_of(const std::vector<std::string_view>& cells) {
  bool long_decimals = false;
  for (auto cell : cells) {
    if (cell.find(',') != std::string_view::npos || std::count(cell.begin(), cell.end(), '.') > 1)
      return DecimalSign::Unknown;
    const auto point = cell.find('.');
    if (point == std::string_view::npos)
      continue;
    const auto behind = cell.find_first_not_of("0123456789", point + 1);
    const auto digits = (behind == std::string_view::npos ? cell.size() : behind) - point - 1;
    long_decimals = long_decimals || digits > 3;
  }
  return long_decimals ? DecimalSign::Point : DecimalSign::Unknown;
}

std::optional<double> decimal_number(std::string_view text) {
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
