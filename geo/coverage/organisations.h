#pragma once
// How many organisations work where, and in what: distinct ones, however many rows name them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/coverage/cube.h"

namespace malimap {

/// Distinct partners of a list per zone and value of a dimension, under a filter. Names that differ
/// by case or accents alone are one organisation.
class OrganisationCounts {
 public:
  /// `values`: the columns; nothing stands for projects without a value. Of a list alone.
  OrganisationCounts(const CoverageCube& cube, const Filter& filter, Dimension by,
                     const std::vector<std::optional<std::string>>& values);

  /// Of a zone and a column; the column behind the last one: in any of them, or in none.
  [[nodiscard]] std::int64_t at(std::size_t zone, std::size_t column) const {
    return counts_[zone * (columns_ + 1) + column];
  }
  /// The zone to ask for the whole: every project that passes, wherever it lies.
  [[nodiscard]] std::size_t everywhere() const { return zones_; }

 private:
  std::size_t zones_, columns_;
  std::vector<std::int64_t> counts_;
};

}  // namespace malimap
