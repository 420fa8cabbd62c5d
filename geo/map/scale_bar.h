#pragma once
#include "geo/base/translator.h"
#include "geo/map/composition.h"

namespace malimap {

/// A round length that is at most `longest_px` long and true at the middle of the picture: measured
/// over the ellipsoid, never on the plane.
[[nodiscard]] ScaleBar make_scale_bar(const View& view, const std::string& projection,
                                      double longest_px, Language language);

}  // namespace malimap
