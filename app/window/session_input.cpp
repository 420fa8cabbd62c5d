// What happened in the window, carried out: keys, pointer, dropped files, the wish to close.

#include <imgui.h>

#include <algorithm>
#include <iterator>

#include "app/window/session_window.h"
#include "app/window/shortcuts.h"
#include "geo/boundaries/address.h"

namespace malimap {
namespace {

const char* const kPanelNames[] = {"filters", "map-page", "details", "scenes", "top"};

}  // namespace

void SessionWindow::handle(const Event& event) {
  if (const auto* dropped = std::get_if<event::Dropped>(&event)) {
    if (!dropped->paths.empty())
      readings_.open(dropped->paths);
    return;
  }
  if (state_.presentation && present(event))
    return;
  if (const auto* pressed = std::get_if<event::KeyPressed>(&event); pressed && key(*pressed))
    return;
  std::vector<Action> actions;
  control_.handle(event, situation(), actions);
  for (const Action& action : actions)
    apply(action);
}

bool SessionWindow::present(const Event& event) {
  std::vector<Action> actions;
  const bool taken = presenter_.handle(event, {state_, layout_.map, view_}, actions);
  for (const Action& action : actions)
    apply(action);
  return taken;
}

bool SessionWindow::key(const event::KeyPressed& key) {
  if (key.key == event::Key::Escape)
    return escape();
  if (key.key == event::Key::F11) {
    window_.toggle_full_screen();
    return true;
  }
  if (key.key == event::Key::F6) {
    keyboard_into_panels();
    return true;
  }
  if (popup_open_)
    return false;
  if (key.control && key.letter == 'v' && !text_active_)
    paste();
  std::vector<Action> actions;
  const bool taken = shortcut(key, state_, text_active_, actions);
  for (const Action& action : actions)
    apply(action);
  return taken;
}

bool SessionWindow::escape() {
  if (text_.choice_open)
    return true;  // ImGui closes the menu
  if (escape_panel())
    return true;
  if (!running_.empty() && !text_active_) {
    cancel_jobs();
  } else if (keys_in_panels_ && !text_active_ && !popup_open_) {
    panel_with_keys_ = -1;
    keys_in_panels_ = false;
    ImGui::SetWindowFocus(nullptr);
  } else {
    return false;
  }
  return true;
}

bool SessionWindow::escape_panel() {
  if (text_.closing) {
    text_.closing = false;
  } else if (state_.exporting) {
    text_.close_when_saved = false;
    apply(action::CloseExport{});
  } else if (state_.columns) {
    apply(action::CloseColumns{});
  } else if (!state_.address.empty()) {
    apply(action::AskAddress{});
  } else if (state_.tour >= 0) {
    apply(action::SetTour{-1});
  } else if (state_.panels.compare && !text_active_) {
    PanelSwitches panels = state_.panels;
    panels.compare = false;
    apply(action::SetPanels{panels});
  } else if (state_.preview && !text_active_) {
    apply(action::SetPreview{false});
  } else {
    return false;
  }
  return true;
}

// A copied address of boundaries; any other text means nothing here.
void SessionWindow::paste() {
  std::string text = window_.clipboard();
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  if (is_remote(text))
    readings_.open({text});
}

// F6 walks through the panels and back to the map.
void SessionWindow::keyboard_into_panels() {
  panel_with_keys_ =
      panel_with_keys_ + 1 < static_cast<int>(std::size(kPanelNames)) ? panel_with_keys_ + 1 : -1;
  keys_in_panels_ = panel_with_keys_ >= 0;
  ImGui::SetWindowFocus(keys_in_panels_ ? kPanelNames[panel_with_keys_] : nullptr);
}

// Scenes that are not saved are asked about once.
void SessionWindow::ask_before_closing() {
  if (!state_.workspace.unsaved || text_.closing || text_.close_when_saved)
    return;
  window_.keep_open();
  if (state_.presentation)
    apply(action::EndPresentation{});
  text_.closing = true;
  clock_.wake();
}

bool SessionWindow::over_map(PixelPoint at) const {
  if (popup_open_ || state_.preview || !layout_.map.contains(at))
    return false;
  return std::none_of(covered_.begin(), covered_.end(),
                      [at](const PixelBox& box) { return box.contains(at); });
}

MapSituation SessionWindow::situation() const {
  const auto pointer = control_.pointer();
  return {state_,
          derived_,
          *composition_,
          layout_.map,
          view_,
          fitted(),
          pointer && over_map(*pointer),
          !text_active_ && !keys_in_panels_ && !popup_open_};
}

}  // namespace malimap
