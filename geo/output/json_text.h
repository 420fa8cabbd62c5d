#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "geo/base/units.h"

namespace malimap {

/// How numbers that are not whole are printed: as dollars, with two decimals; or with as many as
/// they have.
enum class JsonNumbers { Dollars, Exact };

/// JSON that reads well and parses to exact values; the elements of top-level arrays stand on a
/// line each. Broken UTF-8 becomes U+FFFD. Ends in a newline.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value,
                                    JsonNumbers numbers = JsonNumbers::Dollars);

/// Dollars as json_text prints them, null for nothing.
[[nodiscard]] nlohmann::ordered_json json_dollars(const std::optional<Cents>& amount);

}  // namespace malimap
