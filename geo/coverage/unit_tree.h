#pragma once
// The layers of some boundaries as a tree: which coarser unit a unit belongs to, and which unit a
// P-code means.

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// Layers are counted as in Boundaries::layers, coarse to fine. Holds indices only; the boundaries
/// may go away.
class UnitTree {
 public:
  UnitTree() = default;
  explicit UnitTree(const Boundaries& boundaries);

  [[nodiscard]] int layer_count() const { return static_cast<int>(parents_.size()); }
  [[nodiscard]] Level level(int layer) const { return levels_[static_cast<std::size_t>(layer)]; }
  [[nodiscard]] std::size_t unit_count(int layer) const {
    return parents_[static_cast<std::size_t>(layer)].size();
  }
  /// Numbers for the units of all layers together, coarse to fine.
  [[nodiscard]] std::int32_t number_of(int layer, UnitIndex unit) const {
    return first_number_[static_cast<std::size_t>(layer)] + unit;
  }
  [[nodiscard]] std::int32_t number_count() const { return first_number_.back(); }
  /// The layer of that level, or the finest when there is none.
  [[nodiscard]] int layer_of(Level level) const;

  /// The unit of `to` that `unit` of `from` lies in; `to` is not finer than `from`. kNoUnit where a
  /// parent is unknown.
  [[nodiscard]] UnitIndex ancestor(int from, UnitIndex unit, int to) const;

  /// kNoUnit when the layer has no such P-code.
  [[nodiscard]] UnitIndex find(int layer, const std::string& pcode) const;

  /// The units of `layer` that make up a unit of the coarser (or the same) layer `coarse`.
  [[nodiscard]] std::vector<UnitIndex> units_in(int layer, int coarse, UnitIndex unit) const;

 private:
  std::vector<Level> levels_;
  std::vector<std::int32_t> first_number_{0};    // per layer, and behind the last one
  std::vector<std::vector<UnitIndex>> parents_;  // per layer, per unit: in the next coarser layer
  std::vector<std::unordered_map<std::string, UnitIndex>> by_pcode_;
};

}  // namespace malimap
