#pragma once
// Where the map was drilled down to: Mali > Mopti > Bankass, each to press.

#include "app/panels/panels.h"

namespace malimap::breadcrumb {

/// From `x` on in the strip, as wide as it needs but no further than `end`; the edge behind it, or
/// `x` where nothing was drilled into. Beside it stands what is known for a larger area only.
[[nodiscard]] float draw(const PanelContext& ctx, float x, float end, Actions& actions);

/// "+ 3 projets connus au niveau de la région seulement"; empty where there are none.
[[nodiscard]] std::string coarser_words(const Coverage& coverage, const Boundaries& boundaries,
                                        const std::string& within, const Translator& tr);

}  // namespace malimap::breadcrumb
