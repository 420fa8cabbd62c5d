#pragma once
// Text as people type it: folding for comparison, trimming, splitting, missing markers. UTF-8 in
// and out.

#include <string>
#include <string_view>
#include <vector>

namespace malimap {

/// Folds for comparison (ICU: NFKD, marks removed, case folded): "Ménaka", "MENAKA" and "menaka"
/// are one; hyphens, apostrophes, underscores and runs of blanks become one blank; no blank at the
/// ends.
[[nodiscard]] std::string fold(std::string_view text);

/// Without blanks at the ends; U+00A0, U+202F and the byte order mark count as blank.
[[nodiscard]] std::string_view trim(std::string_view text);

/// True for what stands for "nothing" in a cell: empty, "#N/A", "#REF!", "<Null>", "NA", "-",
/// "n/d", "None", ...
[[nodiscard]] bool is_missing(std::string_view text);

/// Pieces between any of the separators, trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separators);

/// Valid UTF-8: every broken byte sequence becomes U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view bytes);

/// At most so many letters (code points): cut between words where that loses little, with "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t letters);

/// a before b in the order of the language's dictionary (ICU collation); for short lists.
[[nodiscard]] bool collates_before(std::string_view a, std::string_view b);

}  // namespace malimap
