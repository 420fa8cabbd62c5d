#pragma once
#include "geo/map/draft.h"

namespace malimap {

/// Which positions are measured to, as small markers: hollow where they are the town of a unit.
[[nodiscard]] std::vector<Marker> make_distance_markers(const DistanceStudy& study,
                                                        const std::string& projection);
void add_distance_marker_key(Legend& legend, const std::vector<Marker>& markers,
                             const DistanceStudy* study, const Translator& tr);

/// What a map or a table of distances must say: to how many places of how many projects, how many
/// are left out, and that a bulletin's list is not all. One sentence each.
[[nodiscard]] std::vector<std::string> distance_notes(const DistanceStudy* study,
                                                      const Translator& tr);

/// The colour of the surface at a place inside units that show it; nothing elsewhere.
[[nodiscard]] std::optional<Colour> band_colour_at(const Composition& composition, PlanePoint at);

}  // namespace malimap
