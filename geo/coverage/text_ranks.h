#pragma once
// Texts in the order of a language's dictionary, as numbers.

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "geo/base/translator.h"

namespace malimap {

/// Of an empty text, and wherever else there is nothing to compare.
inline constexpr std::uint32_t kNoRank = std::numeric_limits<std::uint32_t>::max();

/// The place of each text among all of them, from 0; texts that the collation holds to be equal
/// share it, empty ones have kNoRank. Numbers inside texts are compared as numbers (P2, P10).
[[nodiscard]] std::vector<std::uint32_t> ranks_of_texts(std::span<const std::string_view> texts,
                                                        Language language);

}  // namespace malimap
