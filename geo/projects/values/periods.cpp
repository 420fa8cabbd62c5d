// Start and end in one cell.

#include <algorithm>
#include <array>
#include <charconv>

#include "geo/base/text.h"
#include "geo/projects/values.h"
#include "geo/projects/values/date_words.h"

namespace malimap {
namespace {

struct Duration {
  int months = 0, days = 0;
};

std::optional<Duration> duration_of(int count, std::string_view unit) {
  struct Unit {
    std::string_view word;
    int months, days;
  };
  static constexpr Unit kUnits[] = {
      {"mois", 1, 0},   {"month", 1, 0},   {"months", 1, 0}, {"an", 12, 0},     {"ans", 12, 0},
      {"annee", 12, 0}, {"annees", 12, 0}, {"year", 12, 0},  {"years", 12, 0},  {"jour", 0, 1},
      {"jours", 0, 1},  {"day", 0, 1},     {"days", 0, 1},   {"semaine", 0, 7}, {"semaines", 0, 7},
      {"week", 0, 7},   {"weeks", 0, 7}};
  for (const auto& known : kUnits)
    if (known.word == unit)
      return Duration{known.months * count, known.days * count};
  return {};
}

/// Takes "12 mois" out of the text.
std::optional<Duration> take_duration(std::string& text) {
  for (std::size_t at = text.find_first_of("0123456789"); at != std::string::npos;
       at = text.find_first_of("0123456789", text.find_first_not_of("0123456789", at))) {
    int count = 0;
    const auto [digits, error] =
        std::from_chars(text.data() + at, text.data() + text.size(), count);
    const auto behind = static_cast<std::size_t>(digits - text.data());
    const auto unit = text.find_first_not_of(" ~", behind);
    if (error == std::errc{} && unit != std::string::npos && count <= 1000 &&
        (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(')) {
      const auto end = std::min(text.find_first_of(" .,;)", unit), text.size());
      if (const auto duration = duration_of(count, text.substr(unit, end - unit))) {
        text.erase(at, end - at);
        return duration;
      }
    }
  }
  return {};
}

/// The day before the one that is so much later: 12 months from 1 March 2024 end on 28 February
/// 2025.
Date end_after(Date start, Duration duration) {
  using namespace std::chrono;
  year_month_day later = start + months{duration.months};
  if (!later.ok())
    later = later.year() / later.month() / last;
  return Date{sys_days{later} + days{duration.days - 1}};
}

bool take_prefix(std::string& text, std::string_view word) {
  if (!text.starts_with(word))
    return false;
  text = std::string(trim(std::string_view(text).substr(word.size())));
  return true;
}

void drop_signs(std::string& text) {
  constexpr std::string_view kSigns = " ,;:()~+";
  while (!text.empty() && kSigns.find(text.front()) != std::string_view::npos)
    text.erase(0, 1);
  while (!text.empty() && kSigns.find(text.back()) != std::string_view::npos)
    text.pop_back();
}

/// Words for "until now": no end is known.
bool is_open_end(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "en cours", "ongoing",     "continu", "continue",  "ce jour",   "present",
      "now",      "aujourd hui", "today",   "nos jours", "a ce jour", "en continu",
      "date",     "current",     "to date", "permanent"};
  return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
}

class PeriodReader {
 public:
  PeriodReader(std::string text, DateNotation notation)
      : text_(std::move(text)), notation_(notation) {}

  Period read() {
    const auto duration = take_duration(text_);
    while (take_prefix(text_, "periode ") || take_prefix(text_, "period ") ||
           take_prefix(text_, "duree ") || take_prefix(text_, "duration ") ||
           take_prefix(text_, ":"))
      continue;
    drop_signs(text_);
    if (duration)
      return with_duration(*duration);
    if (text_.empty() || text_.size() > 120)
      return {};
    if (is_open_end(text_))
      return {{}, {}, true};
    if (const auto one_sided = half(); one_sided.understood)
      return one_sided;
    return both();
  }

 private:
  [[nodiscard]] TypedDate date(std::string_view text, DateRole role) const {
    return folded_date(text, role, notation_);
  }

  Period with_duration(Duration duration) {
    for (std::string_view word :
         {"a partir ", "a compter ", "des ", "depuis ", "starting ", "from ", "debut ", "sur ",
          "pour ", "pendant ", "de ", "du ", "d ", "for ", "le ", "commencant "})
      while (take_prefix(text_, word))
        continue;
    for (std::string_view word :
         {" pour", " sur", " pendant", " for", " duree", " duree de", " de"})
      if (text_.ends_with(word))
        text_.resize(text_.size() - word.size());
    drop_signs(text_);
    if (text_.empty())
      return {{}, {}, true};
    if (Period named = both(); named.end.understood && !is_span(text_))
      return named;  // "du 01/03/2023 au 30/09/2023 (7 mois)"
    Period period{date(text_, DateRole::Start), {}, false};
    period.understood = period.start.understood;
    if (period.start.date)
      period.end = {end_after(*period.start.date, duration), true, period.start.ambiguous};
    return period;
  }

  /// "jusqu'en 2025", "depuis 2021".
  Period half() {
    for (std::string_view word :
         {"jusqu au ", "jusqu en ", "jusqu a ", "until ", "till ", "up to "})
      if (std::string rest = text_; take_prefix(rest, word))
        if (const auto end = date(rest, DateRole::End); end.understood)
          return {{}, end, true};
    for (std::string_view word :
         {"depuis ", "since ", "a partir de ", "a partir du ", "a compter du ", "a compter de ",
          "des ", "from ", "starting ", "de ", "du "})
      if (std::string rest = text_; take_prefix(rest, word))
        if (const auto start = date(rest, DateRole::Start); start.understood)
          return {start, {}, true};
    return {};
  }

  Period both() {
    std::string text = text_;
    bool between = false;
    for (std::string_view word : {"du ", "de ", "d ", "from ", "a partir de ", "depuis "})
      if (take_prefix(text, word))
        break;
    for (std::string_view word : {"entre ", "between "})
      between = take_prefix(text, word) || between;
    for (std::string_view separator : {" jusqu au ", " jusqu a ", " jusqu en ", " au ", " a ",
                                       " to ", " until ", " till ", " through ", " ~ ", ">", "~>"})
      if (const auto period = parted(text, text.find(separator), separator.size());
          period.understood)
        return period;
    for (std::string_view separator : {" et ", " and "})
      if (const auto period = parted(text, text.find(separator), separator.size());
          between && period.understood)
        return period;
    if (const auto single = alone(text); single.understood)
      return single;
    return by_signs(text);
  }

  /// One date; a month, a quarter or a year is a period by itself.
  [[nodiscard]] Period alone(std::string_view text) const {
    Period period{date(text, DateRole::Start), {}, false};
    period.understood = period.start.understood;
    if (is_span(text))
      period.end = date(text, DateRole::End);
    return period;
  }

  /// "15/01/2024-14/07/2024", "janvier-juin 2024", "01-03-2024-30-09-2024",
  /// "2024-01-15/2024-07-14".
  Period by_signs(std::string_view text) {
    for (const char sign : {'~', '/'}) {
      const auto count = std::count(text.begin(), text.end(), sign);
      if (count % 2 == 0)
        continue;
      std::size_t at = text.find(sign);
      for (auto i = count / 2; i > 0; --i)
        at = text.find(sign, at + 1);
      if (const auto period = parted(text, at, 1); period.understood)
        return period;
    }
    return {};
  }

  /// Both sides of a separator; the left side takes the year of the right one when it has none.
  [[nodiscard]] Period parted(std::string_view text, std::size_t at, std::size_t length) const {
    if (at == std::string_view::npos)
      return {};
    const auto left = trim(text.substr(0, at)), right = trim(text.substr(at + length));
    TypedDate start = date(left, DateRole::Start);
    if (is_open_end(right) && start.understood)
      return {start, {}, true};
    const TypedDate end = date(right, DateRole::End);
    if (!end.understood)
      return {};
    if (!start.understood && end.date)
      start = completed(left, right, static_cast<int>(end.date->year()));
    return start.understood ? Period{start, end, true} : Period{};
  }

  /// "janvier" of "janvier - juin 2024", "01/03" of "01/03 au 30/09/2023", "1er" of "1er au 15 mars
  /// 2024".
  [[nodiscard]] TypedDate completed(std::string_view left, std::string_view right, int year) const {
    const bool day_alone = left.size() <= 3 && !left.empty() && left[0] >= '0' && left[0] <= '9';
    if (const auto rest = right.find(' '); day_alone && rest != std::string_view::npos)
      return date(std::string(left) + std::string(right.substr(rest)), DateRole::Start);
    const auto spaced = date(std::string(left) + " " + std::to_string(year), DateRole::Start);
    return spaced.understood
               ? spaced
               : date(std::string(left) + "/" + std::to_string(year), DateRole::Start);
  }

  std::string text_;
  DateNotation notation_;
};

}  // namespace

Period parse_period(std::string_view text, DateNotation notation) {
  text = trim(text);
  if (text.empty() || text.size() > 200)
    return {};
  return PeriodReader(fold_with_dashes(text), notation).read();
}

}  // namespace malimap
