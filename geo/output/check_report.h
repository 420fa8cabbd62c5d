#pragma once
// What is wrong with the input, as a report: `malimap check`. The JSON is stable, scripts depend on
// it; docs/json.md tells its keys.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/output/table_text.h"
#include "geo/projects/projects.h"
#include "geo/projects/table.h"

namespace malimap {

enum class CheckDetail {
  Groups,   // the first rows of each group as examples
  AllRows,  // every row
};

/// What a file offers, and which of it was read.
struct FileSheets {
  std::string file;
  std::vector<SheetInfo> sheets;
};

/// What was read and what was found while reading.
struct Checked {
  const Problems& problems;
  ReadCounts counts;                     // zero without a list
  std::optional<std::int64_t> projects;  // distinct, where rows are places of one project
  std::vector<FileSheets> sheets;        // empty where the files have one sheet each
};

/// Distinct projects of a list whose rows share projects, a row counting as many as it stands for;
/// nothing where each row is a project.
[[nodiscard]] std::optional<std::int64_t> distinct_projects(const Projects& projects);

/// Problems in groups that say the same about the same column: what is lost first, then what is
/// doubtful, then notes; the larger groups first.
[[nodiscard]] std::string check_report(const Checked& checked, TextFormat format,
                                       CheckDetail detail, Language language);

}  // namespace malimap
