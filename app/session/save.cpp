#include "app/session/save.h"

#include <algorithm>
#include <filesystem>

namespace malimap {
namespace {

namespace fs = std::filesystem;

/// Where a path leads from anywhere; addresses and databases as they are.
std::string everywhere(const std::string& path) {
  std::error_code ignored;
  return absolute_path(fs::current_path(ignored).string(), path);
}

/// The lists in use, with what holds for each alone, and what the file says of them beside.
std::vector<WorkspaceSource> sources_of(const State& state, const Workspace& base) {
  const ReadOptions reading = state.sources.reading ? *state.sources.reading : ReadOptions{};
  std::vector<WorkspaceSource> sources;
  for (const std::string& path : state.sources.project_paths) {
    const ReadOptions own = for_list(reading, path);
    WorkspaceSource source{everywhere(path), own.sheet, own.mapping, {}};
    for (const WorkspaceSource& known : base.sources)
      if (known.path == source.path)
        source.other = known.other;
    sources.push_back(std::move(source));
  }
  return sources;
}

void add_reading(Workspace& workspace, const ReadOptions& reading) {
  for (const auto& [signature, mapping] : reading.remembered)
    workspace.mappings.try_emplace(signature, mapping);
  for (const Alias& alias : reading.aliases.all())
    workspace.aliases.add(alias);
  const auto take = [](std::string& target, const std::string& path) {
    if (!path.empty())
      target = everywhere(path);
  };
  take(workspace.rates_file, reading.rates_file);
  take(workspace.gazetteer, reading.gazetteer_file);
  take(workspace.crosswalk, reading.crosswalk);
  if (!reading.default_currency.empty())
    workspace.default_currency = reading.default_currency;
}

}  // namespace

Workspace workspace_to_save(const State& state, const Workspace& base, const std::string& path) {
  const std::string folder = fs::path(everywhere(path)).parent_path().string();
  const auto text = [&](SavedScene saved) {
    for (ContextFile& file : saved.scene.context)
      file.path = everywhere(file.path);
    return text_of(saved, folder);
  };
  Workspace workspace = base;
  workspace.sources = sources_of(state, base);
  workspace.boundaries.clear();
  for (const std::string& file : state.sources.boundary_paths)
    workspace.boundaries.push_back(everywhere(file));
  workspace.scenes.clear();
  for (const SavedScene& scene : state.workspace.scenes)
    workspace.scenes.push_back(text(scene));
  Problems ignored;
  const auto before = base.view.empty() ? Result<SavedScene>(SavedScene{})
                                        : parse_scene(base.view, folder, ignored);
  workspace.view = text({state.scene, before ? before->other : std::string{}});
  workspace.language = state.language == Language::French ? "fr" : "en";
  if (state.sources.reading)
    add_reading(workspace, *state.sources.reading);
  workspace.rows_are_projects = state.sources.dataset && state.sources.dataset->rows_are_projects;
  return workspace;
}

Status save_state(const State& state, const std::string& path) {
  // Saved under another name, a workspace takes along what its old file holds.
  const std::string& from = is_workspace(path) ? path : state.workspace.path;
  Workspace base;
  if (!from.empty() && is_workspace(from)) {
    Problems ignored;  // were reported when it was opened
    auto read = read_workspace(from, ignored);
    if (!read)
      return tl::make_unexpected(read.error());
    base = std::move(*read);
  }
  return save_workspace(workspace_to_save(state, base, path), path);
}

}  // namespace malimap
