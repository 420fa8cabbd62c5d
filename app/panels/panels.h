#pragma once
// The panels, one a file. Each reads, draws, and appends what the user wants.

#include "app/panels/context.h"

namespace malimap {

using Actions = std::vector<Action>;

namespace top_bar {
void draw(const PanelContext& ctx, Actions& actions);
}
namespace filter_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
namespace unit_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// The filters in force, over the map, each removable. Returns the boxes that they cover.
namespace chips {
std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions);
}
/// Message, running job, number of problems.
namespace status_bar {
void draw(const PanelContext& ctx, Actions& actions, Requests& requests);
}
namespace problems_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// What is under the pointer.
namespace tooltip {
void draw(const PanelContext& ctx);
}
/// The card of keys; returns the box that it covers.
namespace help_panel {
std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions);
}

}  // namespace malimap
