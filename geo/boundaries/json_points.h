#pragma once
// Coordinates as GeoJSON (RFC 7946, 3.1) writes them. Nothing where the text is of another form.

#include <simdjson.h>

#include <optional>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// A line or a ring: positions of two numbers or three, of which the height is left out.
[[nodiscard]] std::optional<std::vector<LonLat>> json_positions(simdjson::dom::element json);

/// A polygon: its rings as they stand.
[[nodiscard]] std::optional<std::vector<std::vector<LonLat>>> json_rings(
    simdjson::dom::element json);

}  // namespace malimap
