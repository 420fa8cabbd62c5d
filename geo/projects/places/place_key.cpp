#include <algorithm>
#include <array>
#include <optional>

#include "geo/projects/crosswalk.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

/// Takes the word off the front where another one follows it.
bool eat(std::string_view& text, std::string_view word) {
  if (text.size() <= word.size() + 1 || !text.starts_with(word) || text[word.size()] != ' ')
    return false;
  text.remove_prefix(word.size() + 1);
  return true;
}

template <std::size_t N>
std::string_view eat_any(std::string_view& text, const std::array<std::string_view, N>& words) {
  for (auto word : words)
    if (eat(text, word))
      return word;
  return {};
}

bool is_numeral(std::string_view word, std::string_view digits) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of(digits) == std::string_view::npos;
}

/// 6 for "6", "06" and "vi".
std::optional<int> number_of(std::string_view word) {
  int number = 0;
  if (is_numeral(word, "0123456789")) {
    for (char digit : word)
      number = number * 10 + (digit - '0');
    return number;
  }
  if (!is_numeral(word, "ivx"))
    return {};
  const auto worth = [](char letter) { return letter == 'i' ? 1 : letter == 'v' ? 5 : 10; };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool less = i + 1 < word.size() && worth(word[i]) < worth(word[i + 1]);
    number += less ? -worth(word[i]) : worth(word[i]);
  }
  return number;
}

/// The communes of Bamako have numbers for names: "commune 6" for "Commune VI du district de
/// Bamako". Without its kind a number says nothing.
std::optional<std::string> numbered(std::string_view kind, std::string_view rest) {
  const auto blank = rest.find(' ');
  const auto number = number_of(rest.substr(0, blank));
  if (!number)
    return {};
  if (blank != std::string_view::npos) {
    const auto after = rest.substr(blank + 1);
    if (after != "bamako" && after != "de bamako" && after != "du district de bamako" &&
        after != "district de bamako")
      return {};
  }
  return std::string(kind) + " " + std::to_string(*number);
}

constexpr std::array<std::string_view, 5> kArticles{"the", "la", "le", "les", "l"};
constexpr std::array<std::string_view, 20> kKinds{"region",
                                                  "regions",
                                                  "cercle",
                                                  "cercles",
                                                  "commune",
                                                  "communes",
                                                  "district",
                                                  "ville",
                                                  "province",
                                                  "departement",
                                                  "village",
                                                  "city",
                                                  "arrondissement",
                                                  "circle",
                                                  "com",
                                                  "c r",
                                                  "cr",
                                                  "c u",
                                                  "cu",
                                                  "town"};
constexpr std::array<std::string_view, 5> kQualifiers{"capital", "urbaine", "rurale", "urban",
                                                      "rural"};
constexpr std::array<std::string_view, 7> kFillers{"de la", "de l", "du", "des", "de", "d", "of"};
constexpr std::array<std::string_view, 12> kTails{
    " capital district", " commune urbaine", " commune rurale", " urban commune",
    " rural commune",    " region",          " cercle",         " commune",
    " district",         " ville",           " city",           " circle"};

constexpr std::array<std::string_view, 4> kNumberSigns{"n°", "n", "no", "numero"};

/// Short forms are kinds only where "de" follows: "C.R. de Kondi".
bool needs_filler(std::string_view kind) {
  return kind.size() <= 3;
}

}  // namespace

std::string place_key(std::string_view name) {
  const std::string key = words_key(name);
  std::string_view rest = key;
  if (rest.starts_with("bamako commune "))
    eat(rest, "bamako");
  eat_any(rest, kArticles);
  const auto kind = eat_any(rest, kKinds);
  bool bare = kind.empty();
  if (!bare) {
    eat_any(rest, kQualifiers);
    const bool filled = !eat_any(rest, kFillers).empty();
    std::string_view name_or_number = rest;
    eat_any(name_or_number, kNumberSigns);
    if (auto number = numbered(kind, name_or_number))
      return *number;
    bare = needs_filler(kind) && !filled;
  }
  if (bare)
    rest = key;
  for (auto tail : kTails)
    if (rest.size() > tail.size() && rest.ends_with(tail)) {
      rest.remove_suffix(tail.size());
      eat(rest, "the");
      break;
    }
  return std::string(rest);
}

std::string zone_id(std::string_view zone_name) {
  std::string id = place_key(zone_name);
  std::replace(id.begin(), id.end(), ' ', '-');
  return "zone:" + id;
}

}  // namespace malimap
