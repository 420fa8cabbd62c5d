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

}  // namespace malimap
