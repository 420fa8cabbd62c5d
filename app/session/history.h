#pragma once
#include <utility>

#include "app/session/state.h"

namespace malimap {

inline constexpr std::size_t kStepsKept = 200;

/// A step of undo back to `before`, outside of what reduce() counts itself; there is nothing to
/// redo any more.
inline void add_step(State& state, Scene before) {
  if (state.undo.size() >= kStepsKept)
    state.undo.erase(state.undo.begin());
  state.undo.push_back(std::move(before));
  state.redo.clear();
}

}  // namespace malimap
