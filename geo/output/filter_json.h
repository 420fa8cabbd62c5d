#pragma once
#include <nlohmann/json.hpp>

#include "geo/coverage/filter.h"

namespace malimap {

/// A filter as every report's JSON has it: a key for each part that is set.
[[nodiscard]] nlohmann::ordered_json json_of_filter(const Filter& filter);

}  // namespace malimap
