#include "app/session/reduce_scenes.h"

#include <algorithm>

#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::size_t kHistory = 200;

using Scenes = std::vector<SavedScene>;

bool taken(const Scenes& scenes, const std::string& name, int except) {
  for (std::size_t i = 0; i < scenes.size(); ++i)
    if (static_cast<int>(i) != except && scenes[i].scene.name == name)
      return true;
  return false;
}

// The name itself where no other scene has it; else "Mopti 2", "Mopti 3", ...
std::string unique_name(const Scenes& scenes, const std::string& name, int except = -1) {
  std::string unique = name;
  for (int number = 2; taken(scenes, unique, except); ++number)
    unique = name + " " + std::to_string(number);
  return unique;
}

// "Vue 3" where there is neither a name nor a title.
std::string name_for(const State& state, const std::string& wanted) {
  const Scenes& scenes = state.workspace.scenes;
  if (const auto typed = trim(wanted); !typed.empty())
    return unique_name(scenes, std::string(typed));
  if (!state.scene.title.empty())
    return unique_name(scenes, state.scene.title);
  const Translator tr(state.language);
  for (std::size_t number = scenes.size() + 1;; ++number) {
    std::string name = trf(tr, N_("View {0}"), number);
    if (!taken(scenes, name, -1))
      return name;
  }
}

// A scene that was saved with other boundaries, shown as far as these go.
Scene fitting(Scene scene, const Sources& sources) {
  if (sources.boundaries && !sources.boundaries->layer(scene.level))
    scene.level = sources.boundaries->finest().level;
  return scene;
}

void open_workspace(State& state, const action::OpenWorkspace& opened) {
  state.sources = opened.sources;
  state.workspace = opened.workspace;
  state.workspace.unsaved = false;
  const Scenes& scenes = state.workspace.scenes;
  Scene view = opened.view ? *opened.view : !scenes.empty() ? scenes.front().scene : Scene{};
  state.workspace.current = -1;
  for (std::size_t i = 0; i < scenes.size() && state.workspace.current < 0; ++i)
    if (scenes[i].scene == view)
      state.workspace.current = static_cast<int>(i);
  state.scene = fitting(std::move(view), state.sources);
  if (opened.language)
    state.language = *opened.language;
  state.selection = {};
  state.undo.clear();
  state.redo.clear();
  state.gesture = Gesture::None;
  state.presentation.reset();
  state.exporting.reset();
  state.columns.reset();
}

struct SceneList {
  State& state;
  WorkspaceState& workspace = state.workspace;
  Scenes& scenes = workspace.scenes;

  [[nodiscard]] bool has(int index) const {
    return index >= 0 && index < static_cast<int>(scenes.size());
  }
  [[nodiscard]] SavedScene& at(int index) const { return scenes[static_cast<std::size_t>(index)]; }
  void insert(int index, SavedScene scene) const {
    scenes.insert(scenes.begin() + index, std::move(scene));
    workspace.current = index;
    workspace.unsaved = true;
  }

  bool operator()(const action::AddScene& a) const {
    state.scene.name = name_for(state, a.name);  // a name is no step of undo
    insert(has(workspace.current) ? workspace.current + 1 : static_cast<int>(scenes.size()),
           {state.scene, {}});
    return true;
  }
  bool operator()(const action::UpdateScene& a) const {
    if (!has(a.index))
      return true;
    state.scene.name = at(a.index).scene.name;
    at(a.index).scene = state.scene;
    workspace.current = a.index;
    workspace.unsaved = true;
    return true;
  }
  bool operator()(const action::ShowScene& a) const {
    if (!has(a.index))
      return true;
    workspace.current = a.index;
    Scene shown = fitting(at(a.index).scene, state.sources);
    state.gesture = Gesture::None;
    if (shown == state.scene)
      return true;
    if (shown.level != state.scene.level)
      state.selection = {};
    if (state.undo.size() == kHistory)
      state.undo.erase(state.undo.begin());
    state.undo.push_back(std::exchange(state.scene, std::move(shown)));
    state.redo.clear();
    return true;
  }
  bool operator()(const action::MoveScene& a) const {
    if (!has(a.from) || a.from == a.to)
      return true;
    const int to = std::clamp(a.to, 0, static_cast<int>(scenes.size()) - 1);
    const auto first = scenes.begin() + std::min(a.from, to),
               last = scenes.begin() + std::max(a.from, to) + 1;
    std::rotate(first, a.from < to ? first + 1 : last - 1, last);
    int& current = workspace.current;
    if (current == a.from)
      current = to;
    else if (a.from < current && current <= to)
      --current;
    else if (to <= current && current < a.from)
      ++current;
    workspace.unsaved = true;
    return true;
  }
  bool operator()(const action::DuplicateScene& a) const {
    if (!has(a.index))
      return true;
    SavedScene copy = at(a.index);
    copy.scene.name = unique_name(scenes, copy.scene.name);
    const int current = workspace.current;
    insert(a.index + 1, std::move(copy));
    workspace.current = current > a.index ? current + 1 : current;  // what is shown is the same
    return true;
  }
  bool operator()(const action::RenameScene& a) const {
    const std::string name(trim(a.name));
    if (!has(a.index) || name.empty() || name == at(a.index).scene.name)
      return true;
    at(a.index).scene.name = unique_name(scenes, name, a.index);
    if (workspace.current == a.index)
      state.scene.name = at(a.index).scene.name;
    workspace.unsaved = true;
    return true;
  }
  bool operator()(const action::RemoveScene& a) const {
    if (!has(a.index))
      return true;
    scenes.erase(scenes.begin() + a.index);
    if (workspace.current == a.index)
      workspace.current = -1;
    else if (workspace.current > a.index)
      --workspace.current;
    workspace.unsaved = true;
    return true;
  }

  bool operator()(const action::OpenWorkspace& a) const {
    open_workspace(state, a);
    return true;
  }
  bool operator()(const action::WorkspaceSaved& a) const {
    workspace.path = a.path;
    workspace.unsaved = false;
    return true;
  }
  bool operator()(const action::SetPreview& a) const {
    state.preview = a.on;
    return true;
  }
  bool operator()(const action::OpenExport& a) const {
    state.exporting = a.dialog;
    return true;
  }
  bool operator()(const action::CloseExport&) const {
    state.exporting.reset();
    return true;
  }
  bool operator()(const action::Output& a) const {
    state.output = {state.output.number + 1, a.what, a.file};
    return true;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

}  // namespace

bool reduce_scenes(State& state, const Action& action) {
  return std::visit(SceneList{state}, action);
}

}  // namespace malimap
