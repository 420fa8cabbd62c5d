// Several values in one cell, with their shares.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/base/text.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Blanks in front and behind, and the signs that tie a share to its name.
std::string_view bare(std::string_view text) {
  constexpr std::string_view kSigns = ":=-";
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = trim(text);
    if (!text.empty() && kSigns.find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    if (!text.empty() && (text[0] == ':' || text[0] == '='))
      text.remove_prefix(1);
    for (std::string_view dash : {"\u2013", "\u2014"})
      if (text.ends_with(dash))
        text.remove_suffix(dash.size());
  }
  return text;
}

/// 60 and 0.6 are both six tenths; with a percent sign 0.6 is six thousandths.
std::optional<double> share_of(std::string_view digits, bool percent) {
  const auto number = decimal_number(digits);
  if (!number || *number < 0 || *number > 100)
    return {};
  const bool fraction = !percent && *number <= 1 && digits.find_first_of(".,") != std::string::npos;
  return fraction ? *number : *number / 100;
}

/// "Santé 60 %", "Santé: 60", "Santé (60)", "Santé (60 %)": the number at the end.
std::optional<Shared> share_behind(std::string_view text) {
  std::string_view rest = text;
  const bool bracket = rest.ends_with(')');
  if (bracket)
    rest = trim(rest.substr(0, rest.size() - 1));
  const bool percent = rest.ends_with('%');
  if (percent)
    rest = trim(rest.substr(0, rest.size() - 1));
  std::size_t start = rest.size();
  while (start > 0 &&
         (is_digit(rest[start - 1]) || rest[start - 1] == '.' || rest[start - 1] == ','))
    --start;
  const auto share = share_of(rest.substr(start), percent);
  if (start == rest.size() || !share)
    return {};
  std::string_view name = trim(rest.substr(0, start));
  if (bracket) {
    if (!name.ends_with('('))
      return {};
    name.remove_suffix(1);
  } else if (!percent && !name.ends_with(':') && !name.ends_with('=')) {
    return {};  // "Phase 2"
  }
  name = bare(name);
  return name.empty() ? std::nullopt : std::optional(Shared{std::string(name), share});
}

/// "60 % Santé", "60%: Santé".
std::optional<Shared> share_before(std::string_view text) {
  const auto percent = text.find('%');
  if (percent == std::string_view::npos)
    return {};
  const auto share = share_of(trim(text.substr(0, percent)), true);
  const auto name = bare(text.substr(percent + 1));
  return share && !name.empty() ? std::optional(Shared{std::string(name), share}) : std::nullopt;
}

Shared part_of(std::string_view text) {
  if (auto shared = share_behind(text))
    return *shared;
  if (auto shared = share_before(text))
    return *shared;
  return {std::string(text), {}};
}

/// Pieces between commas that are no decimal commas.
std::vector<std::string_view> comma_pieces(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool decimal =
        i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (i < text.size() && (text[i] != ',' || decimal))
      continue;
    pieces.push_back(trim(text.substr(from, i - from)));
    from = i + 1;
  }
  return pieces;
}

void add_parts(std::string_view piece, std::vector<Shared>& parts) {
  const auto commas = comma_pieces(piece);
  std::vector<Shared> shared;
  for (auto text : commas)
    shared.push_back(part_of(text));
  const bool all = commas.size() > 1 &&
                   std::all_of(shared.begin(), shared.end(), [](const auto& s) { return s.share; });
  if (all)
    parts.insert(parts.end(), shared.begin(), shared.end());
  else
    parts.push_back(part_of(piece));
}

}  // namespace

std::vector<Shared> split_list(std::string_view cell) {
  std::vector<Shared> parts;
  if (cell.find_first_of(";|\n\r%:=(") == std::string_view::npos) {
    if (!is_missing(cell))
      parts.push_back({std::string(trim(cell)), {}});
    return parts;
  }
  while (true) {
    const auto end = cell.find_first_of(";|\n\r");
    auto piece = trim(cell.substr(0, end));
    if (piece.starts_with("\u2022"))  // a list typed with bullets
      piece = trim(piece.substr(3));
    if (!is_missing(piece))
      add_parts(piece, parts);
    if (end == std::string_view::npos)
      return parts;
    cell.remove_prefix(end + 1);
  }
}

std::optional<double> share_sum(std::span<const Shared> parts) {
  if (parts.empty() ||
      !std::all_of(parts.begin(), parts.end(), [](const auto& p) { return p.share; }))
    return {};
  return std::accumulate(parts.begin(), parts.end(), 0.0,
                         [](double sum, const auto& part) { return sum + *part.share; });
}

bool shares_add_up(std::span<const Shared> parts) {
  constexpr double kRounding = 0.005;
  const auto sum = share_sum(parts);
  return sum && std::abs(*sum - 1) <= kRounding + 1e-9;
}

}  // namespace malimap
