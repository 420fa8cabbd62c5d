#pragma once
#include "geo/map/draft.h"

namespace malimap {

/// What every legend has beside the colours of its kind: notes that the figures need, the mark of
/// inferred figures, the key of the markers. Adds to what the kind of map has put there.
void complete_legend(const Draft& draft);

/// The zones (CoverageZone::code) that an entry counts; none where it is of symbols or a surface.
[[nodiscard]] std::vector<std::string> zones_of_entry(const LegendEntry& entry,
                                                      const Picture& picture,
                                                      const Coverage& coverage);

}  // namespace malimap
