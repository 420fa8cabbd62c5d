#include "app/panels/numbers_typed.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace malimap::ui {
namespace {

// Without blanks: U+0020, U+00A0 and U+202F.
std::string without_blanks(std::string_view text) {
  std::string rest;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\t')
      continue;
    if (text.substr(i, 2) == "\u00A0") {
      i += 1;
      continue;
    }
    if (text.substr(i, 3) == "\u202F") {
      i += 2;
      continue;
    }
    rest.push_back(text[i] == ',' ? '.' : text[i]);
  }
  return rest;
}

}  // namespace

std::string numbers_text(const std::vector<double>& numbers, double unit, Language language) {
  std::string text;
  for (const double number : numbers) {
    std::string one = fmt::format("{:.10g}", number * unit);
    if (language == Language::French)
      std::replace(one.begin(), one.end(), '.', ',');
    text += (text.empty() ? "" : "; ") + one;
  }
  return text;
}

std::optional<std::vector<double>> numbers_of(std::string_view text, double unit) {
  const std::string clean = without_blanks(text);
  std::vector<double> numbers;
  std::size_t at = 0;
  while (at <= clean.size()) {
    const std::size_t end = std::min(clean.find(';', at), clean.size());
    if (end > at) {
      double value = 0;
      const auto read = std::from_chars(clean.data() + at, clean.data() + end, value);
      if (read.ec != std::errc{} || read.ptr != clean.data() + end || !std::isfinite(value))
        return std::nullopt;
      numbers.push_back(value / unit);
    }
    at = end + 1;
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace malimap::ui
