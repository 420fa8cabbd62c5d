#include "app/window/unit_choice.h"

#include <algorithm>

#include "geo/map/pole.h"

namespace malimap {

std::set<std::string> pcodes_of(const CoverageZone& zone, const Derived& derived) {
  if (derived.boundaries)
    for (const AdminLayer& layer : derived.boundaries->layers)
      if (layer.find(zone.code) != kNoUnit)
        return {zone.code};
  std::set<std::string> pcodes;
  for (const UnitIndex unit : zone.units)
    if (derived.layer && static_cast<std::size_t>(unit) < derived.layer->units.size())
      pcodes.insert(derived.layer->units[static_cast<std::size_t>(unit)].pcode);
  return pcodes;
}

void toggle_in_filter(const State& state, const Derived& derived, UnitIndex unit,
                      std::vector<Action>& actions) {
  const CoverageZone* zone = zone_of(derived, unit);
  if (!zone)
    return;
  const std::set<std::string> pcodes = pcodes_of(*zone, derived);
  if (pcodes.size() == 1) {
    actions.push_back(action::ToggleUnitFilter{*pcodes.begin()});
    return;
  }
  std::set<std::string> units = state.scene.filter.units;
  const bool all = std::all_of(pcodes.begin(), pcodes.end(),
                               [&](const std::string& code) { return units.contains(code); });
  for (const std::string& code : pcodes)
    if (all)
      units.erase(code);
    else
      units.insert(code);
  actions.push_back(action::SetUnitFilter{std::move(units)});
}

void filter_by_lasso(const State& state, const Derived& derived,
                     const std::vector<PlanePoint>& line, bool adds, std::vector<Action>& actions) {
  if (line.size() < 3 || !derived.shapes)
    return;
  const std::vector<std::vector<PlanePoint>> rings{line};
  std::set<std::string> units;
  const auto& shapes = derived.shapes->units;
  for (std::size_t unit = 0; unit < shapes.size(); ++unit)
    if (!shapes[unit].box.empty() && inside(rings, shapes[unit].label))
      if (const CoverageZone* zone = zone_of(derived, static_cast<UnitIndex>(unit)))
        units.merge(pcodes_of(*zone, derived));
  if (units.empty())
    return;
  if (adds)
    units.insert(state.scene.filter.units.begin(), state.scene.filter.units.end());
  actions.push_back(action::SetUnitFilter{std::move(units)});
}

}  // namespace malimap
