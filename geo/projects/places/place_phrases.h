#pragma once
// The pieces that running text about places is made of.

#include <optional>
#include <string_view>
#include <vector>

#include "geo/projects/places/place_text.h"

namespace malimap {

enum class Sign { Text, Comma, Semicolon, Colon, Open, Close, In };

/// A text between signs, or a sign ("dans" is one).
struct PlaceToken {
  Sign sign = Sign::Text;
  std::string_view text = {};
};
[[nodiscard]] std::vector<PlaceToken> place_tokens(std::string_view text);

/// Names in one piece that are joined by a word or sign which may also belong to a zone's name.
[[nodiscard]] std::vector<std::string_view> conjoined(std::string_view piece);

/// A piece taken apart: "les 3 communes rurales de Konna (60 %)" without the bracket.
struct PlacePhrase {
  std::string_view name;  // empty: the words name a level only ("communes")
  std::optional<Level> level;
  bool has_word = false;  // a level word, or one for villages, stands before or behind the name
  bool is_village = false;
  bool is_plural = false;
  double share = -1;
};
[[nodiscard]] PlacePhrase place_phrase(std::string_view piece);

}  // namespace malimap
