#pragma once
#include <span>
#include <string>
#include <vector>

#include "geo/base/result.h"
#include "geo/coverage/gaps/settings.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// "ML0502,sector=water,budget=50000": the unit by code or name, then what is known of the project.
/// Errors: a unit that is none, an unknown part (naming those there are), a sector or fund that
/// neither the data nor the lists know, an amount or number that is none.
[[nodiscard]] Result<std::vector<PlannedProject>> planned_projects(
    std::span<const std::string> typed, const Dataset& dataset, const Boundaries& boundaries);

}  // namespace malimap
