#pragma once
// What lies inside the units of a filter.

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "geo/coverage/placement.h"

namespace malimap {

/// Filter::units against one placement. A place lies inside where all of the units that it is known
/// as are, or lie in, units of the filter. Without units in the filter everything lies inside.
class InsideUnits {
 public:
  /// The placement must outlive it. A code is a P-code of any layer, or the code of a zone.
  InsideUnits(const Placement& placement, const std::set<std::string>& units);

  [[nodiscard]] bool all() const { return all_; }
  [[nodiscard]] bool place(std::int32_t known) const {
    return all_ || (known >= 0 && inside_[static_cast<std::size_t>(known)] == kInside);
  }
  /// Any part of the row.
  [[nodiscard]] bool row(std::size_t row) const {
    if (all_)
      return true;
    for (const ProjectPart& part : placement_->parts_of(row))
      if (place(part.known))
        return true;
    return false;
  }
  /// Any part of the row is known as something that holds units of the filter, and more.
  [[nodiscard]] bool row_known_more_coarsely(std::size_t row) const;

  enum class Part : std::uint8_t { None, Some, All };
  /// How much of a zone of the plan lies inside.
  [[nodiscard]] Part zone(std::size_t zone) const { return all_ ? Part::All : zones_[zone]; }
  /// Codes that mean nothing on these boundaries.
  [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  static constexpr std::uint8_t kOutside = 0, kHolds = 1, kInside = 2;
  void choose(const std::string& code);
  void spread();
  [[nodiscard]] std::uint8_t state_of(int layer, const std::vector<UnitIndex>& units) const;
  std::uint8_t& at(int layer, UnitIndex unit) {
    return inside_[static_cast<std::size_t>(placement_->tree.number_of(layer, unit))];
  }

  const Placement* placement_;
  bool all_;
  std::vector<std::uint8_t> inside_;  // per place, as ProjectPart::known
  std::vector<Part> zones_;
  std::vector<std::string> unknown_;
};

}  // namespace malimap
