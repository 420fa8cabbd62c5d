#pragma once
// Names as people mistype them, the same ones each time.

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/text.h"

namespace malimap::testing {

/// A small generator of our own (SplitMix64, Steele and others 2014): the library's distributions
/// differ from one compiler to the next.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// 0 to count - 1.
  std::size_t roll(std::size_t count) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % count);
  }

 private:
  std::uint64_t state_;
};

/// One letter changed, left out, added, or swapped with its neighbour; never a number at the end,
/// never the name itself. On folded text, so that a letter is a byte.
inline std::string with_slip(const std::string& name, Dice& dice) {
  std::string text = name;
  const auto letters = [](const std::string& t) {
    std::vector<std::size_t> at;
    const auto blank = t.rfind(' ');
    const bool numbered = blank != std::string::npos &&
                          t.find_first_not_of("ivx0123456789", blank + 1) == std::string::npos;
    for (std::size_t i = 0; i < (numbered ? blank : t.size()); ++i)
      if (std::isalpha(static_cast<unsigned char>(t[i])) != 0)
        at.push_back(i);
    return at;
  };
  while (text == name) {
    const auto at = letters(text);
    const std::size_t i = at[dice.roll(at.size())];
    const char letter = static_cast<char>('a' + dice.roll(26));
    switch (dice.roll(4)) {
      case 0:
        text[i] = letter;
        break;
      case 1:
        if (at.size() > 2)
          text.erase(i, 1);
        break;
      case 2:
        text.insert(i + dice.roll(2), 1, letter);
        break;
      default:
        if (i + 1 < text.size() && text[i + 1] != ' ')
          std::swap(text[i], text[i + 1]);
        break;
    }
  }
  return text;
}

inline std::string in_capitals(std::string text) {
  for (char& c : text)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// Blanks to hyphens.
inline std::string hyphenated(std::string text) {
  for (char& c : text)
    c = c == ' ' ? '-' : c;
  return text;
}

}  // namespace malimap::testing
