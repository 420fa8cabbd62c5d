#pragma once
// What the command line asks for, as one value: read once, checked as far as that goes without
// opening a file.

#include <optional>
#include <string>
#include <vector>

#include "app/cli/look.h"
#include "geo/base/result.h"
#include "geo/boundaries/read.h"
#include "geo/map/scene.h"
#include "geo/output/page.h"
#include "geo/output/summary.h"
#include "geo/projects/columns.h"

namespace malimap {

enum class Verb { Viewer, Render, Summarize, Check, Gaps };

/// "render", "summarize", "check", "gaps"; "" for the viewer, which is what the call without a verb
/// opens.
[[nodiscard]] std::string_view word_of(Verb verb);

enum class PageTemplate : std::uint8_t { Map, Bulletin };

struct RenderOptions {
  std::string output;            // never empty after parsing; a folder for an atlas
  std::optional<PageSize> size;  // nothing: the scene's page, where it was saved with one
  std::optional<double> dpi;
  bool all_scenes = false;
  PageTemplate page_template = PageTemplate::Map;
  std::optional<Level> atlas;  // one page a unit of this level
  PageFormat atlas_format = PageFormat::Pdf;
  std::string category;  // of an atlas' file names; empty: its own
};

struct SummarizeOptions {
  std::vector<GroupBy> by;  // never empty after parsing
  TextFormat format = TextFormat::Table;
  bool workbook = false;  // .xlsx, into `output`
  std::string output;     // empty: stdout
};

struct GapsOptions {
  bool by_sector = false;
  GapOrder order = GapOrder::Usual;
  std::vector<std::string> planned;  // "ML0502,sector=water,budget=50000"
  std::size_t top = 0;               // of the ranked list; 0: all
  TextFormat format = TextFormat::Table;
  bool workbook = false;
  std::string output;
};

/// How project lists are read.
struct ListOptions {
  std::string sheet;
  Mapping mapping;
  std::string currency;                                // of amounts that name none
  std::string rates, gazetteer, crosswalk, workspace;  // files; empty: none
  bool count_rows = false;                             // every row counts as a project
};

struct CheckOptions {
  std::string key_figures;  // file to hold the list against; empty: none
  TextFormat format = TextFormat::Table;
  bool all_rows = false;  // every row, not only the first examples of each group
};

struct WindowOptions {
  int width = 1280, height = 800;  // px
  std::optional<double> scale;     // px per dp
  std::string screenshot, probe;   // files to write; empty: none
  bool timing = false;
  int bench_pan_frames = 0;
};

struct Options {
  Verb verb = Verb::Viewer;
  Language language = Language::French;
  bool language_given = false;  // else an opened workspace's holds
  std::string answer;           // of --help or --version: to be printed, and nothing else done

  std::vector<std::string> files;     // recognised by content
  std::vector<std::string> projects;  // of --projects
  std::vector<std::string>
      boundaries;                    // of --boundaries; empty: one of files, or the embedded ones
  BoundaryOptions boundary;          // columns and layer of the boundary file
  std::vector<std::string> filters;  // "fund=QIP,TF"; checked by load(), which knows the data
  ListOptions list;
  std::optional<Level> level;
  Look look;
  Scene scene;  // a new scene with that look; load() adds level, filter and what needs the units
  std::string scene_name;                      // of the workspace's: shown; empty: its last view
  std::vector<std::string> outside_programme;  // codes or names of units

  RenderOptions render;
  SummarizeOptions summarize;
  CheckOptions check;
  GapsOptions gaps;
  WindowOptions window;
};

/// French unless the arguments hold --lang en. Never fails, so that the errors of parse_options can
/// be told.
[[nodiscard]] Language language_of(int argc, const char* const* argv);

/// Errors: unknown options (with the nearest known one), missing or impossible values, what a verb
/// lacks.
[[nodiscard]] Result<Options> parse_options(int argc, const char* const* argv);

}  // namespace malimap
