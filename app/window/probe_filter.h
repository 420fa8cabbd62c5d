#pragma once
#include <nlohmann/json.hpp>

#include "app/panels/context.h"

namespace malimap {

/// The filter's parts by the words of the command line; ranges as [low, high], null where open.
[[nodiscard]] nlohmann::ordered_json filter_json(const Filter& filter);

/// The chips over the map in their order: id and text.
[[nodiscard]] nlohmann::ordered_json chips_json(const State& state, const Translator& tr);

/// How many values each list of filters has under the other filters, and the histograms' bins.
[[nodiscard]] nlohmann::ordered_json lists_json(const Derived& derived);

}  // namespace malimap
