#pragma once
// The units of the boundaries by name and code, and which of them a misspelt name may mean.
// Immutable once built: threads share it.

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/boundaries/boundaries.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/places/spelling.h"

namespace malimap {

/// A place on the boundaries: one unit, or the units of a reporting zone. layer: index into
/// Boundaries::layers.
struct Spot {
  int layer = 0;
  std::vector<UnitIndex> units;
  std::string code, name;
  bool vague = false;  // see CoveredPlace
  bool operator==(const Spot& other) const { return layer == other.layer && units == other.units; }
};

/// A place that a misspelt name may mean.
struct Candidate {
  Spot spot;
  std::string known;  // the name that is near, as its source writes it
  double slips = 0, score = 0;
};

class UnitNames {
 public:
  /// `boundaries` must outlive it; the crosswalk is laid over them.
  UnitNames(const Boundaries& boundaries, Crosswalk crosswalk);

  [[nodiscard]] const Boundaries& boundaries() const { return boundaries_; }
  [[nodiscard]] int layer_of(Level level) const;  // -1 when absent
  [[nodiscard]] Level level_of(int layer) const;
  [[nodiscard]] int layer_count() const { return static_cast<int>(boundaries_.layers.size()); }
  [[nodiscard]] const Crosswalk& crosswalk() const { return crosswalk_; }

  /// Units of the layer with this name; where there are none, what the crosswalk knows: aliases,
  /// other vintages, zones.
  [[nodiscard]] std::vector<Spot> named(int layer, std::string_view name) const;
  /// The units of the layer that bear this name themselves.
  [[nodiscard]] std::vector<Spot> own(int layer, std::string_view name) const;
  /// What the crosswalk knows under the name of a unit of this level, also where the boundaries do
  /// not have the level. May lie in any layer.
  [[nodiscard]] const Spot* crossed(Level level, std::string_view name) const;
  /// The unit of the layer with this code.
  [[nodiscard]] std::optional<Spot> coded(int layer, std::string_view code) const;
  /// The unit of any layer with this code, or the zone with this id.
  [[nodiscard]] std::optional<Spot> coded(std::string_view code_or_zone) const;
  /// The finest unit whose code the given one begins with; for codes of levels that the boundaries
  /// do not have.
  [[nodiscard]] std::optional<Spot> holding(std::string_view code) const;

  /// Whether the spot lies in the other one, of the same or a coarser layer; also true where the
  /// boundaries do not tell.
  [[nodiscard]] bool within(const Spot& inner, const Spot& outer) const;
  /// Whether it lies in one of them; true for none.
  [[nodiscard]] bool within_any(const Spot& inner, std::span<const Spot> outer) const;

  /// The places of the layer within these (none: everywhere) whose names are some slips away, each
  /// once, nearest first.
  [[nodiscard]] std::vector<Candidate> near(int layer, std::string_view name,
                                            std::span<const Spot> within) const;
  /// The candidate that is meant for certain: nullptr when none is. `candidates` as near() gave
  /// them.
  [[nodiscard]] const Candidate* certain(int layer, std::string_view name,
                                         std::span<const Spot> within,
                                         const std::vector<Candidate>& candidates) const;

  [[nodiscard]] Spot spot(int layer, UnitIndex unit) const;
  /// Nothing when the boundaries lack the level of its units.
  [[nodiscard]] std::optional<Spot> spot_of(const CoveredPlace& place) const;
  [[nodiscard]] const AdminUnit& unit(int layer, UnitIndex index) const;
  /// The unit of the coarser layer that holds this one; kNoUnit when the boundaries do not tell.
  [[nodiscard]] UnitIndex ancestor(int layer, UnitIndex unit, int coarser) const;

 private:
  struct Known {
    Spelling spelling;
    std::string name;
    Spot spot;
  };
  using ByCode = std::map<std::string, UnitIndex, std::less<>>;
  void add_layer(const AdminLayer& layer);
  void add_crosswalk(Level level);

  const Boundaries& boundaries_;
  Crosswalk crosswalk_;
  std::vector<std::unordered_multimap<std::string, UnitIndex>> by_name_;  // per layer, by name_key
  std::array<std::unordered_map<std::string, Spot>, 4> crossed_;          // per level, by name_key
  std::vector<ByCode> by_code_;
  std::map<std::string, Spot, std::less<>> zones_;
  std::vector<std::vector<UnitIndex>> parent_;  // per layer and unit, in the next coarser layer
  std::vector<std::vector<Known>> known_;       // per layer
};

}  // namespace malimap
