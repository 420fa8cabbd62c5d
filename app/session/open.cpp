#include "app/session/open.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "geo/boundaries/address.h"
#include "geo/boundaries/nest.h"
#include "geo/boundaries/sources.h"
#include "geo/map/scene_json.h"
#include "geo/projects/workspace.h"

namespace malimap {
namespace {

// Tables have no outlines; reading them as boundaries first would only cost time.
bool is_table(const std::string& path) {
  static constexpr std::array<std::string_view, 5> kEndings = {".csv", ".tsv", ".xlsx", ".xls",
                                                               ".ods"};
  std::string lower = path;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

struct Files {
  std::vector<Boundaries> boundaries;
  std::vector<std::string> boundary_paths, lists;
  Problems problems;
};

// What each file is; a file without outlines is tried as a list later. What an address gives is
// boundaries or an error.
Result<Files> sort_files(const std::vector<std::string>& paths, Progress& progress) {
  Files files;
  for (const std::string& path : paths) {
    Problems problems;
    if (is_remote(path) || !is_table(path)) {
      auto boundaries = read_boundaries_from(path, {}, problems, &progress);
      if (boundaries) {
        files.boundaries.push_back(std::move(*boundaries));
        files.boundary_paths.push_back(path);
        files.problems.append(problems);
        continue;
      }
      if (is_remote(path))
        return tl::make_unexpected(boundaries.error());
    }
    files.lists.push_back(path);
  }
  return files;
}

// Boundaries of another level of the same land join those that the user has; others replace them.
Status join(Files& files, Sources& sources) {
  const auto& current = sources.boundaries;
  const bool joins = current && current->source != kEmbeddedSource &&
                     std::all_of(files.boundaries.begin(), files.boundaries.end(),
                                 [&](const Boundaries& part) { return can_nest(*current, part); });
  if (joins)
    files.boundaries.push_back(*current);
  else
    sources.boundary_paths.clear();
  auto joined = nest(std::move(files.boundaries), embedded_boundaries(), files.problems);
  if (!joined)
    return tl::make_unexpected(joined.error());
  sources.boundary_paths.insert(sources.boundary_paths.end(), files.boundary_paths.begin(),
                                files.boundary_paths.end());
  sources.boundaries = snapshot(std::move(*joined));
  return {};
}

// What was said of other files than the lists, which are read again.
Problems said_of_others(const Sources& sources) {
  Problems kept;
  const auto& lists = sources.project_paths;
  for (const ProblemGroup& group : sources.problems->groups())
    if (std::find(lists.begin(), lists.end(), group.file) == lists.end())
      for (std::size_t i = 0; i < group.size(); ++i)
        kept.report(sources.problems->at(group, i));
  return kept;
}

// A file that is neither: what it lacks as boundaries says more, unless it is a table.
Error why_not(const std::string& path, Error as_list) {
  if (is_table(path))
    return as_list;
  Problems ignored;
  auto again = read_boundaries_from(path, {}, ignored);
  return again ? as_list : again.error();
}

Result<Sources> open_sources(const std::vector<std::string>& paths, const Sources& current,
                             Progress& progress) {
  auto sorted = sort_files(paths, progress);
  if (!sorted)
    return tl::make_unexpected(sorted.error());
  Files& files = *sorted;
  Sources sources = current;
  if (!files.boundaries.empty()) {
    if (Status status = join(files, sources); !status)
      return tl::make_unexpected(status.error());
  } else if (current.problems) {
    Problems kept = said_of_others(current);
    kept.append(files.problems);
    files.problems = std::move(kept);
  }
  if (!files.lists.empty())
    sources.project_paths = files.lists;
  if (sources.project_paths.empty()) {
    sources.dataset = snapshot(embedded_dataset(*sources.boundaries));
  } else {
    std::vector<Dataset> read;
    for (const std::string& path : sources.project_paths) {
      auto list = read_projects(path, *sources.boundaries,
                                sources.reading ? *sources.reading : ReadOptions{}, files.problems,
                                &progress);
      if (!list)
        return tl::make_unexpected(why_not(path, list.error()));
      read.push_back(std::move(*list));
    }
    sources.dataset =
        snapshot(read.size() == 1 ? std::move(read.front()) : concatenate(std::move(read)));
  }
  sources.problems = snapshot(std::move(files.problems));
  return sources;
}

/// Everything that a workspace holds, read.
Result<Opened> open_workspace(const std::string& path, const std::vector<std::string>& beside,
                              Language language, Progress& progress) {
  Problems problems;
  auto workspace = read_workspace(path, problems);
  if (!workspace)
    return tl::make_unexpected(workspace.error());
  if (Status status = files_are_there(*workspace, path); !status)
    return tl::make_unexpected(status.error());
  auto scenes = scenes_of(*workspace, path, problems);
  if (!scenes)
    return tl::make_unexpected(scenes.error());
  ReadOptions reading;
  reading.language = language;
  if (Status status = load_files(*workspace, reading, problems); !status)
    return tl::make_unexpected(status.error());
  apply(*workspace, reading, {});
  reading.remembered = workspace->mappings;

  Opened opened;
  Sources& sources = opened.sources;
  auto boundaries = read_nested(workspace->boundaries, {}, problems, &progress);
  if (!boundaries)
    return tl::make_unexpected(boundaries.error());
  sources.boundaries = snapshot(std::move(*boundaries));
  sources.boundary_paths = workspace->boundaries;
  sources.reading = snapshot(std::move(reading));
  sources.problems = snapshot(std::move(problems));
  for (const WorkspaceSource& source : workspace->sources)
    sources.project_paths.push_back(source.path);
  auto read = open_sources(beside, sources, progress);
  if (!read)
    return tl::make_unexpected(read.error());
  sources = std::move(*read);
  opened.workspace = WorkspaceState{path, std::move(scenes->scenes), -1, false};
  if (scenes->view)
    opened.view = std::move(scenes->view->scene);
  if (workspace->language == "fr" || workspace->language == "en")
    opened.language = workspace->language == "fr" ? Language::French : Language::English;
  return opened;
}

}  // namespace

Result<Opened> open_files(const std::vector<std::string>& paths, const Sources& current,
                          Progress& progress) {
  std::vector<std::string> workspaces, others;
  for (const std::string& path : paths)
    (is_workspace(path) ? workspaces : others).push_back(path);
  if (workspaces.size() > 1)
    return failure({N_("only one workspace can be open"), {}}, {workspaces[1], {}, {}, {}});
  if (workspaces.size() == 1)
    return open_workspace(workspaces.front(), others,
                          current.reading ? current.reading->language : Language::French, progress);
  auto sources = open_sources(others, current, progress);
  if (!sources)
    return tl::make_unexpected(sources.error());
  Opened opened;
  opened.sources = std::move(*sources);
  return opened;
}

}  // namespace malimap
