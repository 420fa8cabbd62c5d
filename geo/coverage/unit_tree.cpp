#include "geo/coverage/unit_tree.h"

namespace malimap {

UnitTree::UnitTree(const Boundaries& boundaries) {
  for (const auto& layer : boundaries.layers) {
    levels_.push_back(layer.level);
    first_number_.push_back(first_number_.back() + static_cast<std::int32_t>(layer.units.size()));
    auto& codes = by_pcode_.emplace_back();
    for (std::size_t u = 0; u < layer.units.size(); ++u)
      codes.emplace(layer.units[u].pcode, static_cast<UnitIndex>(u));
    auto& parents = parents_.emplace_back();
    const int coarser = layer_count() - 2;
    for (const auto& unit : layer.units)
      parents.push_back(coarser < 0 ? kNoUnit : find(coarser, unit.parent_pcode));
  }
}

int UnitTree::layer_of(Level level) const {
  for (int i = 0; i < layer_count(); ++i)
    if (levels_[static_cast<std::size_t>(i)] == level)
      return i;
  return layer_count() - 1;
}

UnitIndex UnitTree::ancestor(int from, UnitIndex unit, int to) const {
  for (int layer = from; layer > to && unit != kNoUnit; --layer)
    unit = parents_[static_cast<std::size_t>(layer)][static_cast<std::size_t>(unit)];
  return from < to ? kNoUnit : unit;
}

UnitIndex UnitTree::find(int layer, const std::string& pcode) const {
  const auto& codes = by_pcode_[static_cast<std::size_t>(layer)];
  const auto found = codes.find(pcode);
  return found == codes.end() ? kNoUnit : found->second;
}

std::vector<UnitIndex> UnitTree::units_in(int layer, int coarse, UnitIndex unit) const {
  std::vector<UnitIndex> units;
  const auto size = static_cast<UnitIndex>(parents_[static_cast<std::size_t>(layer)].size());
  for (UnitIndex u = 0; u < size; ++u)
    if (ancestor(layer, u, coarse) == unit)
      units.push_back(u);
  return units;
}

}  // namespace malimap
