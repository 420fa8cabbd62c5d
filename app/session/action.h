#pragma once
// Everything that a user can do, one variant each. Panels and keys append actions; reduce() alone
// carries them out, so that whatever the window can do can be tested without it.

#include <string>
#include <variant>

#include "app/session/state.h"
#include "geo/coverage/coverage.h"

namespace malimap {

namespace action {
struct ToggleFilterValue {
  Dimension dimension;
  std::string value;
};  // in or out of the filter
struct OnlyFilterValue {
  Dimension dimension;
  std::string value;
};  // this value alone
struct ClearDimension {
  Dimension dimension;
};
struct ClearFilter {};
struct SetFilterText {
  std::string text;
};
struct SetMeasure {
  Measure measure;
};
struct SetLevel {
  Level level;
};
struct SetPalette {
  std::string palette;
};
struct SetClassCount {
  int count;
};
struct SetLayers {
  LayerSwitches layers;
};
struct SetTheme {
  ThemeName theme;
};
struct SetLanguage {
  Language language;
};
struct SetCamera {
  Camera camera;
  bool settles = true;
};                    // settles: the end of a drag, worth a step of undo
struct FitCamera {};  // all of the country
struct SelectUnit {
  UnitIndex unit;
};  // kNoUnit clears
struct SelectProjects {
  std::vector<ProjectIndex> projects;
};
struct SetPanels {
  PanelSwitches panels;
};
struct SetSources {
  Sources sources;
};  // a job has read a file
struct ShowMessage {
  std::string text;
};
struct Undo {};
struct Redo {};
}  // namespace action

using Action =
    std::variant<action::ToggleFilterValue, action::OnlyFilterValue, action::ClearDimension,
                 action::ClearFilter, action::SetFilterText, action::SetMeasure, action::SetLevel,
                 action::SetPalette, action::SetClassCount, action::SetLayers, action::SetTheme,
                 action::SetLanguage, action::SetCamera, action::FitCamera, action::SelectUnit,
                 action::SelectProjects, action::SetPanels, action::SetSources, action::ShowMessage,
                 action::Undo, action::Redo>;

/// Pure. History grows only when the scene changed; consecutive moves of the camera that do not
/// settle are one step.
[[nodiscard]] State reduce(State state, const Action& action);

}  // namespace malimap
