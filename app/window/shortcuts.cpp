#include "app/window/shortcuts.h"

#include "app/panels/bottom_tabs.h"

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

// Ctrl+1 and on: the tabs below the map; the open one is folded away.
bool open_tab(char letter, const State& state, std::vector<Action>& actions) {
  const auto tabs = bottom_panel::tabs();
  const int index = letter - '1';
  if (index < 0 || index >= static_cast<int>(tabs.size()))
    return false;
  const BottomTab tab = tabs[static_cast<std::size_t>(index)].tab;
  actions.push_back(action::SetBottom{state.panels.bottom == tab ? BottomTab::None : tab});
  return true;
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
  if (open_tab(key.letter, state, actions))
    return true;
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
