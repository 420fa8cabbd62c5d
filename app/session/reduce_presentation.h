#pragma once
#include "app/session/action.h"

namespace malimap {

/// Presentation mode. False when the action concerns something else.
bool reduce_presentation(State& state, const Action& action);

}  // namespace malimap
