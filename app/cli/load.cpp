#include "app/cli/load.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/cli/programme.h"
#include "app/cli/reading.h"
#include "app/cli/recognise.h"
#include "app/cli/suggest.h"
#include "geo/boundaries/address.h"
#include "geo/boundaries/prepared.h"
#include "geo/boundaries/sources.h"
#include "geo/coverage/coverage.h"
#include "geo/projects/need_sectors.h"
#include "geo/projects/sectors.h"

namespace malimap {
namespace {

Place in_file(std::string path) {
  return {.file = std::move(path), .sheet = {}, .row = {}, .column = {}};
}

/// The workspace to open: among the files, or of --workspace where its scenes are asked for.
Result<std::string> workspace_of(const Options& options) {
  std::string found;
  for (const auto& file : options.files) {
    if (!is_workspace(file))
      continue;
    if (!found.empty() && found != file)
      return failure({N_("only one workspace can be open"), {}}, in_file(file));
    found = file;
  }
  const std::string& named = options.list.workspace;
  if (!found.empty() && !named.empty() && named != found)
    return failure({N_("only one workspace can be open"), {}}, in_file(named));
  const bool scenes = !options.scene_name.empty() || options.render.all_scenes;
  if (scenes && found.empty() && named.empty())
    return failure({N_("there is no workspace whose scenes could be shown"), {}},
                   in_file(options.render.all_scenes ? "--all-scenes" : "--scene"),
                   {N_("Name its file: malimap render workspace.json ..."), {}});
  return scenes && found.empty() ? named : found;
}

/// Who is who among the files. What is no boundary file is left to the reader of project lists,
/// whose error it then is. An address is one of boundaries. What the options name takes the place
/// of what the workspace names.
void sort_files(const Options& options, const Workspace& workspace, Loaded& loaded) {
  loaded.boundary_files = options.boundaries;
  loaded.project_files = options.projects;
  for (const auto& file : options.files) {
    if (file == loaded.workspace)
      continue;
    const bool boundaries =
        is_remote(file) || is_prepared(file, options.boundary) || holds_polygons(file);
    (boundaries ? loaded.boundary_files : loaded.project_files).push_back(file);
  }
  if (loaded.boundary_files.empty())
    loaded.boundary_files = workspace.boundaries;
  if (loaded.project_files.empty())
    for (const auto& source : workspace.sources)
      loaded.project_files.push_back(source.path);
}

Result<Dataset> load_dataset(const Loaded& loaded, Problems& problems, Progress* progress) {
  if (loaded.project_files.empty())
    return embedded_dataset(*loaded.boundaries);
  std::vector<Dataset> lists;
  for (const auto& file : loaded.project_files) {
    auto list = read_projects(file, *loaded.boundaries, *loaded.reading, problems, progress);
    if (!list)
      return list;
    lists.push_back(std::move(*list));
  }
  return lists.size() == 1 ? std::move(lists.front()) : concatenate(std::move(lists));
}

/// A level that was asked for has to be there.
Status check_level(Level level, const Boundaries& boundaries) {
  if (boundaries.layer(level) != nullptr)
    return {};
  std::vector<std::string_view> there;
  for (const auto& layer : boundaries.layers)
    there.push_back(word_of(layer.level));
  return failure({N_("the boundaries ({0}) do not have the level \"{1}\""),
                  {boundaries.source, std::string(word_of(level))}},
                 in_file("--level"),
                 {N_("Known: {0}."), {fmt::format("{}", fmt::join(there, ", "))}});
}

/// The scene's own level, or the nearest that there is.
Level nearest_level(Level level, const Boundaries& boundaries) {
  if (boundaries.layer(level) != nullptr)
    return level;
  return level == Level::Region ? boundaries.layers.front().level : boundaries.finest().level;
}

/// The scenes of the workspace, and the one that is asked for, without the options' look.
Status open_scenes(const Options& options, const Workspace& workspace, Loaded& loaded,
                   Problems& problems) {
  auto scenes = scenes_of(workspace, loaded.workspace, problems);
  if (!scenes)
    return tl::make_unexpected(scenes.error());
  loaded.scenes = std::move(scenes->scenes);
  if (scenes->view)
    loaded.scene = std::move(scenes->view->scene);
  else if (!loaded.scenes.empty())
    loaded.scene = loaded.scenes.front().scene;
  std::vector<std::string> names;
  for (const SavedScene& saved : loaded.scenes)
    names.push_back(saved.scene.name);
  if (!options.scene_name.empty()) {
    const auto named = std::find(names.begin(), names.end(), options.scene_name);
    if (named == names.end())
      return failure({N_("the workspace has no scene \"{0}\""), {options.scene_name}},
                     in_file("--scene"), suggestion(options.scene_name, names));
    loaded.scene = loaded.scenes[static_cast<std::size_t>(named - names.begin())].scene;
  }
  for (std::size_t i = 0; i < loaded.scenes.size() && loaded.current < 0; ++i)
    if (loaded.scenes[i].scene == loaded.scene)
      loaded.current = static_cast<int>(i);
  return {};
}

/// What the options say that hangs on no list: the look, the level.
void dress(const Options& options, const Loaded& loaded, Scene& scene) {
  apply_look(options.look, scene);
  scene.level = options.level ? *options.level : nearest_level(scene.level, *loaded.boundaries);
}

/// All that the options say, over the scene.
Status lay_over(const Options& options, const Loaded& loaded, Scene& scene) {
  dress(options, loaded, scene);
  if (Status status = check_look(options.look, scene); !status)
    return status;
  if (!options.filters.empty())
    scene.filter = {};
  for (const auto& expression : options.filters)
    if (Status status =
            add_to_filter(scene.filter, expression, *loaded.dataset, *loaded.boundaries);
        !status)
      return status;
  if (!options.outside_programme.empty()) {
    auto units = units_named(options.outside_programme, *loaded.boundaries);
    if (!units)
      return tl::make_unexpected(units.error());
    scene.outside_programme = std::move(*units);
  }
  return {};
}

Status make_scenes(const Options& options, Loaded& loaded) {
  // Tables and checks are about the data, not about what was looked at last.
  if (options.verb == Verb::Summarize || options.verb == Verb::Check || options.verb == Verb::Gaps)
    loaded.scene = {};
  if (Status status = lay_over(options, loaded, loaded.scene); !status)
    return status;
  if (options.render.all_scenes)
    for (SavedScene& saved : loaded.scenes)
      if (Status status = lay_over(options, loaded, saved.scene); !status)
        return status;
  return {};
}

}  // namespace

Result<Loaded> load(
    const Options& options, Progress* progress,
    const std::function<void(const Snapshot<Boundaries>&, const Scene&)>& boundaries_are_there) {
  Loaded loaded;
  Problems problems;
  auto opened = workspace_of(options);
  if (!opened)
    return tl::make_unexpected(opened.error());
  loaded.workspace = std::move(*opened);
  Workspace workspace;
  if (!loaded.workspace.empty()) {
    auto read = read_workspace(loaded.workspace, problems);
    if (!read)
      return tl::make_unexpected(read.error());
    workspace = std::move(*read);
    if (Status status = files_are_there(workspace, loaded.workspace); !status)
      return tl::make_unexpected(status.error());
  }
  loaded.language = options.language;
  if (!options.language_given && !workspace.language.empty())
    loaded.language = workspace.language == "en" ? Language::English : Language::French;
  sort_files(options, workspace, loaded);

  auto boundaries = read_nested(loaded.boundary_files, options.boundary, problems, progress);
  if (!boundaries)
    return tl::make_unexpected(boundaries.error());
  loaded.boundaries = snapshot(std::move(*boundaries));
  if (options.level)
    if (Status status = check_level(*options.level, *loaded.boundaries); !status)
      return tl::make_unexpected(status.error());
  if (!loaded.workspace.empty())
    if (Status status = open_scenes(options, workspace, loaded, problems); !status)
      return tl::make_unexpected(status.error());
  if (boundaries_are_there) {
    Scene ahead = loaded.scene;
    dress(options, loaded, ahead);
    boundaries_are_there(loaded.boundaries, ahead);
  }

  auto reading = reading_of(options, loaded.workspace.empty() ? nullptr : &workspace, problems);
  if (!reading)
    return tl::make_unexpected(reading.error());
  reading->language = loaded.language;
  loaded.reading = snapshot(std::move(*reading));
  auto dataset = load_dataset(loaded, problems, progress);
  if (!dataset)
    return tl::make_unexpected(dataset.error());
  loaded.dataset = snapshot(std::move(*dataset));
  if (Status status = make_scenes(options, loaded); !status)
    return tl::make_unexpected(status.error());
  if (const NeedChoice& need = loaded.scene.gaps.need; need.kind == NeedKind::File) {
    auto table = read_need(need.path, need.column, *loaded.boundaries, *loaded.reading, problems);
    if (!table)
      return tl::make_unexpected(table.error());
    std::vector<std::string> left_out;
    loaded.need = snapshot(need_for_list(std::move(*table), *loaded.dataset->projects, left_out));
    for (const std::string& sector : left_out)
      problems.report({"need-part-of-sector",
                       Severity::Note,
                       {{N_("the list names {0} as a whole: its part {1} was left out"),
                         {sector_label(holding_sector(sector), loaded.language),
                          sector_label(sector, loaded.language)}},
                        {need.path, {}, {}, {}},
                        {}},
                       sector,
                       {}});
  }
  loaded.problems = snapshot(std::move(problems));
  return loaded;
}

std::vector<Message> remarks(const Loaded& loaded) {
  struct Found {
    std::set<std::int64_t> rows;
    std::size_t elsewhere = 0;  // problems of the whole file
  };
  std::map<std::string, Found> by_file;
  for (const ProblemGroup& group : loaded.problems->groups()) {
    // What is wrong with a table of need is told by whoever asks for it, and `check` knows no such
    // tables.
    if (group.severity == Severity::Note || (loaded.need && group.file == loaded.need->path))
      continue;
    Found& found = by_file[group.file];
    for (const Occurrence& occurrence : group.occurrences) {
      if (occurrence.row != 0)
        found.rows.insert(occurrence.row);
      else
        ++found.elsewhere;
    }
  }
  std::vector<Message> lines;
  for (const auto& [file, found] : by_file) {
    const std::size_t count = found.rows.size() + found.elsewhere;
    lines.push_back({count == 1 ? N_("1 row to look at in {1}: see \"malimap check {1}\"")
                                : N_("{0} rows to look at in {1}: see \"malimap check {1}\""),
                     {fmt::format("{}", count), file}});
  }
  return lines;
}

}  // namespace malimap
