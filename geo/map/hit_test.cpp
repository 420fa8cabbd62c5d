#include <cmath>

#include "geo/map/compose.h"
#include "geo/map/unit_grid.h"

namespace malimap {
namespace {

int marker_at(const Composition& composition, PixelPoint position) {
  if (!composition.layers.markers)
    return -1;
  const View& view = composition.view;
  for (auto i = static_cast<int>(composition.markers.size()) - 1; i >= 0; --i) {
    const Marker& marker = composition.markers[static_cast<std::size_t>(i)];
    const PixelPoint centre = view.to_pixel(marker.position);
    if (std::hypot(position.x - centre.x, position.y - centre.y) <= marker.radius_dp * view.scale)
      return i;
  }
  return -1;
}

bool covers(const Symbol& symbol, PixelPoint foot, PixelPoint position, double scale) {
  const double x = (position.x - foot.x) / scale, y = (foot.y - position.y) / scale;
  if (symbol.kind == SymbolKind::Bar)
    return std::abs(x) <= symbol.width_dp / 2 && y >= 0 && y <= symbol.height_dp;
  return std::hypot(x, y) <= symbol.radius_dp;
}

/// The unit of the symbol on top; kNoUnit where there is none.
UnitIndex symbol_unit_at(const Composition& composition, PixelPoint position) {
  const View& view = composition.view;
  for (auto symbol = composition.symbols.rbegin(); symbol != composition.symbols.rend(); ++symbol)
    if (covers(*symbol, view.to_pixel(symbol->position), position, view.scale))
      return symbol->unit;
  return kNoUnit;
}

}  // namespace

Hit hit_test(const Composition& composition, PixelPoint position) {
  Hit hit;
  hit.marker = marker_at(composition, position);
  hit.unit = symbol_unit_at(composition, position);
  if (composition.shapes && hit.unit == kNoUnit)
    hit.unit = unit_at(*composition.shapes, composition.shapes->details.front(),
                       composition.view.to_plane(position));
  return hit;
}

}  // namespace malimap
