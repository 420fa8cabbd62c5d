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
  Snapshot<Problems> problems;                      // found while reading; never null
  bool operator==(const Sources&) const = default;  // by identity
};

struct PanelSwitches {
  bool filters = true, details = true, help = false;
  bool operator==(const PanelSwitches&) const = default;
};

struct Selection {
  UnitIndex unit = kNoUnit;
  std::vector<ProjectIndex> projects;  // of a clicked marker
  bool operator==(const Selection&) const = default;
};

struct State {
  Sources sources;
  Scene scene;
  Selection selection;
  PanelSwitches panels;
  Language language = Language::French;
  std::vector<Scene> undo, redo;  // scenes before and after the present one
  std::string message;            // one line at the foot: an error or what was done
};

}  // namespace malimap
