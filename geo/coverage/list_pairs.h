#pragma once
// Which project of an earlier list is which of a later one.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geo/projects/dataset.h"

namespace malimap {

/// The projects of a list in its order, each with its rows: one, unless rows are parts of a project
/// (project_numbers).
class ListedProjects {
 public:
  explicit ListedProjects(const Dataset& dataset);
  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  [[nodiscard]] std::span<const ProjectIndex> rows(std::size_t project) const {
    return std::span(rows_).subspan(offsets_[project], offsets_[project + 1] - offsets_[project]);
  }
  [[nodiscard]] const Projects& list() const { return *list_; }
  /// As many as its row stands for; of several rows the one that stands for most.
  [[nodiscard]] std::int64_t count(std::size_t project) const;

 private:
  Snapshot<Projects> list_;
  std::vector<ProjectIndex> rows_;
  std::vector<std::uint32_t> offsets_{0};
};

/// All that is compared of a project, in one text: equal for two that do not differ.
[[nodiscard]] std::string content_of(const ListedProjects& projects, std::size_t project);

struct ProjectPair {
  std::uint32_t before = 0, after = 0;
  bool by_title = false;
};
struct ProjectPairs {
  std::vector<ProjectPair> pairs;  // in the order of the later list
  // Left unpaired although the other list has some of the same id, or of the same title and place:
  // which of them is which cannot be known.
  std::int64_t doubles_before = 0, doubles_after = 0;
  bool without_ids = false;  // of one of the lists
};

/// By id, folded. Of several with one id those of the same title and place, or of the same content,
/// belong together, and one that is then left on each side. Then by title and place, and where a
/// list has no ids by a title that is the only one of its name in both. What has neither is paired
/// where all of it is equal.
[[nodiscard]] ProjectPairs pair_projects(const ListedProjects& before, const ListedProjects& after);

}  // namespace malimap
