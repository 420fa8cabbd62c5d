#include "app/session/open.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "geo/boundaries/address.h"
#include "geo/boundaries/nest.h"
#include "geo/boundaries/sources.h"

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
  std::vector<std::string> lists;
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
Result<Boundaries> join(std::vector<Boundaries> dropped, const Snapshot<Boundaries>& current,
                        Problems& problems) {
  const bool joins = current && current->source != kEmbeddedSource &&
                     std::all_of(dropped.begin(), dropped.end(),
                                 [&](const Boundaries& part) { return can_nest(*current, part); });
  if (joins)
    dropped.push_back(*current);
  return nest(std::move(dropped), embedded_boundaries(), problems);
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

}  // namespace

Result<Sources> open_files(const std::vector<std::string>& paths, const Sources& current,
                           Progress& progress) {
  auto sorted = sort_files(paths, progress);
  if (!sorted)
    return tl::make_unexpected(sorted.error());
  Files& files = *sorted;
  Sources sources = current;
  if (!files.boundaries.empty()) {
    auto joined = join(std::move(files.boundaries), current.boundaries, files.problems);
    if (!joined)
      return tl::make_unexpected(joined.error());
    sources.boundaries = snapshot(std::move(*joined));
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
    std::vector<Dataset> lists;
    for (const std::string& path : sources.project_paths) {
      auto list = read_projects(path, *sources.boundaries,
                                sources.reading ? *sources.reading : ReadOptions{}, files.problems,
                                &progress);
      if (!list)
        return tl::make_unexpected(why_not(path, list.error()));
      lists.push_back(std::move(*list));
    }
    sources.dataset =
        snapshot(lists.size() == 1 ? std::move(lists.front()) : concatenate(std::move(lists)));
  }
  sources.problems = snapshot(std::move(files.problems));
  return sources;
}

}  // namespace malimap
