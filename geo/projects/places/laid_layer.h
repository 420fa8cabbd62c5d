#pragma once
// One layer of boundaries, its units recognised as units of a vintage, so that any other unit can
// be laid over it.

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "geo/boundaries/boundaries.h"
#include "geo/projects/places/crosswalk_entries.h"

namespace malimap {

struct Cover {
  std::vector<UnitIndex> units;  // ascending, never empty
  bool exact = false;            // they are it, no more and no less
};

class LaidLayer {
 public:
  /// Both must outlive it.
  LaidLayer(const AdminLayer& layer, std::span<const CrosswalkEntry> entries);

  [[nodiscard]] const AdminLayer& layer() const { return layer_; }
  /// "" when fewer than half of the units bear names of one vintage.
  [[nodiscard]] const std::string& vintage() const { return vintage_; }
  /// The line that the unit was recognised as, or nullptr.
  [[nodiscard]] const CrosswalkEntry* entry(UnitIndex unit) const {
    return entries_[static_cast<std::size_t>(unit)];
  }

  /// The units that the entry, of any vintage and level, covers or lies in. Nothing where no unit
  /// shares land with it, or where units that nobody knows might.
  [[nodiscard]] std::optional<Cover> cover(const CrosswalkEntry& entry) const;

 private:
  const AdminLayer& layer_;
  std::string vintage_;
  std::vector<const CrosswalkEntry*> entries_;  // per unit
  std::set<std::string> unfinished_;            // pieces of units that the layer lacks
  bool has_strangers_ = false;
};

}  // namespace malimap
