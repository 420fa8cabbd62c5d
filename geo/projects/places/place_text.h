#pragma once
// Places in running text: "Cercle de Diré: communes (Kondi, Arham), cercle de Goundam". Only what
// the words and signs say; which units are meant is decided elsewhere.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// A name in the text, with what stands around it.
struct TextPlace {
  std::string name;            // as typed, without "cercle de" before it
  std::optional<Level> level;  // said by a word before it, or before its list
  bool is_village = false;     // "village de X": no unit
  std::vector<int> parents;    // the names that hold it, as indices; any of them
  // The parent stands in brackets behind the name, or the name in brackets behind the parent, and
  // nothing says which: "Konna (Mopti)", "Gao (Ansongo)".
  bool bracketed = false;
  double share = -1;  // "(60 %)" behind it, 0 to 1; negative: none
};

/// Whether a text is one name as it stands ("Gao / Ménaka" is a zone in some lists).
using IsOneName = std::function<bool(std::string_view)>;

/// Reads lists (, ; / & et and, lines), level words of French and English before names or lists
/// ("communes de Konna et Fatoma"), nesting by ':' and brackets, "dans" and a bracket with a
/// coarser level behind a list ("(cercle de Mopti)") as the parent of what precedes, shares in per
/// cent. ';' and a new line end what ':' began, and so does a level word that is not finer than
/// what it would be nested in.
[[nodiscard]] std::vector<TextPlace> places_in_text(std::string_view text,
                                                    const IsOneName& is_one_name);

}  // namespace malimap
