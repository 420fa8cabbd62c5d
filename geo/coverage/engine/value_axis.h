#pragma once
// The values of some dimensions as an axis: the cube over them, sparse.

#include "geo/coverage/engine/axis.h"

namespace malimap {

[[nodiscard]] std::unique_ptr<Axis> value_axis(const ValueStrata& strata);

}  // namespace malimap
