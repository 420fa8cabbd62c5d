#include "app/session/reduce_presentation.h"

#include <algorithm>
#include <utility>

#include "app/session/history.h"

namespace malimap {
namespace {

// Puts a saved scene in the place of the present view, without a step of undo.
void put_scene(State& state, int index) {
  WorkspaceState& workspace = state.workspace;
  const Level before = state.scene.level;
  state.scene = workspace.scenes[static_cast<std::size_t>(index)].scene;
  workspace.current = index;
  state.gesture = Gesture::None;
  if (state.scene.level != before)
    state.selection = {};
}

struct Reducer {
  State& state;

  [[nodiscard]] int last_scene() const {
    return static_cast<int>(state.workspace.scenes.size()) - 1;
  }

  void fly_to(int index) const {
    Presentation& shown = *state.presentation;
    const int wanted = std::clamp(index, 0, std::max(0, last_scene()));
    shown.blank = Blank::No;  // whoever goes on wants to be seen
    if (wanted == shown.scene || last_scene() < 0)
      return;
    shown.previous = std::exchange(shown.scene, wanted);
    ++shown.flight;
    shown.strokes.clear();
    put_scene(state, wanted);
  }

  bool operator()(const action::StartPresentation& a) const {
    if (state.presentation) {
      if (a.from_first)
        fly_to(0);
      return true;
    }
    state.presentation.emplace();
    state.preview = false;
    if (last_scene() < 0)
      return true;
    const int first = a.from_first ? 0 : std::clamp(state.workspace.current, 0, last_scene());
    state.presentation->scene = first;
    const Scene before = state.scene;
    put_scene(state, first);
    if (state.scene != before)
      add_step(state, before);
    return true;
  }
  bool operator()(const action::PresentStep& a) const {
    if (state.presentation)
      fly_to(state.presentation->scene + std::clamp(a.by, -last_scene(), last_scene()));
    return true;
  }
  bool operator()(const action::PresentScene& a) const {
    if (state.presentation)
      fly_to(a.index);
    return true;
  }
  bool operator()(const action::SetBlank& a) const {
    if (state.presentation)
      state.presentation->blank = a.blank;
    return true;
  }
  bool operator()(const action::SetPresentTool& a) const {
    if (state.presentation)
      state.presentation->tool = a.tool;
    return true;
  }
  bool operator()(const action::AddStroke& a) const {
    if (state.presentation && !a.points.empty())
      state.presentation->strokes.push_back(a.points);
    return true;
  }
  bool operator()(const action::ClearStrokes&) const {
    if (state.presentation)
      state.presentation->strokes.clear();
    return true;
  }
  bool operator()(const action::EndPresentation&) const {
    if (state.presentation && last_scene() >= 0)
      state.workspace.current = std::min(state.presentation->scene, last_scene());
    state.presentation.reset();
    return true;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

}  // namespace

bool reduce_presentation(State& state, const Action& action) {
  return std::visit(Reducer{state}, action);
}

}  // namespace malimap
