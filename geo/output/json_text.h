#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "geo/base/units.h"

namespace malimap {

/// JSON that reads well and parses to exact values: numbers that are not whole are amounts of
/// dollars and print with two decimals; the elements of top-level arrays stand on a line each.
/// Broken UTF-8 becomes U+FFFD. Ends in a newline.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value);

/// Dollars as json_text prints them, null for nothing.
[[nodiscard]] nlohmann::ordered_json json_dollars(const std::optional<Cents>& amount);

}  // namespace malimap
