#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "geo/base/error.h"

namespace malimap {

/// The candidate that the word most likely stands for: fewest edits (Damerau-Levenshtein with
/// adjacent swaps, on folded text), at most a third of the longer word's length. Nothing when none
/// is near.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

/// "Did you mean X?" or, when nothing is near, "Known: A, B, C.".
[[nodiscard]] Message suggestion(std::string_view word, std::span<const std::string> candidates);

}  // namespace malimap
