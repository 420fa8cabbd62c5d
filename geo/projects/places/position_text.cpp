// Positions as people type them.

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "geo/base/text.h"
#include "geo/projects/points.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The quarter of the world that a letter names: its sign, and whether it is of a latitude. French
/// writes O for the west.
struct Quarter {
  double sign = 1;
  bool is_lat = false;
};
std::optional<Quarter> quarter_of(char letter) {
  switch (std::toupper(static_cast<unsigned char>(letter))) {
    case 'N':
      return Quarter{1, true};
    case 'S':
      return Quarter{-1, true};
    case 'E':
      return Quarter{1, false};
    case 'W':
    case 'O':
      return Quarter{-1, false};
    default:
      return {};
  }
}

struct Angle {
  double degrees = 0;
  std::optional<Quarter> quarter;
};

std::optional<Angle> angle_in(std::string_view text) {
  text = trim(text);
  Angle angle;
  if (!text.empty() && (angle.quarter = quarter_of(text.back())))
    text = trim(text.substr(0, text.size() - 1));
  else if (!text.empty() && (angle.quarter = quarter_of(text.front())))
    text = trim(text.substr(1));
  const bool negative = !text.empty() && text[0] == '-';
  std::array<double, 3> parts{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      const auto c = static_cast<unsigned char>(text[i]);
      // Signs of degrees, minutes and seconds are of many kinds; letters are none of them.
      if (std::isalpha(c) != 0 || (c == '-' && i > 0))
        return {};
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ','))
      ++end;
    const auto number = decimal_number(text.substr(i, end - i));
    if (!number || count == parts.size())
      return {};
    parts[count++] = *number;
    i = end;
  }
  if (count == 0 || parts[1] >= 60 || parts[2] >= 60)
    return {};
  angle.degrees = (parts[0] + parts[1] / 60 + parts[2] / 3600) * (negative ? -1 : 1) *
                  (angle.quarter ? angle.quarter->sign : 1);
  return angle;
}

std::optional<LonLat> point_of_wkt(std::string_view text) {
  if (text.size() < 8 || fold(text.substr(0, 5)) != "point")
    return {};
  const auto open = text.find('('), close = text.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return {};
  const auto numbers = split(text.substr(open + 1, close - open - 1), " ,\t");
  if (numbers.size() < 2)
    return {};
  const auto lon = decimal_number(numbers[0]), lat = decimal_number(numbers[1]);
  return lon && lat ? std::optional(LonLat{*lon, *lat}) : std::nullopt;
}

/// The two angles of a cell: between ';' or '/', behind the quarter of the first, at ", ", at the
/// only comma, at the blank.
std::optional<std::pair<std::string_view, std::string_view>> halves(std::string_view text) {
  const auto cut = [&](std::size_t at, std::size_t length) {
    return std::pair{trim(text.substr(0, at)), trim(text.substr(at + length))};
  };
  for (std::string_view sign : {";", "/", "|"})
    if (const auto at = text.find(sign); at != std::string_view::npos)
      return cut(at, 1);
  const bool letter_first = !text.empty() && quarter_of(text[0]).has_value();  // "N 14.5 W 4.1"
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (quarter_of(text[i]) &&
        std::any_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_digit)) {
      auto pair = cut(letter_first ? i : i + 1, 0);
      while (!pair.second.empty() && (pair.second[0] == ',' || pair.second[0] == '-'))
        pair.second = trim(pair.second.substr(1));
      while (!pair.first.empty() && (pair.first.back() == ',' || pair.first.back() == '-'))
        pair.first = trim(pair.first.substr(0, pair.first.size() - 1));
      return pair;
    }
  if (const auto at = text.find(", "); at != std::string_view::npos)
    return cut(at, 1);
  if (std::count(text.begin(), text.end(), ',') == 1)
    if (const auto at = text.find(',');
        text.find('.') != std::string_view::npos || text.find(' ') == std::string_view::npos)
      return cut(at, 1);
  if (std::count(text.begin(), text.end(), ',') == 3)  // "14,48,-4,18"
    return cut(text.find(',', text.find(',') + 1), 1);
  if (const auto at = text.find(' '); at != std::string_view::npos)
    return cut(at, 1);
  return {};
}

}  // namespace

std::optional<double> degrees_in(std::string_view text) {
  if (const auto number = decimal_number(text))
    return number;
  const auto angle = angle_in(text);
  return angle && angle->quarter ? std::optional(angle->degrees) : std::nullopt;
}

std::optional<LonLat> position_in(std::string_view text, const LonLatBox& box) {
  text = trim(text);
  if (auto point = point_of_wkt(text))
    return point;
  if (text.size() > 2 && (text.front() == '(' || text.front() == '['))
    text = trim(text.substr(1, text.size() - 2));
  const auto both = halves(text);
  if (!both)
    return {};
  const auto first = angle_in(both->first), second = angle_in(both->second);
  if (!first || !second)
    return {};
  LonLat point{second->degrees, first->degrees};
  const LonLat turned{point.lat, point.lon};
  if (first->quarter || second->quarter) {
    const bool lat_first = first->quarter ? first->quarter->is_lat : !second->quarter->is_lat;
    return lat_first ? point : turned;
  }
  return !box.holds(point) && box.holds(turned) ? turned : point;
}

}  // namespace malimap
