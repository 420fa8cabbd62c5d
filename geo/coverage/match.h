#pragma once
// Which projects of a list pass a filter. The filter is compiled once per list, then asked per
// project.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/snapshot.h"
#include "geo/coverage/filter.h"
#include "geo/projects/projects.h"

namespace malimap {

class CoverageCube;
class InsideUnits;

/// The parts of a filter, as bits of what a row fails. The first five are the dimensions.
enum class FilterPart : std::uint8_t { Budget = 5, Start, Active, Text, Units };
using FilterBits = std::uint32_t;
[[nodiscard]] constexpr FilterBits bit_of(Dimension dimension) {
  return FilterBits{1} << static_cast<unsigned>(dimension);
}
[[nodiscard]] constexpr FilterBits bit_of(FilterPart part) {
  return FilterBits{1} << static_cast<unsigned>(part);
}

/// A filter against the columns of one list. The list (or the cube) must outlive the matcher.
/// `except` leaves out what the filter says of one dimension.
class Matcher {
 public:
  /// Of a list whatever its places: Filter::units is left out.
  Matcher(const Projects& projects, const Filter& filter,
          std::optional<Dimension> except = std::nullopt);
  /// All of the filter. A row lies inside the units where any of its places does.
  Matcher(const CoverageCube& cube, const Filter& filter,
          std::optional<Dimension> except = std::nullopt);

  [[nodiscard]] bool operator()(std::size_t project) const { return fails(project) == 0; }
  /// What the row fails: nothing, one part, or any two of several. A row without the text fails
  /// that alone: no view looks past it.
  [[nodiscard]] FilterBits fails(std::size_t project) const;

 private:
  // Of one dimension: per code (and first for a row without a value) whether it passes.
  struct Values {
    bool any_passes = true;  // no value is asked for: all pass but those that are refused
    bool open = true;        // nothing is said of the dimension
    std::vector<std::uint8_t> passes, refused;
  };
  [[nodiscard]] static Values values_of_filter(const Dictionary& dictionary, const Filter& filter,
                                               Dimension dimension);
  [[nodiscard]] static bool passes(const Values& values, const CodeRange& of_row);

  const Projects* projects_;
  std::array<Values, kAllDimensions.size()> values_;
  CentsRange budget_;
  DateRange start_, active_;
  std::optional<std::vector<std::uint8_t>> with_text_;  // per row; nothing: no text is asked for
  Snapshot<InsideUnits> units_;                         // null: all
};

/// Per project whether it passes, but for Filter::units.
[[nodiscard]] std::vector<bool> matching_projects(const Projects& projects, const Filter& filter);

/// The filter without these parts.
[[nodiscard]] Filter without(Filter filter, FilterBits parts);

/// The set of values that a filter holds for a dimension.
[[nodiscard]] std::set<std::string>& values_of(Filter& filter, Dimension dimension);
[[nodiscard]] const std::set<std::string>& values_of(const Filter& filter, Dimension dimension);
/// The values that it refuses.
[[nodiscard]] const std::set<std::string>& refused_values(const Filter& filter,
                                                          Dimension dimension);
/// Whether a value is among those that the filter lets through.
[[nodiscard]] bool allows(const Filter& filter, Dimension dimension, const std::string& value);
/// Whether the filter says anything of the dimension.
[[nodiscard]] bool narrows(const Filter& filter, Dimension dimension);

}  // namespace malimap
