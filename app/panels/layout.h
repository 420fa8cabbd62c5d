#pragma once
// The one fixed layout: bar above, filters left, map in the middle, the unit right, status at the
// foot. A pure function of the window's size and of which panels are folded.

#include "app/session/state.h"
#include "geo/map/composition.h"

namespace malimap {

struct Layout {
  PixelBox top, filters, map, details, problems, status;  // px; folded panels have no width
  PixelBox chips;  // the strip over the map's upper edge where chips may stand
};

inline constexpr double kTopHeight = 48, kStatusHeight = 28, kFilterWidth = 280, kDetailWidth = 320,
                        kProblemsHeight = 200, kNarrowestMap = 240;

/// On windows too narrow for both panels the right one folds first.
[[nodiscard]] Layout layout_of(double width, double height, double scale,
                               const PanelSwitches& panels);

/// What of the map a fitted view should leave free for title, chips and legend.
[[nodiscard]] Margins fit_margins(const Layout& layout, double scale);

}  // namespace malimap
