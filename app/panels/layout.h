#pragma once
// The one fixed layout: bar above, filters left, map in the middle, the unit right, status at the
// foot. A pure function of the window's size and of which panels are folded.

#include "app/session/state.h"
#include "geo/map/composition.h"

namespace malimap {

struct Layout {
  PixelBox top, filters, map, details, scenes, problems, bottom,
      status;  // px; folded panels have no width
  PixelBox
      other;  // the right half of the map's room, where two maps stand side by side; else no width
  PixelBox chips;  // the strip over the map's upper edge where chips may stand
};

inline constexpr double kTopHeight = 48, kStatusHeight = 28, kFilterWidth = 280, kDetailWidth = 320,
                        kProblemsHeight = 288, kTabsHeight = 36, kBottomHeight = 328,
                        kScenesHeight = 136, kNarrowestMap = 480, kLeastMap = 240;

/// Where both panels would leave the map less than kNarrowestMap they share the left column: the
/// details stand there while something is selected, else the filters; so the map does not move.
/// Where that leaves it less than kLeastMap there is no panel.
[[nodiscard]] Layout layout_of(double width, double height, double scale,
                               const PanelSwitches& panels, bool selected);

/// The map's room for two maps: `map` keeps the left half, `other` is the right one.
void split_map(Layout& layout, double scale);

/// The map alone under a strip for its title, over a line for its sources.
[[nodiscard]] Layout presentation_layout(double width, double height, double scale);

/// What of the map a fitted view should leave free for title, chips and legend.
[[nodiscard]] Margins fit_margins(const Layout& layout, double scale);

}  // namespace malimap
