#pragma once
// Units as people name them on a command line.

#include <set>
#include <string>
#include <string_view>

#include "geo/base/result.h"
#include "geo/boundaries/boundaries.h"

namespace malimap {

/// P-codes of the units that a word means: a P-code or a name of any level, the coarsest first
/// (Kidal is the region), else what Mali's crosswalk knows: names of other vintages, "Gao /
/// Ménaka". Empty: no unit.
[[nodiscard]] std::set<std::string> units_meant(std::string_view word,
                                                const Boundaries& boundaries);

/// "ML05,Kidal". Errors: a word that is no unit, naming those of the coarsest level.
[[nodiscard]] Result<std::set<std::string>> parse_units(std::string_view text,
                                                        const Boundaries& boundaries);

/// "north", "nord", "centre", "sud", ...: the units of these areas of Mali. Errors: no such area;
/// boundaries that have no unit of it.
[[nodiscard]] Result<std::set<std::string>> parse_areas(std::string_view text,
                                                        const Boundaries& boundaries);

}  // namespace malimap
