// Colours of texts: what reads on the ground that they stand on.

#include <cmath>

#include "geo/map/labels.h"
#include "geo/map/palettes.h"
#include "geo/map/pole.h"

namespace malimap {
namespace {

constexpr double kReadable = 4.5;  // WCAG 2.1, contrast of small text

Colour mix(Colour a, Colour b, double part_of_b) {
  const auto channel = [&](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(std::lround(x + (y - x) * part_of_b));
  };
  return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), 255};
}

/// Dark text where it reads at least as well as white does.
Colour ink_of(Colour ground) {
  const Colour light{0xFF, 0xFF, 0xFF}, dark{0x1D, 0x25, 0x2D}, darkest{0, 0, 0};
  if (contrast(dark, ground) >= kReadable)
    return dark;
  return contrast(light, ground) >= contrast(darkest, ground) ? light : darkest;
}

}  // namespace

Colour readable(Colour wanted, Colour strong, Colour ground) {
  for (int step = 0; step < 10; ++step)
    if (const Colour colour = mix(wanted, strong, step / 10.0);
        contrast(colour, ground) >= kReadable)
      return colour;
  return strong;
}

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
  return {ink_of(fill), fill};
}

}  // namespace malimap
