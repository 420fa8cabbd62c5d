#pragma once
#include <span>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// Whether polygons are valid by the rules of OGC's Simple Features (06-103r4, 6.1.11 and 6.1.14)
/// beyond doubt: no ring meets itself or another one, holes lie in their own polygon and not in
/// each other, polygons not in each other. Rings are not closed and repeat no point in a row. False
/// where only exact arithmetic could tell, where rings touch (which may be valid), and where the
/// answer would take long: GEOS has to say then, in some twenty times the time.
[[nodiscard]] bool surely_valid(std::span<const Polygon> polygons);

}  // namespace malimap
