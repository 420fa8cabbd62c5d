#pragma once
// The phrases by which headers are known.

#include <span>
#include <string_view>

#include "geo/projects/columns.h"

namespace malimap {

/// The phrases of a role, best first, as header_key() writes them, separated by '|'. '=': the whole
/// header must be it.
struct Phrases {
  Role role;
  std::string_view phrases;
};
[[nodiscard]] std::span<const Phrases> header_phrases();

/// Of notes, which take what no other role has taken: wherever they stand in a header, and where
/// the header begins with them.
struct NotesPhrases {
  std::string_view anywhere, at_the_start;
};
[[nodiscard]] NotesPhrases notes_phrases();

}  // namespace malimap
