#pragma once
#include "geo/map/draft.h"

namespace malimap {

/// What every legend has beside the colours of its kind: notes that the figures need, the mark of
/// inferred figures, the key of the markers. Adds to what the kind of map has put there.
void complete_legend(const Draft& draft);

}  // namespace malimap
