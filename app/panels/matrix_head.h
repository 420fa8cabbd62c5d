#pragma once
// The line above the matrix: what its columns are, what its cells show, and what their signs mean.

#include "app/panels/panels.h"

namespace malimap::matrix_head {

inline constexpr float kHeight = 42;  // dp

/// At the top of Layout::bottom, inside a panel.
void draw(const PanelContext& ctx, Actions& actions);

}  // namespace malimap::matrix_head
