// Dates of a column: one notation for all, and the ordinary cell without any allocation.

#include "geo/base/text.h"
#include "geo/projects/values.h"
#include "geo/projects/values/date_words.h"

namespace malimap {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The number that `text` begins with, of at most `most` digits, taken off; -1 when there is none.
int take_number(std::string_view& text, std::size_t most) {
  int value = -1;
  std::size_t length = 0;
  for (; length < text.size() && is_digit(text[length]); ++length) {
    if (length == most)
      return -1;
    value = (value < 0 ? 0 : value) * 10 + (text[length] - '0');
  }
  text.remove_prefix(length);
  return value;
}

char take_sign(std::string_view& text) {
  if (text.empty() || (text[0] != '/' && text[0] != '.' && text[0] != '-'))
    return 0;
  const char sign = text[0];
  text.remove_prefix(1);
  return sign;
}

struct Numeric {
  int first = 0, second = 0, year = 0;
};

/// "3/4/2024", "03-04-24 10:00", ... with or without a time; nothing for other forms.
std::optional<Numeric> numeric_form(std::string_view text) {
  Numeric form;
  form.first = take_number(text, 2);
  const char sign = take_sign(text);
  form.second = take_number(text, 2);
  const char again = take_sign(text);
  const std::size_t before = text.size();
  form.year = take_number(text, 4);
  const std::size_t digits = before - text.size();
  if (digits == 2)
    form.year += form.year < 70 ? 2000 : 1900;
  if (form.first < 0 || form.second < 0 || form.year < 0 || sign == 0 || sign != again ||
      (digits != 2 && digits != 4))
    return {};
  const bool timed = text.size() > 3 && (text[0] == ' ' || text[0] == 'T') && text[1] >= '0' &&
                     text[1] <= '9' && (text[2] == ':' || text[3] == ':');
  if (!text.empty() && !timed)
    return {};
  return form;
}

TypedDate existing(int year, int month, int day) {
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  return {date.ok() ? std::optional(date) : std::nullopt, true};
}

/// "2024-03-15", alone or with a time behind.
std::optional<TypedDate> iso_form(std::string_view text) {
  if (text.size() < 10 || (text.size() > 10 && text[10] != 'T' && text[10] != ' '))
    return {};
  const bool timed = text.size() > 10;
  if (timed && (text.size() < 16 || text[13] != ':'))
    return {};
  const int year = take_number(text, 4);
  const char sign = take_sign(text);
  const int month = take_number(text, 2);
  const char again = take_sign(text);
  const int day = take_number(text, 2);
  if (year < 1900 || year > 2200 || month < 0 || day < 0 || sign == 0 || sign != again ||
      text.empty() == timed)
    return {};
  return existing(year, month, day);
}

}  // namespace

void DateSurvey::add(std::string_view cell) {
  cell = trim(cell);
  const auto form = numeric_form(cell);
  if (!form || form->first == form->second)
    return;
  if (form->first <= 12 && form->second <= 12) {
    if (example_.empty())
      example_ = cell;
    return;
  }
  day_first_ = day_first_ || (form->first > 12 && form->second <= 12);
  month_first_ = month_first_ || (form->second > 12 && form->first <= 12);
}

void DateSurvey::merge(const DateSurvey& other) {
  day_first_ = day_first_ || other.day_first_;
  month_first_ = month_first_ || other.month_first_;
  if (example_.empty())
    example_ = other.example_;
}

DateNotation DateSurvey::notation() const {
  if (day_first_ && month_first_)
    return DateNotation::Contradictory;
  if (day_first_)
    return DateNotation::DayFirst;
  if (month_first_)
    return DateNotation::MonthFirst;
  return example_.empty() ? DateNotation::Unknown : DateNotation::Ambiguous;
}

DateNotation date_notation_of(const std::vector<std::string_view>& cells) {
  DateSurvey survey;
  for (auto cell : cells)
    survey.add(cell);
  return survey.notation();
}

TypedDate parse_date(std::string_view text, DateRole role, DateNotation notation) {
  text = trim(text);
  if (const auto iso = iso_form(text))
    return *iso;
  if (const auto form = numeric_form(text))
    if (form->year >= 1900 && form->year <= 2200)
      return numeric_day(form->first, form->second, form->year, notation);
  return text.size() > 80 ? TypedDate{} : folded_date(fold_with_dashes(text), role, notation);
}

}  // namespace malimap
