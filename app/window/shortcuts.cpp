#include "app/window/shortcuts.h"

namespace malimap {
namespace {

void add_scene(const State& state, std::vector<Action>& actions) {
  actions.push_back(action::AddScene{});
  PanelSwitches panels = state.panels;
  panels.scenes = true;
  if (panels != state.panels)
    actions.push_back(action::SetPanels{panels});
}

// A workspace without a file asks for one.
void save(const State& state, bool under_another_name, std::vector<Action>& actions) {
  const std::string& path = state.workspace.path;
  const ExportDialog file{ExportWhat::Workspace, path, 300};
  if (path.empty() || under_another_name)
    actions.push_back(action::OpenExport{file});
  else
    actions.push_back(action::Output{OutputWhat::Save, file});
}

}  // namespace

bool shortcut(const event::KeyPressed& key, const State& state, bool typing,
              std::vector<Action>& actions) {
  if (key.key == event::Key::F5) {
    actions.push_back(action::StartPresentation{!key.shift});
    return true;
  }
  if (!key.control)
    return false;
  if (key.letter == 's') {
    save(state, key.shift, actions);
  } else if (key.letter == 'e') {
    actions.push_back(action::OpenExport{});
  } else if (key.letter == 'p') {
    actions.push_back(action::SetPreview{!state.preview});
  } else if (key.letter == 'a' && key.shift && !typing) {
    add_scene(state, actions);
  } else if (key.letter == 'c' && !typing) {
    actions.push_back(
        action::Output{key.shift ? OutputWhat::ClipboardPicture : OutputWhat::ClipboardTable});
  } else {
    return false;
  }
  return true;
}

}  // namespace malimap
