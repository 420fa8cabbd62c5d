#pragma once
#include "geo/map/compose.h"

namespace malimap {

/// The projects that are new, changed, ended or gone since the earlier list, at their positions;
/// ended and gone ones first, then changed, then new ones, so that these lie on top. Without
/// changes in the input nothing.
[[nodiscard]] std::vector<Marker> make_change_markers(const PictureInput& input);

/// What they mean, with how many projects each kind has, and how many have no position.
void add_change_key(Legend& legend, const std::vector<Marker>& markers, const ListChanges& changes,
                    const Translator& tr);

}  // namespace malimap
