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
#include "geo/coverage/explain.h"
#include "geo/coverage/gaps/gaps.h"
#include "geo/coverage/profile.h"
#include "geo/map/scene.h"
#include "geo/map/scene_json.h"
#include "geo/projects/dataset.h"
#include "geo/projects/need_table.h"
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
  std::vector<std::string> boundary_paths = {};  // as project_paths
  Snapshot<Dataset> previous = nullptr;          // the earlier list to compare with; null: none
  std::string previous_path = {};
  bool operator==(const Sources&) const = default;  // by identity
};

/// What stands below the map; one at a time.
enum class BottomTab : std::uint8_t { None, Projects, Matrix, Time, Gaps, Changes, Figure };

struct PanelSwitches {
  bool filters = true, details = true, help = false, problems = false, scenes = false,
       compare = false;
  BottomTab bottom = BottomTab::None;
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

/// What is kept in a file: scenes in their order.
struct WorkspaceState {
  std::string path;  // "": not saved yet
  std::vector<SavedScene> scenes;
  int current = -1;      // of the scenes: the one shown last; -1: none
  bool unsaved = false;  // there is something to save
  bool operator==(const WorkspaceState&) const = default;
};

/// Full screen, scene by scene.
enum class PresentTool : std::uint8_t { None, Pointer, Pen };
enum class Blank : std::uint8_t { No, Black, White };
struct Presentation {
  int scene = 0;      // of the workspace's; 0 with none: the present view
  int previous = -1;  // where the flight began; -1: nowhere
  int flight = 0;     // rises with each flight, so that the window starts it
  Blank blank = Blank::No;
  PresentTool tool = PresentTool::None;
  std::vector<std::vector<PlanePoint>>
      strokes;  // drawn on the map; on the plane, so that they stay
  bool operator==(const Presentation&) const = default;
};

/// A picture or a table to be written.
enum class ExportWhat : std::uint8_t {
  Page,
  Map,
  Table,
  Deck,
  Workspace,
  Projects,  // the rows of the tab Projects
  Profile,   // of the selected unit
  Figure,    // the explained one
};
struct ExportDialog {
  ExportWhat what = ExportWhat::Page;
  std::string path;
  double dpi = 300;
  std::string extension = {};  // of a path that the program makes up; empty: the first of its kind
  bool operator==(const ExportDialog&) const = default;
};

/// Files to write and things to copy: a number that rises with each wish.
enum class OutputWhat : std::uint8_t { None, File, ClipboardPicture, ClipboardTable, Save };
struct OutputWish {
  int number = 0;
  OutputWhat what = OutputWhat::None;
  ExportDialog file;
  bool operator==(const OutputWish&) const = default;
};

/// What the left button does on the map.
enum class MapTool : std::uint8_t { Hand, Lasso };

enum class MatrixShow : std::uint8_t { Projects, Budget, Partners };
struct MatrixView {
  Dimension by = Dimension::Sector;
  MatrixShow show = MatrixShow::Projects;
  bool operator==(const MatrixView&) const = default;
};

/// How the tables of projects are sorted.
struct ProjectSort {
  ProjectColumn column = ProjectColumn::Row;
  bool falling = false;
  bool operator==(const ProjectSort&) const = default;
};

/// A file that is read beside the list, for a while or for good.
struct ReadWish {
  int number = 0;  // rises with each wish
  std::string path;
  bool operator==(const ReadWish&) const = default;
};

/// What consists of many small changes but is one step of undo.
enum class Gesture { None, Camera, Text, Breaks, Style, Range, Divider };

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
  WorkspaceState workspace;
  std::optional<Presentation> presentation;  // running
  bool preview = false;                      // the page instead of the map
  std::optional<ExportDialog> exporting;     // open
  OutputWish output;
  MapTool tool = MapTool::Hand;
  MatrixView matrix;
  ProjectSort sort;
  std::optional<FigureRef> figure;  // explained in the tab Figure
  bool playing = false;             // the window of time moves by itself
  int tour = -1;                    // step of the tour, from 0; -1: it is not shown
  NeedSource need;                  // what Scene::gaps asks for, as far as it was read
  ReadWish previous;                // an earlier list that waits to be read
};

}  // namespace malimap
