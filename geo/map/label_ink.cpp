// Colours of texts: what reads on the ground that they stand on.

#include "geo/map/labels.h"
#include "geo/map/palettes.h"

namespace malimap {
LabelPlacer::Ink LabelPlacer::ink_at(PixelPoint at) const {
  for (std::size_t unit = 0; unit < input_.shapes->units.size(); ++unit)
    if (holds(static_cast<UnitIndex>(unit), at))
      return ink_on(static_cast<UnitIndex>(unit));
  return ink_apart();
}

LabelPlacer::Ink LabelPlacer::ink_apart() const {
  return {out_.theme.text, out_.theme.halo};
}

LabelPlacer::Ink LabelPlacer::ink_on(UnitIndex unit) const {
  const auto index = static_cast<std::size_t>(unit);
  if (index >= out_.paint.size())
    return ink_apart();
  const Colour fill = out_.paint[index].fill;
  if (out_.paint[index].class_index == kFilteredClass)
    return {out_.theme.neighbour_text, fill};
  return {ink_for(fill), fill};
}

}  // namespace malimap
