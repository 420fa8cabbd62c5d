#pragma once
// Exploring: filters beyond single values, drilling down, comparison, gaps, and what is open beside
// the map for it.

#include "app/session/action.h"

namespace malimap {

/// What the action makes of the scene: filter, level, camera, comparison, gaps. Nothing else of the
/// state is changed. False when the action is none of these.
bool explore_scene(State& state, const Action& action);

/// What the action makes of the rest of the state: tools, tabs, tables, files that wait to be read.
/// False when the action is none of these.
bool reduce_explore(State& state, const Action& action);

/// The other view of a comparison follows this one's filter in what both restricted alike before.
void keep_in_step(Scene& scene, const Filter& before);

/// Which gesture the action is part of; Gesture::None for none.
[[nodiscard]] Gesture explore_gesture(const Action& action);
/// Whether the action ends its gesture.
[[nodiscard]] bool explore_settles(const Action& action);

/// A value out of the filter, both where it is asked for and where it is excluded; false when it
/// was in neither.
bool drop_value(Filter& filter, Dimension dimension, const std::string& value);

/// The finer layer next to the one of the unit with this P-code ("": the coarsest of all). Nothing
/// where the unit is unknown or its layer the finest.
[[nodiscard]] std::optional<Level> level_inside(const Boundaries& boundaries,
                                                const std::string& pcode);

/// The unit drilled into, and those that it lies in, coarse to fine: P-codes. Empty where nothing
/// was drilled into.
[[nodiscard]] std::vector<std::string> path_within(const Boundaries& boundaries,
                                                   const std::string& within);

/// Of a drilled scene: the unit means nothing to these boundaries, or is no longer coarser than
/// what is shown.
void leave_unknown_unit(Scene& scene, const Boundaries& boundaries);

}  // namespace malimap
