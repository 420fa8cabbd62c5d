#pragma once
// Everything that a user can do, one variant each. Panels and keys append actions; reduce() alone
// carries them out, so that whatever the window can do can be tested without it.

#include <string>
#include <variant>
#include <vector>

#include "app/session/state.h"
#include "geo/coverage/coverage.h"

namespace malimap {

namespace action {
/// A value into the filter, or out of it.
struct ToggleFilterValue {
  Dimension dimension;
  std::string value;
};
/// This value alone.
struct OnlyFilterValue {
  Dimension dimension;
  std::string value;
};
struct ClearDimension {
  Dimension dimension;
};
/// The text, the ranges and every dimension.
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
/// Moves the map. A drag is many of these that do not settle and a last one that does: one step of
/// undo.
struct SetCamera {
  Camera camera;
  bool settles = true;
};
/// All of the country.
struct FitCamera {};
/// kNoUnit clears the selection.
struct SelectUnit {
  UnitIndex unit;
};
/// Those of a clicked marker.
struct SelectProjects {
  std::vector<ProjectIndex> projects;
};
struct SetPanels {
  PanelSwitches panels;
};
/// A job has read a file. Boundaries that are new begin a new history: its cameras mean another
/// plane.
struct SetSources {
  Sources sources;
};
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
