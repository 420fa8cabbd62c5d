#pragma once
#include <string>

namespace malimap {

/// The theme's part: a plain set of colours, Inter for all texts.
[[nodiscard]] std::string slide_theme();

}  // namespace malimap
