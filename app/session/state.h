#pragma once
// The state of the program between two frames. Panels read it as const; only reduce() makes a new
// one.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/snapshot.h"
#include "geo/base/translator.h"
#include "geo/boundaries/boundaries.h"
#include "geo/map/scene.h"
#include "geo/projects/dataset.h"

namespace malimap {

struct Sources {
  Snapshot<Boundaries> boundaries;
  Snapshot<Dataset> dataset;
  Snapshot<Problems> problems;  // found while reading; never null
  // Where the dataset was read from, so that it can be matched to other boundaries; empty: the
  // embedded data.
  std::vector<std::string> project_paths = {};
  bool operator==(const Sources&) const = default;  // by identity
};

struct PanelSwitches {
  bool filters = true, details = true, help = false, problems = false;
  bool operator==(const PanelSwitches&) const = default;
};

struct Selection {
  UnitIndex unit = kNoUnit;
  std::vector<ProjectIndex> projects;  // of a clicked marker
  bool operator==(const Selection&) const = default;
};

/// What consists of many small changes but is one step of undo.
enum class Gesture { None, Camera, Text };

struct State {
  Sources sources;
  Scene scene;
  Selection selection;
  PanelSwitches panels;
  Language language = Language::French;
  std::vector<Scene> undo, redo;    // scenes before and after the present one
  Gesture gesture = Gesture::None;  // under way: its step of undo is already taken
  std::string message;              // one line at the foot: an error or what was done
};

}  // namespace malimap
