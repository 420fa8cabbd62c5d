#pragma once
// A table of projects of any length: only the rows in view are made. The first column stays at the
// left while the other columns scroll.

#include <span>
#include <string>

#include "app/panels/panels.h"

namespace malimap::project_table {

/// Fills the box. Widgets: `id`.sort.title, ..., `id`.row.N with the index of the project. A press
/// on a head sorts (where `sorts`), one on a row flies to the project.
void draw(const PanelContext& ctx, Actions& actions, const std::string& id,
          std::span<const ProjectIndex> rows, const PixelBox& box, bool sorts);

/// To the project's point, else to the label of its unit; without a place on the map it is only
/// selected.
[[nodiscard]] Actions fly_to(const PanelContext& ctx, ProjectIndex project);

}  // namespace malimap::project_table
