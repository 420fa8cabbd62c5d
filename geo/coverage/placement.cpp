#include "geo/coverage/placement.h"

#include <algorithm>
#include <optional>
#include <set>

#include "geo/boundaries/locate.h"
#include "geo/projects/shares.h"

namespace malimap {
namespace {

/// A named place as units of the finest layer that holds its P-codes. layer -1: none does.
struct PlaceUnits {
  int layer = -1;
  std::vector<UnitIndex> units;
};

PlaceUnits units_of(const PlaceName& place, const UnitTree& tree) {
  const auto at = [&](int layer) {
    PlaceUnits found{layer, {}};
    for (const auto& pcode : place.pcodes)
      if (const UnitIndex unit = tree.find(layer, pcode); unit != kNoUnit)
        found.units.push_back(unit);
    return found;
  };
  // The place's own level first: a code can mean one thing at one level and another at the next.
  const int own = tree.layer_of(place.level);
  if (tree.level(own) == place.level)
    if (auto found = at(own); !found.units.empty())
      return found;
  for (int layer = tree.layer_count() - 1; layer >= 0; --layer)
    if (auto found = at(layer); !found.units.empty())
      return found;
  return {};
}

/// The list's places and points against the layers, before zones are made.
class Places {
 public:
  Places(const Projects& projects, const Boundaries& boundaries, const UnitTree& tree, int layer)
      : tree_(&tree), layer_(layer) {
    for (const auto& place : projects.places)
      places_.push_back(units_of(place, tree));
    const UnitLocator locator(boundaries.layers[static_cast<std::size_t>(layer)]);
    points_.reserve(projects.locations.size());
    for (const auto& location : projects.locations)
      points_.push_back(location.point && location.scope == Scope::Located
                            ? locator.locate(*location.point)
                            : kNoUnit);
  }

  /// The finest layer up to the wanted one at which the location is known; -1: nowhere.
  [[nodiscard]] int known_layer(const Location& location, std::size_t index) const {
    const int by_name = std::min(place(location).layer, layer_);
    return points_[index] != kNoUnit && point_agrees(location, index) ? layer_ : by_name;
  }

  /// The units of a layer that the place's name covers; empty when the name says less.
  [[nodiscard]] std::vector<UnitIndex> named(std::int32_t place, int layer) const {
    return place_units_at(places_[static_cast<std::size_t>(place)], layer);
  }

  /// The unit that the point lies in; kNoUnit when there is none, or when it lies outside of the
  /// place that is named.
  [[nodiscard]] UnitIndex pointed(const Location& location, std::size_t index, int layer) const {
    if (points_[index] == kNoUnit || !point_agrees(location, index))
      return kNoUnit;
    return tree_->ancestor(layer_, points_[index], layer);
  }
  [[nodiscard]] bool is_named(const Location& location) const { return place(location).layer >= 0; }

 private:
  [[nodiscard]] const PlaceUnits& place(const Location& location) const {
    static const PlaceUnits kNowhere;
    return location.place < 0 ? kNowhere : places_[static_cast<std::size_t>(location.place)];
  }
  [[nodiscard]] std::vector<UnitIndex> place_units_at(const PlaceUnits& place, int layer) const {
    if (place.layer < layer)
      return {};
    std::set<UnitIndex> units;
    for (UnitIndex unit : place.units)
      units.insert(tree_->ancestor(place.layer, unit, layer));
    units.erase(kNoUnit);
    return {units.begin(), units.end()};
  }
  /// A point refines a coarser name only where it lies in it: where they disagree, the name stands.
  [[nodiscard]] bool point_agrees(const Location& location, std::size_t index) const {
    const PlaceUnits& named = place(location);
    if (named.layer < 0 || named.layer >= layer_)
      return named.layer < 0;
    const UnitIndex above = tree_->ancestor(layer_, points_[index], named.layer);
    return std::count(named.units.begin(), named.units.end(), above) > 0;
  }

  const UnitTree* tree_;
  int layer_;
  std::vector<PlaceUnits> places_;  // per PlaceName
  std::vector<UnitIndex> points_;   // per location, of the layer
};

/// The finest layer at which any location of the list is known; the layer itself for a list without
/// locations.
int finest_known_layer(const Projects& projects, const Places& places, int layer) {
  int known = -1;
  for (std::size_t p = 0; p < projects.size() && known < layer; ++p) {
    if (projects.scope[p] != Scope::Located)
      continue;
    for (std::uint32_t i = projects.location_offsets[p]; i < projects.location_offsets[p + 1]; ++i)
      if (projects.locations[i].scope == Scope::Located)
        known = std::max(known, places.known_layer(projects.locations[i], i));
  }
  return known < 0 ? layer : known;
}

/// Sets of units that projects refer to as one; sets that share a unit become one.
std::vector<JoinedUnits> joined_units(const Projects& projects, const Places& places, int layer) {
  std::set<std::int32_t> used;
  for (std::size_t p = 0; p < projects.size(); ++p)
    if (projects.scope[p] == Scope::Located)
      for (const auto& location : projects.locations_of(p))
        if (location.place >= 0 && location.scope == Scope::Located)
          used.insert(location.place);

  std::vector<JoinedUnits> joined;
  for (std::int32_t index : used) {
    const PlaceName& place = projects.places[static_cast<std::size_t>(index)];
    JoinedUnits next{place.code, place.name, places.named(index, layer)};
    if (next.units.size() < 2)
      continue;
    std::set<UnitIndex> units(next.units.begin(), next.units.end());
    std::erase_if(joined, [&](const JoinedUnits& other) {
      const auto shared = [&](UnitIndex unit) { return units.contains(unit); };
      if (std::none_of(other.units.begin(), other.units.end(), shared))
        return false;
      units.insert(other.units.begin(), other.units.end());
      if (other.code != next.code) {
        next.code = other.code + " + " + next.code;
        next.name = other.name + " + " + next.name;
      }
      return true;
    });
    next.units.assign(units.begin(), units.end());
    joined.push_back(std::move(next));
  }
  return joined;
}

/// Puts one project's parts after another into a placement.
class Placer {
 public:
  Placer(const Projects& projects, const Places& places, Placement& placement)
      : projects_(&projects), places_(&places), placement_(&placement) {
    for (std::size_t place = 0; place < projects.places.size(); ++place) {
      const auto named = places.named(static_cast<std::int32_t>(place), placement.plan.known_layer);
      // Several units are joined into one zone: the first one tells which.
      slot_of_place_.push_back(named.empty() ? kNotNamed : slot_of_unit(named.front()));
    }
    placement.parts.reserve(projects.size());
    placement.offsets.reserve(projects.size() + 1);
  }

  void add(std::size_t project) {
    const std::size_t first = placement_->parts.size();
    const Cents budget = projects_->budget.at(project).value_or(Cents{});
    const auto locations = projects_->locations_of(project);
    const std::size_t offset = projects_->location_offsets[project];
    if (projects_->scope[project] != Scope::Located || locations.empty()) {
      placement_->parts.push_back({slot_apart(projects_->scope[project]), budget});
    } else if (locations.size() == 1) {
      placement_->parts.push_back({slot_of(locations[0], offset), budget});
    } else {
      shares_.clear();
      for (const auto& location : locations)
        shares_.push_back(location.share);
      const auto amounts = split_cents(budget, shares_);
      for (std::size_t i = 0; i < locations.size(); ++i)
        add_part(first, slot_of(locations[i], offset + i), amounts[i]);
    }
    placement_->offsets.push_back(static_cast<std::uint32_t>(placement_->parts.size()));
  }

 private:
  static constexpr int kNotNamed = -1;

  [[nodiscard]] int slot_apart(Scope scope) const {
    switch (scope) {
      case Scope::National:
        return placement_->slot_of(Apart::National);
      case Scope::Outside:
        return placement_->slot_of(Apart::Outside);
      default:
        return placement_->slot_of(Apart::Unlocated);
    }
  }
  /// Several places of one project in one zone are one part: the project counts once there.
  void add_part(std::size_t first, int slot, Cents budget) {
    for (std::size_t i = first; i < placement_->parts.size(); ++i)
      if (placement_->parts[i].slot == slot) {
        placement_->parts[i].budget += budget;
        return;
      }
    placement_->parts.push_back({slot, budget});
  }
  [[nodiscard]] int slot_of_unit(UnitIndex unit) const {
    const int zone = placement_->plan.zone_of_known_unit[static_cast<std::size_t>(unit)];
    return zone >= 0 ? zone : placement_->slot_of(Apart::Coarser);
  }
  [[nodiscard]] int slot_of(const Location& location, std::size_t index) const {
    if (location.scope != Scope::Located)
      return slot_apart(location.scope);
    if (location.place >= 0)
      if (const int slot = slot_of_place_[static_cast<std::size_t>(location.place)];
          slot != kNotNamed)
        return slot;
    const UnitIndex unit = places_->pointed(location, index, placement_->plan.known_layer);
    if (unit != kNoUnit)
      return slot_of_unit(unit);
    if (places_->is_named(location))
      return placement_->slot_of(Apart::Coarser);
    // A point in no unit lies in another country; a name that the boundaries do not know is no
    // place.
    const bool elsewhere = location.place < 0 && location.point;
    return placement_->slot_of(elsewhere ? Apart::Outside : Apart::Unlocated);
  }

  const Projects* projects_;
  const Places* places_;
  Placement* placement_;
  std::vector<int> slot_of_place_;  // per PlaceName; kNotNamed: the name says less than the zones
  std::vector<double> shares_;      // of one project
};

}  // namespace

Placement place_projects(const Dataset& dataset, const Boundaries& boundaries, Level level) {
  const Projects& projects = *dataset.projects;
  const UnitTree tree(boundaries);
  const int layer = tree.layer_of(level);
  const Places places(projects, boundaries, tree, layer);
  const int known = finest_known_layer(projects, places, layer);

  Placement placement;
  placement.plan = plan_for_projects(dataset, boundaries, tree, layer, known,
                                     joined_units(projects, places, known));
  Placer placer(projects, places, placement);
  for (std::size_t p = 0; p < projects.size(); ++p)
    placer.add(p);
  return placement;
}

}  // namespace malimap
