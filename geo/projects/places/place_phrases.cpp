#include "geo/projects/places/place_phrases.h"

#include <algorithm>
#include <cctype>

#include "geo/base/text.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

struct LevelWord {
  std::string_view word;
  std::optional<Level> level;
  bool is_village = false;
  bool is_plural = false;
};
constexpr LevelWord kLevelWords[] = {
    {"region", Level::Region},
    {"regions", Level::Region, false, true},
    {"cercle", Level::Cercle},
    {"cercles", Level::Cercle, false, true},
    {"circle", Level::Cercle},
    {"circles", Level::Cercle, false, true},
    {"commune", Level::Commune},
    {"communes", Level::Commune, false, true},
    {"district", {}},
    {"ville", {}},
    {"villes", {}, false, true},
    {"city", {}},
    {"town", {}},
    {"towns", {}, false, true},
    {"village", {}, true},
    {"villages", {}, true, true},
    {"localite", {}, true},
    {"localites", {}, true, true},
    {"site", {}, true},
    {"sites", {}, true, true},
    {"quartier", {}, true},
    {"quartiers", {}, true, true},
};
constexpr std::string_view kBefore[] = {"le", "la",  "les", "the",  "l",    "a",
                                        "au", "aux", "en",  "tout", "toute"};
constexpr std::string_view kAfter[] = {"de",       "du",      "des",       "d",        "la",
                                       "l",        "of",      "urbaine",   "rurale",   "rurales",
                                       "urbaines", "capital", "suivantes", "suivants", "les"};

bool ends_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::isalnum(byte) == 0;
}

/// The first word; the rest loses the blanks, apostrophes and hyphens behind it.
std::string_view first_word(std::string_view text, std::string_view& rest) {
  std::size_t end = 0;
  while (end < text.size() && !ends_word(text[end])) {
    if (text.substr(end).starts_with("\u2019"))
      break;
    ++end;
  }
  rest = text.substr(end);
  if (rest.starts_with("\u2019"))
    rest.remove_prefix(3);
  while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\'' || rest[0] == '-'))
    rest.remove_prefix(1);
  rest = trim(rest);
  return text.substr(0, end);
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
}

const LevelWord* level_word(std::string_view word) {
  if (word.size() < 4 || word.size() > 12)
    return nullptr;
  const std::string folded = fold(word);
  const auto* found = std::find_if(std::begin(kLevelWords), std::end(kLevelWords),
                                   [&](const LevelWord& w) { return w.word == folded; });
  return found == std::end(kLevelWords) ? nullptr : found;
}

/// "60 %" at either end of the text; the text loses it.
double take_share(std::string_view& text) {
  const auto percent = text.find('%');
  if (percent == std::string_view::npos)
    return -1;
  std::size_t start = percent;
  const auto belongs = [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.' || c == ',' || c == ' ' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  while (start > 0 && belongs(text[start - 1]))
    --start;
  while (start < percent && std::isdigit(static_cast<unsigned char>(text[start])) == 0)
    ++start;
  const auto number = decimal_number(trim(text.substr(start, percent - start)));
  if (!number || *number < 0 || *number > 100)
    return -1;
  const auto before = trim(text.substr(0, start)), after = trim(text.substr(percent + 1));
  if (!before.empty() && !after.empty())
    return -1;
  text = before.empty() ? after : before;
  while (!text.empty() && (text.back() == '-' || text.back() == '='))
    text = trim(text.substr(0, text.size() - 1));
  return *number / 100;
}

}  // namespace

std::vector<PlaceToken> place_tokens(std::string_view text) {
  std::vector<PlaceToken> tokens;
  std::size_t start = 0;
  const auto end_text = [&](std::size_t end) {
    if (const auto piece = trim(text.substr(start, end - start)); !piece.empty())
      tokens.push_back({Sign::Text, piece});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    Sign sign = Sign::Text;
    std::size_t length = 1;
    switch (text[i]) {
      case ',':
        // "40,5 %" is one number.
        sign = i > 0 && i + 1 < text.size() && text.find('%', i) < i + 5 &&
                       std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 &&
                       std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0
                   ? Sign::Text
                   : Sign::Comma;
        break;
      case ';':
      case '|':
      case '\n':
        sign = Sign::Semicolon;
        break;
      case ':':
        sign = Sign::Colon;
        break;
      case '(':
      case '[':
        sign = Sign::Open;
        break;
      case ')':
      case ']':
        sign = Sign::Close;
        break;
      case 'd':
      case 'D':
        if ((i == 0 || ends_word(text[i - 1])) &&
            (text.substr(i).starts_with("dans ") || text.substr(i).starts_with("Dans "))) {
          sign = Sign::In;
          length = 5;
        }
        break;
      default:
        break;
    }
    if (sign == Sign::Text)
      continue;
    end_text(i);
    tokens.push_back({sign, {}});
    i += length - 1;
    start = i + 1;
  }
  end_text(text.size());
  return tokens;
}

std::vector<std::string_view> conjoined(std::string_view piece) {
  static constexpr std::string_view kJoints[] = {
      " et ", " and ", " - ", " ET ", " AND ", " Et ", " \u2013 ", "/", "&", "+", " ou "};
  std::vector<std::string_view> pieces;
  for (std::string_view word : {"et ", "and ", "ET ", "Et ", "ainsi que "})
    if (piece.starts_with(word))
      piece.remove_prefix(word.size());
  while (!piece.empty()) {
    std::size_t at = std::string_view::npos, length = 0;
    for (const auto& joint : kJoints)
      if (const auto found = piece.find(joint); found < at) {
        at = found;
        length = joint.size();
      }
    if (const auto part = trim(piece.substr(0, at)); !part.empty())
      pieces.push_back(part);
    piece = at == std::string_view::npos ? std::string_view{} : piece.substr(at + length);
  }
  return pieces;
}

PlacePhrase place_phrase(std::string_view piece) {
  PlacePhrase phrase;
  piece = trim(piece);
  while (!piece.empty() && (piece.back() == '.' || piece.back() == '-'))
    piece = trim(piece.substr(0, piece.size() - 1));
  phrase.share = take_share(piece);
  phrase.name = piece;
  std::string_view rest = piece, after;
  std::string_view word = first_word(rest, after);
  while (!after.empty() && (is_one_of(word, kBefore) || is_number(word) || word == "Les" ||
                            word == "La" || word == "Le" || word == "Tout" || word == "Toute")) {
    rest = after;
    word = first_word(rest, after);
  }
  if (const LevelWord* found = level_word(word)) {
    phrase.has_word = true;
    phrase.level = found->level;
    phrase.is_village = found->is_village;
    phrase.is_plural = found->is_plural;
    phrase.name = after;
    std::string_view next;
    while (!phrase.name.empty()) {
      const std::string folded = fold(first_word(phrase.name, next));
      if (!is_one_of(folded, kAfter))
        break;
      phrase.name = next;
    }
    return phrase;
  }
  const auto blank = piece.rfind(' ');
  if (blank == std::string_view::npos)
    return phrase;
  if (const LevelWord* found = level_word(piece.substr(blank + 1));
      found != nullptr && found->level && !found->is_plural) {  // "Gao Region"
    phrase.has_word = true;
    phrase.level = found->level;
  }
  return phrase;
}

}  // namespace malimap
