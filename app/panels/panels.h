#pragma once
// The panels, one a file. Each reads, draws, and appends what the user wants.

#include "app/panels/context.h"

namespace malimap {

using Actions = std::vector<Action>;

namespace top_bar {
void draw(const PanelContext& ctx, Actions& actions);
}
/// What is looked at and how: filters, and the map's style.
namespace left_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
namespace unit_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// The filters in force, over the map, each removable. Returns the boxes that they cover.
namespace chips {
std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions);
}
/// Which column of a list holds what, with its first rows; while State::columns says so.
namespace columns_dialog {
void draw(const PanelContext& ctx, Actions& actions);
}
/// Whether boundaries are to be downloaded; while State::address says so.
namespace address_dialog {
void draw(const PanelContext& ctx, Actions& actions);
}
/// What of the map's legend can be dragged and clicked: breaks of the histogram, alternatives, the
/// units of a class. Returns the boxes that they cover.
namespace legend_handles {
std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions);
}
/// Two views beside each other or one over the other: what they show, the divider, and the card
/// that chooses them. Returns the boxes that they cover.
namespace compare_panel {
std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions);
}
/// The scenes of the workspace under the map, to show, order and name; while it is unfolded.
namespace scenes_strip {
void draw(const PanelContext& ctx, Actions& actions);
}
/// The page as it will be written, in place of the map, with its settings at the right; while
/// State::preview says so.
namespace page_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// Where a file goes; while State::exporting says so.
namespace export_dialog {
void draw(const PanelContext& ctx, Actions& actions);
}
/// Whether to save before the window closes; while UiText::closing says so.
namespace closing_dialog {
void draw(const PanelContext& ctx, Actions& actions, Requests& requests);
}
/// Message, running job, number of problems.
namespace status_bar {
void draw(const PanelContext& ctx, Actions& actions, Requests& requests);
}
/// The import report: how many rows went where, and what is wrong with which.
namespace problems_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// Who does what where: units by sectors, funds or organisations, in Layout::bottom.
namespace matrix_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// Coverage held against need, in Layout::bottom: indices, and where to go next.
namespace gaps_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// Projects active month by month with a window to drag and play, and the series of key figures, in
/// Layout::bottom.
namespace time_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// What changed since an earlier list, in Layout::bottom.
namespace changes_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// All projects under the filter, or the selected unit's, as a table in Layout::bottom.
namespace projects_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// One figure explained, with its rows, in Layout::bottom.
namespace figure_panel {
void draw(const PanelContext& ctx, Actions& actions);
}
/// What is under the pointer.
namespace tooltip {
void draw(const PanelContext& ctx);
}
/// The five steps, while State::tour says which; returns the box that the card covers.
namespace tour {
inline constexpr int kSteps = 5;
std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions);
}  // namespace tour
/// The card of keys; returns the box that it covers.
namespace help_panel {
std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions);
}

}  // namespace malimap
