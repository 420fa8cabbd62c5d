#include "geo/coverage/linked.h"

namespace malimap {

LinkedViews linked_views(const CoverageCube& cube, const Filter& filter) {
  LinkedViews views;
  views.coverage = cover(cube, filter);
  for (const Dimension dimension : kAllDimensions)
    views.facets[static_cast<std::size_t>(dimension)] = facets(cube, dimension, filter);
  return views;
}

}  // namespace malimap
