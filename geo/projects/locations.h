#pragma once
// Where projects lie, as columns.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/base/int_column.h"
#include "geo/base/units.h"
#include "geo/base/value_range.h"
#include "geo/projects/degrees_column.h"

namespace malimap {

/// Where a project stands in relation to the country's units (DESIGN: every one is counted, none is
/// dropped).
enum class Scope : std::uint8_t {
  Located,    // has at least one location
  National,   // the whole country, by its source
  Outside,    // its place is known and lies elsewhere
  Unlocated,  // no place, or one that was not understood
};

struct Location {
  /// Located: in the country, by point or place. Else this part of the project lies abroad
  /// (Outside), counts for the whole country (National), or could not be placed (Unlocated).
  Scope scope = Scope::Located;
  std::optional<LonLat> point;
  std::int32_t place =
      -1;  // index into Projects::places: the finest named unit; -1: known by its point alone
  double share = 1;        // of the project's budget; the shares of one project add up to 1
  bool contested = false;  // the point lies far from the unit that the row names
};

/// As a vector of locations; some 10 to 20 bytes each.
class Locations {
 public:
  void push_back(const Location& location);
  void append(std::span<const Location> locations) {
    for (const Location& location : locations)
      push_back(location);
  }
  /// Those of another list, whose places have other indices here.
  void append(const Locations& other, std::span<const std::int32_t> places);
  [[nodiscard]] Location operator[](std::size_t i) const;
  void set(std::size_t i, const Location& location);

  // One thing of a location, where the others are not asked for.
  [[nodiscard]] Scope scope(std::size_t i) const { return static_cast<Scope>(traits_[i] & kScope); }
  [[nodiscard]] bool contested(std::size_t i) const { return (traits_[i] & kContested) != 0; }

  [[nodiscard]] std::size_t size() const { return traits_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] ValueIterator<Locations> begin() const { return {*this, 0}; }
  [[nodiscard]] ValueIterator<Locations> end() const { return {*this, size()}; }
  void shrink_to_fit();
  [[nodiscard]] std::size_t memory() const;

 private:
  static constexpr std::int32_t kScope = 3, kContested = 4, kPoint = 8;
  static std::int32_t traits_of(const Location& location);

  IntColumn traits_;  // the scope, and whether contested, and whether there is a point
  IntColumn place_;
  DegreesColumn lon_, lat_;    // 0 where there is no point
  std::vector<double> share_;  // empty: all are 1
};

}  // namespace malimap
