#pragma once
// Which projects of a list pass a filter. The filter is compiled once per list, then asked per
// project.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/coverage/filter.h"
#include "geo/projects/projects.h"

namespace malimap {

/// A filter against the dictionaries of one list. The list must outlive the matcher. `except`
/// leaves one dimension's own set out.
class Matcher {
 public:
  Matcher(const Projects& projects, const Filter& filter,
          std::optional<Dimension> except = std::nullopt);

  [[nodiscard]] bool operator()(std::size_t project) const;

 private:
  // Per code of the dictionary whether it passes; empty when the dimension is not filtered.
  using Allowed = std::vector<std::uint8_t>;
  [[nodiscard]] bool matches_text(std::size_t project) const;

  const Projects* projects_;
  Allowed fund_, status_, sector_, donor_, partner_;
  CentsRange budget_;
  DateRange start_;
  std::string text_;  // folded
};

/// Per project whether it passes.
[[nodiscard]] std::vector<bool> matching_projects(const Projects& projects, const Filter& filter);

/// The set of values that a filter holds for a dimension.
[[nodiscard]] std::set<std::string>& values_of(Filter& filter, Dimension dimension);
[[nodiscard]] const std::set<std::string>& values_of(const Filter& filter, Dimension dimension);

}  // namespace malimap
