#pragma once
// The units of the boundaries by name and code, and which name a misspelt one may mean.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/boundaries/boundaries.h"
#include "geo/projects/crosswalk.h"

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

/// Number of letters to change, add, leave out or swap with their neighbour (optimal string
/// alignment, Boytsov 2011), at most `limit` + 1.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int limit);

/// Remembers what it has looked up, since lists repeat themselves: use one per thread.
class UnitNames {
 public:
  explicit UnitNames(const Boundaries& boundaries);  // must outlive it

  [[nodiscard]] int layer_of(Level level) const;  // -1 when absent
  [[nodiscard]] int layer_count() const { return static_cast<int>(boundaries_.layers.size()); }
  [[nodiscard]] const Crosswalk& crosswalk() const { return crosswalk_; }

  /// Units of the layer with this name. At the regions also what the crosswalk knows: aliases,
  /// other vintages, zones.
  [[nodiscard]] const std::vector<Spot>& named(int layer, std::string_view name) const;
  /// The unit of the layer with this code.
  [[nodiscard]] std::optional<Spot> coded(int layer, std::string_view code) const;
  /// The finest unit whose code the given one begins with; for codes of levels that the boundaries
  /// do not have.
  [[nodiscard]] std::optional<Spot> holding(std::string_view code) const;

  /// Whether the spot lies in the other one, of the same or a coarser layer; also true where the
  /// boundaries do not tell.
  [[nodiscard]] bool within(const Spot& inner, const Spot& outer) const;

  /// The one known name of the layer (-1: of any) that is a slip or two away, or "". Never used in
  /// silence.
  [[nodiscard]] std::string proposal(int layer, std::string_view name) const;

  [[nodiscard]] Spot spot(int layer, UnitIndex unit) const;
  [[nodiscard]] const AdminUnit& unit(int layer, UnitIndex index) const;

 private:
  [[nodiscard]] std::vector<Spot> look_up(int layer, std::string_view name) const;
  [[nodiscard]] std::string propose(int layer, std::string_view name) const;
  [[nodiscard]] UnitIndex ancestor(int layer, UnitIndex unit, int coarser) const;

  const Boundaries& boundaries_;
  Crosswalk crosswalk_;
  int regions_ = -1;
  std::vector<std::multimap<std::string, UnitIndex>> by_name_;  // per layer
  std::vector<std::map<std::string, UnitIndex>> by_code_;
  mutable std::vector<std::unordered_map<std::string, std::vector<Spot>>> looked_up_;  // per layer
  mutable std::map<int, std::unordered_map<std::string, std::string>> proposed_;
};

}  // namespace malimap
