#pragma once
#include <set>
#include <span>
#include <string>

#include "geo/base/result.h"
#include "geo/boundaries/boundaries.h"

namespace malimap {

/// P-codes of the units that are named by code or name, whatever their level; of units that share a
/// name the coarsest. Errors: a word that is no unit's, with the nearest name.
[[nodiscard]] Result<std::set<std::string>> units_named(std::span<const std::string> words,
                                                        const Boundaries& boundaries);

}  // namespace malimap
