#pragma once
#include "geo/projects/crosswalk.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// Puts the census of 2009 (RGPH) into the dataset, by the names of the boundaries' regions: for
/// units that are the same as in 2009 by their P-code, for zones that cover an old unit as a whole
/// by the zone's id. Units that are parts of an old unit have none.
void add_population(Dataset& dataset, const Crosswalk& crosswalk, const Boundaries& boundaries);

}  // namespace malimap
