#pragma once
#include <utility>
#include <vector>

#include "app/session/state.h"

namespace malimap {

inline constexpr std::size_t kStepsKept = 200;

/// The oldest is forgotten when there is no room.
inline void remember(std::vector<Scene>& history, Scene scene) {
  if (history.size() >= kStepsKept)
    history.erase(history.begin());
  history.push_back(std::move(scene));
}

/// A step of undo back to `before`, outside of what reduce() counts itself; there is nothing to
/// redo any more.
inline void add_step(State& state, Scene before) {
  remember(state.undo, std::move(before));
  state.redo.clear();
}

}  // namespace malimap
