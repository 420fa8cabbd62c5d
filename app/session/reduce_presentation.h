#pragma once
#include "app/session/action.h"

namespace malimap {

/// Presentation mode. False when the action concerns something else. The scene shown is the state's
/// scene, so that whatever works on a scene works here; a presentation is one step of undo.
bool reduce_presentation(State& state, const Action& action);

}  // namespace malimap
