#pragma once
#include "geo/map/compose.h"

namespace malimap {

/// Classes of the zones' values. Zero is a class of its own where other values stand beside it: no
/// activity is not little activity.
[[nodiscard]] Classes classes_of(const Coverage& coverage, Measure measure,
                                 const Classing& classing);

/// One colour per class, as the palette and the theme have them.
[[nodiscard]] std::vector<Colour> class_colours(const Classes& classes, const Scene& scene);

/// What the map's colours mean, with the notes that the figures need. `values` are the zones'.
[[nodiscard]] Legend make_legend(const PictureInput& input, const Classes& classes,
                                 const std::vector<Marker>& markers, const Translator& tr);

}  // namespace malimap
