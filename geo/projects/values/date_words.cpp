#include "geo/projects/values/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "geo/base/text.h"

namespace malimap {
namespace {

using Words = std::vector<std::string_view>;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int number(std::string_view word) {
  int value = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc{} && end == word.data() + word.size() ? value : -1;
}

/// "1er", "2e", "3eme", "1st", "premier"; a plain number too; -1 for the rest.
int ordinal(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kEndings = {
      "er", "re", "ere", "e", "eme", "nd", "de", "nde", "st", "rd", "th", "ieme"};
  // Four to a row, so that the place in the row is the number.
  static constexpr std::array<std::string_view, 10> kNames = {
      "premier", "deuxieme", "troisieme", "quatrieme", "premiere",
      "second",  "third",    "fourth",    "first",     "seconde"};
  const auto digits = std::find_if_not(word.begin(), word.end(), is_digit) - word.begin();
  const auto ending = word.substr(static_cast<std::size_t>(digits));
  if (digits > 0 && digits <= 2 &&
      (ending.empty() || std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end()))
    return number(word.substr(0, static_cast<std::size_t>(digits)));
  const auto name = std::find(kNames.begin(), kNames.end(), word);
  return word.empty() || name == kNames.end() ? -1
                                              : static_cast<int>(name - kNames.begin()) % 4 + 1;
}

int year_of(std::string_view word) {
  const int year = word.size() == 4 ? number(word) : -1;
  return year >= 1900 && year <= 2200 ? year : -1;
}

/// Also "24" and "'98": years of two digits are 1970 to 2069.
int short_year_of(std::string_view word) {
  if (word.size() != 2)
    return year_of(word);
  const int year = number(word);
  return year < 0 ? -1 : year < 70 ? 2000 + year : 1900 + year;
}

TypedDate day_of(int year, int month, int day) {
  if (month < 0 || day < 0)
    return {};
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  return {date.ok() ? std::optional(date) : std::nullopt, true};
}

/// The first day of the first month, or the last day of the last one.
TypedDate of_months(int year, int first, int last, DateRole role) {
  if (first < 1 || last > 12)
    return {{}, true};
  if (role == DateRole::Start)
    return day_of(year, first, 1);
  const Date end =
      std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(last)} / std::chrono::last;
  return {end, true};
}

/// "t1", "q3": three months; "s2", "h1": six; 0 for the rest.
int length_of(std::string_view letter) {
  static constexpr std::array<std::string_view, 6> kQuarter = {"t",       "q",    "trimestre",
                                                               "quarter", "trim", "qtr"};
  static constexpr std::array<std::string_view, 5> kHalf = {"s", "h", "semestre", "half", "sem"};
  if (std::find(kQuarter.begin(), kQuarter.end(), letter) != kQuarter.end())
    return 3;
  return std::find(kHalf.begin(), kHalf.end(), letter) != kHalf.end() ? 6 : 0;
}

struct PartOfYear {
  int months = 0, first_month = 0;
};

/// Words without their year: {"t1"}, {"1er", "trimestre"}, {"quarter", "3"}.
PartOfYear part_of_year(const Words& words) {
  int months = 0, which = -1;
  if (words.size() == 1 && words[0].size() == 2) {
    months = length_of(words[0].substr(0, 1));
    which = number(words[0].substr(1));
  } else if (words.size() == 2) {
    const bool behind = length_of(words[1]) > 0;
    months = length_of(words[behind ? 1 : 0]);
    which = ordinal(words[behind ? 0 : 1]);
  }
  if (months == 0 || which < 1 || which > 12 / months)
    return {};
  return {months, (which - 1) * months + 1};
}

/// "2020/21", "2019-2021": the later year, or -1.
int end_of_years(std::string_view from, std::string_view to) {
  const int first = year_of(from), full = year_of(to);
  if (first < 0)
    return -1;
  if (full > first && full - first <= 30)
    return full;
  const int two = to.size() == 2 ? number(to) : -1;
  return two > 12 && two > first % 100 && two - first % 100 <= 30 ? first - first % 100 + two : -1;
}

/// joined: a sign stands between the words ("janv-24"); "June 14" is a day without its year.
TypedDate of_two(const Words& words, DateRole role, bool joined) {
  if (const int last = end_of_years(words[0], words[1]); last > 0)
    return of_months(role == DateRole::Start ? year_of(words[0]) : last, 1, 12, role);
  if (const int month = month_named(words[0]); month > 0 && joined && short_year_of(words[1]) > 0)
    return of_months(short_year_of(words[1]), month, month, role);
  for (const std::size_t at : {0U, 1U}) {
    const auto other = words[1 - at];
    if (const int year = year_of(words[at]); year > 0) {
      if (const int month = month_named(other); month > 0)
        return of_months(year, month, month, role);
      if (const auto part = part_of_year({other}); part.months > 0)
        return of_months(year, part.first_month, part.first_month + part.months - 1, role);
      if (other.size() <= 2 && number(other) >= 0)
        return of_months(year, number(other), number(other), role);
    }
  }
  return {};
}

TypedDate of_three(const Words& words, DateRole role, DateNotation notation) {
  const int first_year = year_of(words[0]), last_year = short_year_of(words[2]);
  if (first_year > 0) {
    if (const auto part = part_of_year({words[1], words[2]}); part.months > 0)
      return of_months(first_year, part.first_month, part.first_month + part.months - 1, role);
    const int month = month_named(words[1]) > 0 ? month_named(words[1]) : number(words[1]);
    return words[1].size() > 2 && month_named(words[1]) == 0
               ? TypedDate{}
               : day_of(first_year, month, number(words[2]));
  }
  if (last_year < 0)
    return {};
  if (year_of(words[2]) > 0)
    if (const auto part = part_of_year({words[0], words[1]}); part.months > 0)
      return of_months(last_year, part.first_month, part.first_month + part.months - 1, role);
  if (const int month = month_named(words[1]); month > 0 && ordinal(words[0]) >= 0)
    return day_of(last_year, month, ordinal(words[0]));
  if (const int month = month_named(words[0]); month > 0 && ordinal(words[1]) >= 0)
    return day_of(last_year, month, ordinal(words[1]));
  const int a = words[0].size() <= 2 ? number(words[0]) : -1;
  const int b = words[1].size() <= 2 ? number(words[1]) : -1;
  return a < 0 || b < 0 ? TypedDate{} : numeric_day(a, b, last_year, notation);
}

bool is_filler(std::string_view word) {
  static constexpr std::array<std::string_view, 34> kWords = {
      "le",       "on",       "au",     "en",      "in",        "annee",    "year",
      "courant",  "date",     "du",     "de",      "d",         "of",       "the",
      "a",        "from",     "lundi",  "mardi",   "mercredi",  "jeudi",    "vendredi",
      "samedi",   "dimanche", "monday", "tuesday", "wednesday", "thursday", "friday",
      "saturday", "sunday",   "mon",    "fri",     "mois",      "l"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

Words words_of(std::string_view folded) {
  Words words;
  while (!folded.empty()) {
    const auto end = std::min(folded.find_first_of(" /.,~"), folded.size());
    if (end > 0)
      words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  if (words.size() > 1)
    std::erase_if(words, is_filler);
  return words;
}

/// "fin 2024" is its last day whatever the role, "debut 2024" its first one.
DateRole role_said(Words& words, DateRole role) {
  if (words.size() < 2)
    return role;
  if (words[0] == "fin" || words[0] == "end" || words[0] == "late")
    role = DateRole::End;
  else if (words[0] == "debut" || words[0] == "early" || words[0] == "beginning")
    role = DateRole::Start;
  else
    return role;
  words.erase(words.begin());
  return role;
}

/// Without a time behind the day: "t00:00:00z", " 12:00:00 am".
std::string_view without_time(std::string_view folded) {
  const auto colon = folded.find(':');
  if (colon == std::string_view::npos)
    return folded;
  const auto cut = folded.find_last_of(" t", colon);
  return cut == std::string_view::npos ? std::string_view{} : folded.substr(0, cut);
}

/// Days since 30 December 1899, as spreadsheets count from March 1900 on.
TypedDate of_serial(std::string_view word) {
  const auto sign = word.find_first_of(".,");
  const auto behind = sign == std::string_view::npos ? std::string_view{} : word.substr(sign + 1);
  const auto whole = word.substr(0, sign);
  if (whole.size() != 5 || !std::all_of(whole.begin(), whole.end(), is_digit) ||
      !std::all_of(behind.begin(), behind.end(), is_digit))
    return {};
  const int days = number(whole);
  if (days < 20000 || days > 80000)
    return {};
  const std::chrono::sys_days zero = std::chrono::year{1899} / 12 / 30;
  return {Date{zero + std::chrono::days{days}}, true};
}

}  // namespace

TypedDate numeric_day(int first, int second, int year, DateNotation notation) {
  const bool month_first_only = second > 12 && first <= 12;
  const bool both = first <= 12 && second <= 12 && first != second;
  const bool undecided = notation == DateNotation::Unknown || notation == DateNotation::Ambiguous ||
                         notation == DateNotation::Contradictory;
  const bool month_first = notation == DateNotation::MonthFirst ? first <= 12 : month_first_only;
  TypedDate typed = month_first ? day_of(year, first, second) : day_of(year, second, first);
  typed.ambiguous = both && undecided;
  return typed;
}

int month_named(std::string_view folded) {
  static constexpr std::array<std::array<std::string_view, 5>, 12> kMonths = {
      {{"janvier", "january", "janv", "jan", ""},
       {"fevrier", "february", "fevr", "feb", "fev"},
       {"mars", "march", "mar", "", ""},
       {"avril", "april", "avr", "apr", ""},
       {"mai", "may", "", "", ""},
       {"juin", "june", "jun", "", ""},
       {"juillet", "july", "juil", "jul", "juill"},
       {"aout", "august", "aug", "", ""},
       {"septembre", "september", "sept", "sep", ""},
       {"octobre", "october", "oct", "", ""},
       {"novembre", "november", "nov", "", ""},
       {"decembre", "december", "dec", "", ""}}};
  if (folded.empty())
    return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (std::find(kMonths[i].begin(), kMonths[i].end(), folded) != kMonths[i].end())
      return static_cast<int>(i) + 1;
  return 0;
}

std::string fold_with_dashes(std::string_view text) {
  std::string marked;
  marked.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto rest = text.substr(i);
    std::size_t size = 0;
    for (std::string_view dash : {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2192"})
      if (rest.starts_with(dash))
        size = dash.size();
    marked += size > 0 ? '~' : text[i];
    i += size > 1 ? size - 1 : 0;
  }
  return fold(marked);
}

TypedDate folded_date(std::string_view folded, DateRole role, DateNotation notation) {
  folded = trim(folded);
  if (folded.size() > 80)
    return {};
  if (const auto serial = of_serial(folded); serial.understood)
    return serial;
  Words words = words_of(without_time(folded));
  role = role_said(words, role);
  if (words.size() == 1) {
    if (const int year = year_of(words[0]); year > 0)
      return of_months(year, 1, 12, role);
    if (words[0].size() == 8 && year_of(words[0].substr(0, 4)) > 0)
      return day_of(year_of(words[0].substr(0, 4)), number(words[0].substr(4, 2)),
                    number(words[0].substr(6, 2)));
    return {};
  }
  if (words.size() == 2)
    return of_two(words, role, folded.find_first_of("~/.") != std::string_view::npos);
  return words.size() == 3 ? of_three(words, role, notation) : TypedDate{};
}

bool is_span(std::string_view folded) {
  const auto start = folded_date(folded, DateRole::Start, DateNotation::Unknown);
  const auto end = folded_date(folded, DateRole::End, DateNotation::Unknown);
  return start.date && end.date && *start.date != *end.date;
}

}  // namespace malimap
