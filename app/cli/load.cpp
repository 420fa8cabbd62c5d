#include "app/cli/load.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "app/cli/reading.h"
#include "app/cli/recognise.h"
#include "geo/boundaries/address.h"
#include "geo/boundaries/sources.h"
#include "geo/coverage/coverage.h"

namespace malimap {
namespace {

Place in_file(std::string path) {
  return {.file = std::move(path), .sheet = {}, .row = {}, .column = {}};
}

/// Who is who among the files. What is no boundary file is left to the reader of project lists,
/// whose error it then is. An address is one of boundaries.
void sort_files(const Options& options, Loaded& loaded) {
  loaded.boundary_files = options.boundaries;
  loaded.project_files = options.projects;
  for (const auto& file : options.files) {
    const bool boundaries = is_remote(file) || holds_polygons(file);
    (boundaries ? loaded.boundary_files : loaded.project_files).push_back(file);
  }
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

/// The level asked for; without one the regions, which the figures are published for, or the
/// nearest that there is.
Result<Level> choose_level(const Options& options, const Boundaries& boundaries) {
  if (!options.level)
    return boundaries.layer(Level::Region) != nullptr ? Level::Region
                                                      : boundaries.layers.front().level;
  if (boundaries.layer(*options.level) != nullptr)
    return *options.level;
  std::vector<std::string_view> there;
  for (const auto& layer : boundaries.layers)
    there.push_back(word_of(layer.level));
  return failure({N_("the boundaries ({0}) do not have the level \"{1}\""),
                  {boundaries.source, std::string(word_of(*options.level))}},
                 in_file("--level"),
                 {N_("Known: {0}."), {fmt::format("{}", fmt::join(there, ", "))}});
}

}  // namespace

Result<Loaded> load(const Options& options, Progress* progress) {
  Loaded loaded;
  loaded.scene = options.scene;
  sort_files(options, loaded);

  Problems problems;
  auto boundaries = read_nested(loaded.boundary_files, options.boundary, problems, progress);
  if (!boundaries)
    return tl::make_unexpected(boundaries.error());
  loaded.boundaries = snapshot(std::move(*boundaries));
  auto level = choose_level(options, *loaded.boundaries);
  if (!level)
    return tl::make_unexpected(level.error());
  loaded.scene.level = *level;

  auto reading = reading_of(options, problems);
  if (!reading)
    return tl::make_unexpected(reading.error());
  loaded.reading = snapshot(std::move(*reading));
  auto dataset = load_dataset(loaded, problems, progress);
  if (!dataset)
    return tl::make_unexpected(dataset.error());
  loaded.dataset = snapshot(std::move(*dataset));
  loaded.problems = snapshot(std::move(problems));
  for (const auto& expression : options.filters) {
    if (Status status = add_to_filter(loaded.scene.filter, expression, *loaded.dataset); !status)
      return tl::make_unexpected(status.error());
  }
  return loaded;
}

std::vector<Message> remarks(const Loaded& loaded) {
  struct Found {
    std::set<std::int64_t> rows;
    std::size_t elsewhere = 0;  // problems of the whole file
  };
  std::map<std::string, Found> by_file;
  for (const ProblemGroup& group : loaded.problems->groups()) {
    if (group.severity == Severity::Note)
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
