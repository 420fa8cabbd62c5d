#include "geo/coverage/inside_units.h"

#include <algorithm>

namespace malimap {

InsideUnits::InsideUnits(const Placement& placement, const std::set<std::string>& units)
    : placement_(&placement), all_(units.empty()) {
  if (all_)
    return;
  const UnitTree& tree = placement.tree;
  inside_.assign(static_cast<std::size_t>(tree.number_count()), kOutside);
  for (const std::string& code : units)
    choose(code);
  spread();
  for (const JoinedPlace& place : placement.joined)
    inside_.push_back(state_of(place.layer, place.units));
  for (const CoverageZone& zone : placement.plan.zones) {
    const std::uint8_t state = state_of(placement.plan.layer, zone.units);
    zones_.push_back(state == kInside ? Part::All : state == kHolds ? Part::Some : Part::None);
  }
}

void InsideUnits::choose(const std::string& code) {
  bool found = false;
  for (int layer = 0; layer < placement_->tree.layer_count(); ++layer)
    if (const UnitIndex unit = placement_->tree.find(layer, code); unit != kNoUnit) {
      at(layer, unit) = kInside;
      found = true;
    }
  const auto& zones = placement_->plan.zones;
  for (std::size_t zone = 0; zone < zones.size() && !found; ++zone)
    if (zones[zone].code == code) {
      for (const UnitIndex unit : zones[zone].units)
        at(placement_->plan.layer, unit) = kInside;
      found = true;
    }
  if (!found)
    unknown_.push_back(code);
}

/// Down: what lies in a chosen unit is inside. Up: what holds a chosen unit; all of whose units are
/// inside is inside itself.
void InsideUnits::spread() {
  const UnitTree& tree = placement_->tree;
  for (int layer = 1; layer < tree.layer_count(); ++layer)
    for (UnitIndex unit = 0; unit < static_cast<UnitIndex>(tree.unit_count(layer)); ++unit)
      if (const UnitIndex parent = tree.ancestor(layer, unit, layer - 1);
          parent != kNoUnit && at(layer - 1, parent) == kInside)
        at(layer, unit) = kInside;
  for (int layer = tree.layer_count() - 1; layer > 0; --layer) {
    std::vector<std::uint8_t> holds(tree.unit_count(layer - 1)), lacks(holds.size());
    for (UnitIndex unit = 0; unit < static_cast<UnitIndex>(tree.unit_count(layer)); ++unit) {
      const UnitIndex parent = tree.ancestor(layer, unit, layer - 1);
      if (parent == kNoUnit)
        continue;
      holds[static_cast<std::size_t>(parent)] |= at(layer, unit) != kOutside;
      lacks[static_cast<std::size_t>(parent)] |= at(layer, unit) != kInside;
    }
    for (std::size_t parent = 0; parent < holds.size(); ++parent)
      if (auto& state = at(layer - 1, static_cast<UnitIndex>(parent));
          holds[parent] && state != kInside)
        state = lacks[parent] ? kHolds : kInside;
  }
}

std::uint8_t InsideUnits::state_of(int layer, const std::vector<UnitIndex>& units) const {
  bool any = false, every = !units.empty();
  for (const UnitIndex unit : units) {
    const std::uint8_t state =
        inside_[static_cast<std::size_t>(placement_->tree.number_of(layer, unit))];
    any = any || state != kOutside;
    every = every && state == kInside;
  }
  return every ? kInside : any ? kHolds : kOutside;
}

bool InsideUnits::row_known_more_coarsely(std::size_t row) const {
  const auto parts = placement_->parts_of(row);
  return !all_ && std::any_of(parts.begin(), parts.end(), [&](const ProjectPart& part) {
    return part.known >= 0 && inside_[static_cast<std::size_t>(part.known)] == kHolds;
  });
}

}  // namespace malimap
