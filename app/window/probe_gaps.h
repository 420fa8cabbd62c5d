#pragma once
// What the probe tells of the matrix and of the gaps.

#include <nlohmann/json.hpp>

#include "app/panels/context.h"

namespace malimap {

/// Null while the tab is not open.
[[nodiscard]] nlohmann::ordered_json matrix_json(const PanelContext& ctx);
[[nodiscard]] nlohmann::ordered_json gaps_json(const PanelContext& ctx);
/// "none", "projects", "matrix", ...
[[nodiscard]] const char* word_of(BottomTab tab);

}  // namespace malimap
