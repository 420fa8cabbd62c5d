#pragma once
// What the probe tells of two views that are compared.

#include <nlohmann/json.hpp>

#include "app/panels/context.h"

namespace malimap {

[[nodiscard]] nlohmann::ordered_json compare_json(const PanelContext& ctx);

}  // namespace malimap
