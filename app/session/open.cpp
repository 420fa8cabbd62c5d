#include "app/session/open.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "geo/boundaries/read.h"

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
  Snapshot<Boundaries> boundaries;
  std::vector<std::string> lists;
  Problems problems;
};

// What each file is; a file without outlines is tried as a list later.
Files sort_files(const std::vector<std::string>& paths, Progress& progress) {
  Files files;
  for (const std::string& path : paths) {
    Problems problems;
    if (!is_table(path)) {
      auto boundaries = read_boundaries(path, {}, problems, &progress);
      if (boundaries) {
        files.boundaries = snapshot(std::move(*boundaries));
        files.problems.append(problems);
        continue;
      }
    }
    files.lists.push_back(path);
  }
  return files;
}

// A file that is neither: what it lacks as boundaries says more, unless it is a table.
Error why_not(const std::string& path, Error as_list) {
  if (is_table(path))
    return as_list;
  Problems ignored;
  auto again = read_boundaries(path, {}, ignored);
  return again ? as_list : again.error();
}

}  // namespace

Result<Sources> open_files(const std::vector<std::string>& paths, const Sources& current,
                           Progress& progress) {
  Files files = sort_files(paths, progress);
  Sources sources = current;
  if (files.boundaries)
    sources.boundaries = files.boundaries;
  if (!files.lists.empty())
    sources.project_paths = files.lists;
  if (sources.project_paths.empty()) {
    sources.dataset = snapshot(embedded_dataset(*sources.boundaries));
  } else {
    std::vector<Dataset> lists;
    for (const std::string& path : sources.project_paths) {
      auto list = read_projects(path, *sources.boundaries, files.problems, &progress);
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
