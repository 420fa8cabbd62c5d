#pragma once
// The north, the centre and the south of Mali, as coordination meetings speak of them: groups of
// regions of any vintage.

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "geo/base/translator.h"
#include "geo/boundaries/boundaries.h"
#include "geo/coverage/coverage.h"

namespace malimap {

enum class Area : std::uint8_t { North, Centre, South };
inline constexpr std::array kAreas{Area::North, Area::Centre, Area::South};
[[nodiscard]] std::string_view word_of(Area area);  // "north", "centre", "south"
[[nodiscard]] std::string name_of(Area area, const Translator& tr);

/// The area of a region by its name (any vintage, folded); nothing for names that are none of
/// Mali's.
[[nodiscard]] std::optional<Area> area_of_region(std::string_view name);
/// By the region that holds its first unit.
[[nodiscard]] std::optional<Area> area_of_zone(const CoverageZone& zone,
                                               const Boundaries& boundaries, Level level);

/// P-codes of the units of the coarsest layer that lie in the area; empty where the boundaries are
/// not Mali's.
[[nodiscard]] std::set<std::string> units_of(Area area, const Boundaries& boundaries);

}  // namespace malimap
