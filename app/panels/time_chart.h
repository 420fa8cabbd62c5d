#pragma once
// Projects active month by month, with the window that filters them, and the earlier one that it is
// compared with.

#include "app/panels/chart.h"
#include "app/panels/panels.h"

namespace malimap::time_chart {

/// Whether the scene compares two windows of time.
[[nodiscard]] bool compares_dates(const Scene& scene);

/// Widgets: "time.plot" (a new window is dragged open there), "time.window", "time.left",
/// "time.right" (its ends), "time.other" (the earlier window).
void draw(const PanelContext& ctx, chart::Plot plot, Actions& actions);

}  // namespace malimap::time_chart
