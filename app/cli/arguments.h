#pragma once
// The command line as typed: which option holds which text. CLI11 takes it apart; what the texts
// mean is decided in interpret.cpp, so that every complaint is ours, in the user's language.

#include <optional>
#include <string>
#include <vector>

#include "app/cli/options.h"
#include "geo/base/translator.h"

namespace CLI {
class App;
}

namespace malimap {

using Typed = std::optional<std::string>;

struct Arguments {
  Verb verb = Verb::Viewer;
  bool help = false, version = false;
  std::vector<std::string> files, boundaries, projects, filters, maps;
  Typed sheet, currency, rates, gazetteer, crosswalk, workspace, count, key_figures;
  Typed pcode_column, name_column, parent_column, layer;
  Typed level, language, scene;
  Typed need, aid, beyond, top, order;  // gaps; need, aid and beyond also of a map
  std::vector<std::string> planned;
  bool by_sector = false;
  Typed map_type, measure, second, middle, method, breaks, palette, classes, theme, projection;
  Typed title, subtitle, disclaimer, page;
  std::vector<std::string> context, hide, outside_programme;
  bool table = false;
  Typed output, size, dpi, page_template, atlas, category;  // render
  bool all_scenes = false;
  Typed by;                               // a map's division; what the rows of a table are
  Typed format;                           // summarize, check; of an atlas
  bool all_rows = false;                  // check
  Typed scale, screenshot, probe, bench;  // viewer
  bool timing = false;
};

/// Declares verbs and options on the app; parsing it fills the arguments, which must outlive it.
void declare(CLI::App& app, Arguments& arguments, const Translator& tr);

/// The long names ("--filter") that the app knows, for suggestions.
[[nodiscard]] std::vector<std::string> long_options(const CLI::App& app);

/// The words of the verbs, for suggestions.
[[nodiscard]] std::vector<std::string> verb_words();

/// From texts to values.
[[nodiscard]] Result<Options> interpret(const Arguments& arguments, Language language);

}  // namespace malimap
