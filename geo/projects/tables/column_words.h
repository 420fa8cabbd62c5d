#pragma once
// What a header says in words, French or English.

#include <string>
#include <string_view>
#include <vector>

#include "geo/projects/columns.h"

namespace malimap {

/// A role that a header may mean. points: 300 when the header is the phrase, 200 when it begins
/// with it, 100 when it contains it, less the phrase's place in the list of the role's phrases,
/// more or less what single words add ("total", "USD"; "décaissé", "type"). Never 0 or less.
struct HeaderMatch {
  Role role = Role::Id;
  int points = 0;
  bool fixed = true;  // false: units of a level that differs between countries ("province")
};
[[nodiscard]] std::vector<HeaderMatch> roles_by_header(std::string_view header);

/// True where the header says that the column describes, explains or remarks; not where it is about
/// people or numbers.
[[nodiscard]] bool is_notes_header(std::string_view header);

/// A header as it is compared: folded, in words ("admin1Name_fr" is "adm1 name fr"), without "(s)",
/// numbering ("1.", "a)") and signs.
[[nodiscard]] std::string header_key(std::string_view header);

/// The key without its number: "sector" for "Sector 1" and "Sector 2".
[[nodiscard]] std::string stem_of_numbered(std::string_view header);

/// True where the header says that the column is about something that only looks like a role: the
/// seat of an organisation is no place of a project, the day of the report is not its start.
[[nodiscard]] bool speaks_of_something_else(std::string_view header);

/// 1 for "region", 2 for "cercle", 3 for "commune" and what other countries call so; 0 for words
/// that are no level. "departement" and the like are of a level that differs between countries.
struct LevelWord {
  int level = 0;
  bool fixed = false;
};
[[nodiscard]] LevelWord level_word(std::string_view word);

}  // namespace malimap
