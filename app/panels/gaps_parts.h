#pragma once
// The three columns of the panel of gaps; each fills a child window of its own.

#include "app/panels/panels.h"

namespace malimap::gaps_parts {

/// What coverage is held against, what counts as coverage, and the maps of it.
void settings(const PanelContext& ctx, Actions& actions);

/// Gini, Hoover, Theil and their universe; the Lorenz curve at the right where there is room, else
/// below.
void indices(const PanelContext& ctx, const GapStudy& study, Actions& actions);
/// How far the nearest project is, over the whole; in lines of so many px.
void distances(const PanelContext& ctx, float width, Actions& actions);

/// What is planned, and where to go next.
void ranking(const PanelContext& ctx, const GapStudy& study, Actions& actions);

/// Of the child window that is drawn into, px.
[[nodiscard]] float left_of(const PanelContext& ctx);
[[nodiscard]] float right_of(const PanelContext& ctx);

/// A card beside the pointer with text that wraps.
void explain(const PanelContext& ctx, const std::string& text);

}  // namespace malimap::gaps_parts

namespace malimap::lorenz_chart {
/// A square at this place. The point under the pointer names its unit.
void draw(const PanelContext& ctx, const GapStudy& study, ImVec2 low, float side);

/// Names of the units in the curve's order, one a step of it; empty where they cannot be told.
[[nodiscard]] std::vector<std::string> names_of(const GapStudy& study);
}  // namespace malimap::lorenz_chart
