#include "geo/coverage/linked.h"

#include "geo/coverage/engine/view_tallies.h"

namespace malimap {

LinkedViews linked_views(const CoverageCube& cube, const Filter& filter) {
  if (!cube.dataset().aggregates)
    return scan_list(ViewFilter(cube, filter)).views(cube, filter);
  LinkedViews views;
  views.coverage = cover(cube, filter);
  for (const Dimension dimension : kAllDimensions)
    views.facets[static_cast<std::size_t>(dimension)] = facets(cube, dimension, filter);
  return views;
}

}  // namespace malimap
