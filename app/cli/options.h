#pragma once
// What the command line asks for, as one value: read once, checked as far as that goes without
// opening a file.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.h"
#include "geo/boundaries/read.h"
#include "geo/map/scene.h"
#include "geo/output/page.h"
#include "geo/output/summary.h"
#include "geo/projects/columns.h"

namespace malimap {

enum class Verb { Viewer, Render, Summarize, Check };

/// "render", "summarize", "check"; "" for the viewer, which is what the call without a verb opens.
[[nodiscard]] std::string_view word_of(Verb verb);

struct RenderOptions {
  std::string output;  // never empty after parsing
  PageSize size;
};

struct SummarizeOptions {
  std::vector<GroupBy> by;  // never empty after parsing
  TextFormat format = TextFormat::Table;
  std::string output;  // empty: stdout
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
  std::string answer;  // of --help or --version: to be printed, and nothing else done

  std::vector<std::string> files;     // recognised by content
  std::vector<std::string> projects;  // of --projects
  std::vector<std::string>
      boundaries;                    // of --boundaries; empty: one of files, or the embedded ones
  BoundaryOptions boundary;          // columns and layer of the boundary file
  std::vector<std::string> filters;  // "fund=QIP,TF"; checked by load(), which knows the data
  ListOptions list;
  std::optional<Level> level;
  Scene scene;  // measure, palette, classes, theme and title; load() adds level and filter

  RenderOptions render;
  SummarizeOptions summarize;
  CheckOptions check;
  WindowOptions window;
};

/// French unless the arguments hold --lang en. Never fails, so that the errors of parse_options can
/// be told.
[[nodiscard]] Language language_of(int argc, const char* const* argv);

/// Errors: unknown options (with the nearest known one), missing or impossible values, what a verb
/// lacks.
[[nodiscard]] Result<Options> parse_options(int argc, const char* const* argv);

}  // namespace malimap
