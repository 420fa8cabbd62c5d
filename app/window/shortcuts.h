#pragma once
// Keys of the whole window: what they ask for. Knows no window, so that it is tested with keys
// alone.

#include <vector>

#include "app/session/action.h"
#include "app/window/event.h"

namespace malimap {

/// Appends what the key asks for; false when it means nothing here. While a text is typed Ctrl+C
/// and its like are the text's.
bool shortcut(const event::KeyPressed& key, const State& state, bool typing,
              std::vector<Action>& actions);

}  // namespace malimap
