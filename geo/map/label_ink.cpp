// Colours of texts: what reads on the ground that they stand on.

#include "geo/map/distance_map.h"
#include "geo/map/labels.h"
#include "geo/map/palettes.h"

namespace malimap {
LabelPlacer::Ink LabelPlacer::ink_at(PixelPoint at) const {
  for (std::size_t unit = 0; unit < input_.shapes->units.size(); ++unit)
    if (holds(static_cast<UnitIndex>(unit), at))
      return ink_on(static_cast<UnitIndex>(unit), at);
  return ink_apart();
}

LabelPlacer::Ink LabelPlacer::ink_apart() const {
  return {out_.theme.text, out_.theme.halo};
}

LabelPlacer::Ink LabelPlacer::ink_on(UnitIndex unit, PixelPoint at) const {
  const auto index = static_cast<std::size_t>(unit);
  if (index >= out_.paint.size())
    return ink_apart();
  const Colour fill = out_.paint[index].fill;
  if (out_.paint[index].class_index == kFilteredClass)
    return {out_.theme.neighbour_text, fill};
  if (out_.bands && out_.paint[index].class_index >= 0)
    if (const auto band = band_colour_at(out_, input_.view.to_plane(at)))
      return {ink_for(*band), *band};
  return {ink_for(fill), fill};
}

}  // namespace malimap
