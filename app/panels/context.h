#pragma once
// What a panel gets: const state and derived values to read, the look, and a place to note where
// its widgets are. What a user wants goes into the actions; a panel owns nothing.

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/panels/layout.h"
#include "app/panels/report_lines.h"
#include "app/panels/style.h"
#include "app/session/action.h"
#include "app/session/jobs.h"
#include "app/session/pipeline.h"
#include "geo/output/page.h"

namespace malimap {

/// A picture on the GPU that was painted aside; null until it is there.
struct PanelPicture {
  ImTextureID texture = nullptr;
  int width = 0, height = 0;  // px
};

/// What is painted for panels to show.
struct PanelPictures {
  std::vector<PanelPicture> scenes;  // one a scene of the workspace
  PanelPicture page;                 // of the preview
};

/// The strip of scenes while it is worked on.
struct StripState {
  int renaming = -1, menu = -1, dragged = -1;  // scenes; -1: none
  bool focus_name = false;                     // the field waits for the keys
  std::string name;                            // as typed
};

/// What two views are made of while the card of the comparison is worked on.
enum class CompareWith : std::uint8_t { Fund, Sector, Period, List };
struct CompareText {
  std::optional<CompareWith> with;  // nothing: not said yet
};

/// How the matrix is sorted: by a column's figures, the totals', or the units' names.
struct MatrixText {
  static constexpr int kByName = -2, kByTotal = -1;
  int sort = kByName;
  bool rising = true;
};

/// What is typed into the panel of gaps before it is asked for.
struct GapsText {
  std::string path;     // of a file of needs
  bool edited = false;  // the field is ahead of the scene
  bool file = false;    // a file is wanted, none is named yet
};

/// The panel of time: what is shown, and what is being dragged.
enum class TimePage : std::uint8_t { Auto, Active, Series };
enum class TimeGrip : std::uint8_t { None, Left, Right, Window, New, Other };
struct TimeText {
  TimePage page = TimePage::Auto;
  bool budget = false;  // its line over the bars
  TimeGrip grip = TimeGrip::None;
  int grabbed = 0;  // month under the pointer when it was pressed, of the timeline
  DateRange from;   // the window at that moment
};

/// The panel of changes.
struct ChangesText {
  std::string path;  // of the earlier list, as typed
  int shown = -1;    // a ChangeKind alone; -1: all
};

/// A list of a dimension's values: what of it is unfolded and searched for.
struct FacetList {
  bool unfolded = false;
  std::string search;
  std::map<std::string, std::string> folded;  // labels, as they are searched in
  Language language = Language::French;       // of these labels
  std::vector<std::size_t> found;             // of the list, that the search finds
};
/// The ends of a range while they are typed.
struct RangeText {
  std::string low, high;
  bool edited = false;
};
/// A brush over a histogram while it is dragged.
struct BrushDrag {
  enum class Part : std::uint8_t { None, New, Low, High, Whole } part = Part::None;
  double from = 0, low = 0, high = 0;  // in bins, when it began
  bool moved = false;
};
struct FilterText {
  std::array<FacetList, kAllDimensions.size()> lists;
  RangeText budget, start;
  BrushDrag brush;
  std::string row_with_keys;  // the row whose buttons the keyboard reaches
};

/// What the user types and unfolds but no scene keeps.
struct UiText {
  std::string search;          // of the text field, before it becomes the filter's
  bool search_edited = false;  // the field is ahead of the filter
  FilterText filters;
  bool all_projects = false;
  bool map_page = false;             // of the left panel; else its page of data
  std::string title;                 // of the map, while it is typed
  bool title_edited = false;         // the field is ahead of the scene
  std::string breaks, middle, epsg;  // while they are typed
  bool breaks_edited = false, middle_edited = false, epsg_edited = false;
  StripState strip;
  std::string subtitle, disclaimer, notes;  // of the page, while they are typed
  bool page_edited = false;
  ExportDialog exporting;         // as typed; follows the state's when that opens
  bool export_open = false;       // the dialog was there in the last frame
  bool closing = false;           // the window wants to close, scenes are not saved
  bool close_when_saved = false;  // the answer to that
  ReportLines report;             // of the problems at hand, with what is unfolded
  CompareText compare;
  MatrixText matrix;
  GapsText gaps;
  TimeText time;
  ChangesText changes;
  bool choice_open = false;  // a menu of choices stands open in this frame
};

/// Where every interactive widget of this frame is, by a stable id: "filter.fund.QIP". For tests
/// and for hints; empty unless wanted. What is scrolled out of its panel, its middle at least,
/// cannot be pressed and is not noted.
struct WidgetLog {
  bool wanted = false;
  std::vector<std::pair<std::string, PixelBox>> boxes;
  void note(const std::string& id, ImVec2 low, ImVec2 high);
};

/// What is under the pointer on the map.
struct Hover {
  Hit hit;
  PixelPoint at;  // px of the window
};

struct PanelContext {
  const State& state;
  const Derived& derived;
  const Composition& composition;
  const Translator& tr;
  const Style& style;
  const Layout& layout;
  const std::vector<Jobs::Running>& jobs;
  const Hover& hover;
  const PanelPictures& pictures;
  const FurnitureBoxes& furniture;  // px of the map
  UiText& text;
  WidgetLog& widgets;
};

/// What panels ask of the window besides actions on the state.
struct Requests {
  bool cancel_jobs = false;
  bool close = false;  // without saving
};

}  // namespace malimap
