#pragma once
// What stands below the map: a strip of tabs, and under it the panel of the one that is open. That
// panel finds its box in Layout::bottom, as if it had the place for itself.

#include <span>

#include "app/panels/panels.h"

namespace malimap::bottom_panel {

inline constexpr auto kTabsHeight = static_cast<float>(malimap::kTabsHeight);  // dp

/// The tabs in the order of their keys, Ctrl+1 and on.
struct Tab {
  BottomTab tab;
  const char* word;   // of its widget's id: "bottom.matrix"
  const char* title;  // msgid
};
[[nodiscard]] std::span<const Tab> tabs();

/// The strip stands there always; what PanelSwitches::bottom says is open under it. A press on the
/// open tab, or the cross, folds it away.
void draw(const PanelContext& ctx, Actions& actions);

}  // namespace malimap::bottom_panel
