#pragma once
#include "app/session/action.h"

namespace malimap {

/// Scenes, workspace, preview and what is to be written. False when the action concerns something
/// else.
bool reduce_scenes(State& state, const Action& action);

}  // namespace malimap
