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
#include "geo/projects/preview.h"

namespace malimap {

struct Sources {
  Snapshot<Boundaries> boundaries;
  Snapshot<Dataset> dataset;
  Snapshot<Problems> problems;    // found while reading; never null
  Snapshot<ReadOptions> reading;  // how lists are read; null: as they come
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
  std::int64_t row = 0;                // of the list, where the import report led here
  bool operator==(const Selection&) const = default;
};

/// What the user says about the columns of a list, before it is read so.
struct ColumnsDialog {
  std::string path;
  std::vector<std::string> paths;  // to open when accepted; empty: the lists are read again
  Message why;                     // what made it open by itself; empty: the user did
  std::string sheet;               // chosen; empty: the one that is read when nobody says
  Mapping mapping;                 // what the user changed; the rest is recognised
  bool keep = true;                // for every file with the same headers
  Snapshot<ListPreview> preview;   // of these choices, or of those before; null: not read yet
  std::string failed;              // why there is no preview, a sentence
};

/// What is to be read: a number that rises with each wish, so that the same can be wished again.
struct ReadingWish {
  int number = 0;
  std::vector<std::string> paths;  // empty: the lists at hand, again
  bool operator==(const ReadingWish&) const = default;
};

/// What consists of many small changes but is one step of undo.
enum class Gesture { None, Camera, Text };

struct State {
  Sources sources;
  Scene scene;
  Selection selection;
  PanelSwitches panels;
  Language language = Language::French;
  std::vector<Scene> undo, redo;         // scenes before and after the present one
  Gesture gesture = Gesture::None;       // under way: its step of undo is already taken
  std::string message;                   // one line at the foot: an error or what was done
  std::optional<ColumnsDialog> columns;  // open
  std::string address;                   // of boundaries, waits for a yes; empty: none
  ReadingWish wish;
};

}  // namespace malimap
