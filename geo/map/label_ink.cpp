// Colours of texts: what reads on the ground that they stand on.

#include "geo/map/distance_map.h"
#include "geo/map/labels.h"
#include "geo/map/palettes.h"

namespace malimap {
LabelPlacer::Ink LabelPlacer::ink_at(PixelPoint at) const {
  for (const UnitIndex unit : grid().near(input_.view.to_plane(at)))
    if (holds(unit, at))
      return ink_on(unit, {at.x, at.y, 0, 0});
  return ink_apart();
}

LabelPlacer::Ink LabelPlacer::ink_apart() const {
  return {out_.theme.text, out_.theme.halo};
}

/// Where a text lies over several bands no ink reads on all of them: the halo must do.
std::optional<LabelPlacer::Ink> LabelPlacer::ink_on_bands(const PixelBox& box) const {
  const auto colour_at = [&](double across, double down) {
    return band_colour_at(
        out_, input_.view.to_plane({box.x + across * box.width, box.y + down * box.height}));
  };
  const auto middle = colour_at(0.5, 0.5);
  if (!middle)
    return std::nullopt;
  for (const double across : {0.0, 0.5, 1.0})
    for (const double down : {0.0, 1.0})
      if (colour_at(across, down) != middle)
        return ink_apart();
  return Ink{ink_for(*middle), *middle};
}

LabelPlacer::Ink LabelPlacer::ink_on(UnitIndex unit, const PixelBox& box) const {
  const auto index = static_cast<std::size_t>(unit);
  if (index >= out_.paint.size())
    return ink_apart();
  const Colour fill = out_.paint[index].fill;
  if (out_.paint[index].class_index == kFilteredClass)
    return {out_.theme.neighbour_text, fill};
  if (out_.bands && out_.paint[index].class_index >= 0)
    if (const auto ink = ink_on_bands(box))
      return *ink;
  return {ink_for(fill), fill};
}

}  // namespace malimap
