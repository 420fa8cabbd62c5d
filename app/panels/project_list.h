#pragma once
// Single projects, one under another: title, fund, status, place, budget.

#include <string>
#include <vector>

#include "app/panels/context.h"

namespace malimap::project_list {

/// Nothing at all when there are none. Beside aggregates the heading says that they are already
/// inside the totals.
void draw(const PanelContext& ctx, const std::vector<ProjectIndex>& projects,
          const std::string& heading);

}  // namespace malimap::project_list
