#pragma once
#include <string>
#include <string_view>

namespace malimap {

/// Folded, with every run of signs as one blank: how headers and place names are compared.
[[nodiscard]] std::string words_key(std::string_view text);

}  // namespace malimap
