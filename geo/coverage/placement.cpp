#include "geo/coverage/placement.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "geo/boundaries/locate.h"
#include "geo/coverage/sector_cells.h"
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
    points_ = located(projects, boundaries, layer);
    fine_layer_.resize(points_.size(), layer);
    fine_unit_.resize(points_.size(), kNoUnit);
    for (int finer = layer; finer < tree.layer_count(); ++finer)
      refine(finer, finer == layer ? points_ : located(projects, boundaries, finer));
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

  /// As what a location is known, as finely as name and point together tell, whatever the layer.
  [[nodiscard]] PlaceUnits known_as(const Location& location, std::size_t index) const {
    const PlaceUnits& named = place(location);
    const int layer = fine_layer_[index];
    const UnitIndex unit = fine_unit_[index];
    if (unit != kNoUnit && named.layer < layer &&
        (named.layer < 0 || std::count(named.units.begin(), named.units.end(),
                                       tree_->ancestor(layer, unit, named.layer)) > 0))
      return {layer, {unit}};
    return named;
  }

 private:
  static IntColumn located(const Projects& projects, const Boundaries& boundaries, int layer) {
    IntColumn units;
    std::optional<UnitLocator> locator;  // not made for a list without points
    for (const Location& location : projects.locations) {
      const bool in_the_open = location.point && location.scope == Scope::Located;
      if (in_the_open && !locator)
        locator.emplace(boundaries.layers[static_cast<std::size_t>(layer)],
                        projects.locations.size());
      units.push_back(in_the_open ? locator->locate(*location.point) : kNoUnit);
    }
    return units;
  }
  /// Finer units hold where they lie in the unit of the layer: layers may be drawn differently.
  void refine(int finer, const IntColumn& units) {
    for (std::size_t i = 0; i < units.size(); ++i)
      if (const UnitIndex unit = units[i];
          unit != kNoUnit && tree_->ancestor(finer, unit, layer_) == points_[i]) {
        fine_layer_.set(i, finer);
        fine_unit_.set(i, unit);
      }
  }
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
  std::vector<PlaceUnits> places_;    // per PlaceName
  IntColumn points_;                  // per location its unit of the layer
  IntColumn fine_layer_, fine_unit_;  // and the finest one that its point lies in
};

/// The finest layer at which any location of the list is known; the layer itself for a list without
/// locations.
int finest_known_layer(const Projects& projects, const Places& places, int layer) {
  int known = -1;
  for (std::size_t p = 0; p < projects.size() && known < layer; ++p) {
    if (projects.scope[p] != Scope::Located)
      continue;
    std::size_t index = projects.location_offsets[p];
    for (const Location& location : projects.locations_of(p)) {
      if (location.scope == Scope::Located)
        known = std::max(known, places.known_layer(location, index));
      ++index;
    }
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
  Placer(const Snapshot<Projects>& list, const Places& places, const Boundaries& boundaries,
         Placement& placement)
      : projects_(list.get()), places_(&places), boundaries_(&boundaries), placement_(&placement) {
    const Projects& projects = *list;
    for (std::size_t place = 0; place < projects.places.size(); ++place) {
      const auto named = places.named(static_cast<std::int32_t>(place), placement.plan.known_layer);
      // Several units are joined into one zone: the first one tells which.
      slot_of_place_.push_back(named.empty() ? kNotNamed : slot_of_unit(named.front()));
    }
    placement.parts = PlacedParts(list);
    const bool has_amounts = projects.amount.size() == projects.size() &&
                             projects.currency.codes.size() == projects.size();
    for (std::size_t p = 0; p < projects.size() && has_amounts && !has_other_; ++p)
      has_other_ = !projects.budget.present[p] && projects.amount_of(p);
    for (std::size_t p = 0; p < projects.size(); ++p)
      if (projects.locations_of(p).size() > 1) {
        placement.known_of_location.assign(projects.locations.size(), -1);
        break;
      }
  }

  void add(std::size_t project) {
    parts_.clear();
    others_.clear();
    const Cents budget = projects_->budget.at(project).value_or(Cents{});
    const Cents other = other_of(project);
    const auto locations = projects_->locations_of(project);
    const std::size_t offset = projects_->location_offsets[project];
    if (projects_->scope[project] != Scope::Located || locations.empty()) {
      add_part(slot_apart(projects_->scope[project]), -1, budget, other);
    } else if (locations.size() == 1) {
      add_location(locations[0], offset, budget, other);
    } else {
      shares_.clear();
      for (const auto& location : locations)
        shares_.push_back(location.share);
      const auto amounts = split_cents(budget, shares_), others = split_cents(other, shares_);
      for (std::size_t i = 0; i < locations.size(); ++i)
        add_location(locations[i], offset + i, amounts[i], others[i]);
    }
    placement_->parts.push_project(parts_);
    placement_->offsets.push_back(static_cast<std::uint32_t>(placement_->parts.size()));
    if (has_other_)
      placement_->other.insert(placement_->other.end(), others_.begin(), others_.end());
  }

  /// No project comes any more.
  void finish() {
    placement_->parts.shrink_to_fit();
    placement_->offsets.shrink_to_fit();
    placement_->other.shrink_to_fit();
  }

 private:
  static constexpr int kNotNamed = -1;

  [[nodiscard]] Cents other_of(std::size_t project) const {
    return has_other_ && !projects_->budget.present[project]
               ? projects_->amount_of(project).value_or(Cents{})
               : Cents{};
  }
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
  void add_location(const Location& location, std::size_t index, Cents budget, Cents other) {
    const int slot = slot_of(location, index);
    const bool apart = slot >= static_cast<int>(placement_->plan.zones.size()) &&
                       slot != placement_->slot_of(Apart::Coarser);
    const std::int32_t known = apart ? -1 : known_of(location, index);
    if (slot == placement_->slot_of(Apart::Coarser))
      remember_coarser(location, known);
    if (!placement_->known_of_location.empty())
      placement_->known_of_location[index] = known;
    add_part(slot, known, budget, other);
  }
  /// Several locations of one project in one place are one part.
  void add_part(int slot, std::int32_t known, Cents budget, Cents other) {
    std::size_t at = 0;
    while (at < parts_.size() && (parts_[at].slot != slot || parts_[at].known != known))
      ++at;
    if (at == parts_.size()) {
      parts_.push_back({slot, known, {}});
      others_.emplace_back();
    }
    parts_[at].budget += budget;
    others_[at] += other;
  }
  [[nodiscard]] std::int32_t known_of(const Location& location, std::size_t index) {
    const PlaceUnits known = places_->known_as(location, index);
    if (known.layer < 0 || known.units.empty())
      return -1;
    const UnitTree& tree = placement_->tree;
    if (known.units.size() == 1)
      return tree.number_of(known.layer, known.units.front());
    const auto [found, is_new] =
        joined_.try_emplace(location.place, static_cast<std::int32_t>(placement_->joined.size()));
    if (is_new)
      placement_->joined.push_back({known.layer, known.units});
    return tree.number_count() + found->second;
  }
  void remember_coarser(const Location& location, std::int32_t known) {
    if (known < 0)
      return;
    auto& index = placement_->coarser_of_known;
    if (index.size() <= static_cast<std::size_t>(known))
      index.resize(static_cast<std::size_t>(known) + 1, -1);
    if (index[static_cast<std::size_t>(known)] >= 0)
      return;
    index[static_cast<std::size_t>(known)] =
        static_cast<std::int32_t>(placement_->coarser_codes.size());
    placement_->coarser_codes.push_back(code_of(location, known));
  }
  [[nodiscard]] std::string code_of(const Location& location, std::int32_t known) const {
    if (known < placement_->tree.number_count())
      for (int layer = 0; layer < placement_->tree.layer_count(); ++layer)
        if (const auto unit = known - placement_->tree.number_of(layer, 0);
            unit < static_cast<std::int32_t>(placement_->tree.unit_count(layer)))
          return boundaries_->layers[static_cast<std::size_t>(layer)]
              .units[static_cast<std::size_t>(unit)]
              .pcode;
    return projects_->places[static_cast<std::size_t>(location.place)].code;
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
  const Boundaries* boundaries_;
  Placement* placement_;
  bool has_other_ = false;          // the list has amounts in currencies without a rate
  std::vector<int> slot_of_place_;  // per PlaceName; kNotNamed: the name says less than the zones
  std::map<std::int32_t, std::int32_t> joined_;  // by PlaceName: its place among the joined ones
  // Of one project.
  std::vector<double> shares_;
  std::vector<ProjectPart> parts_;
  std::vector<Cents> others_;  // beside its parts
};

}  // namespace

Placement place_beside_aggregates(const Dataset& dataset, const Boundaries& boundaries, Level level,
                                  ZonePlan plan) {
  const UnitTree tree(boundaries);
  const Places places(*dataset.projects, boundaries, tree, tree.layer_of(level));
  Placement placement;
  placement.plan = std::move(plan);
  placement.plan.zone_of_known_unit = placement.plan.zone_of_unit;
  placement.tree = tree;
  Placer placer(dataset.projects, places, boundaries, placement);
  for (std::size_t p = 0; p < dataset.projects->size(); ++p)
    placer.add(p);
  placer.finish();
  return placement;
}

Placement place_projects(const Dataset& dataset, const Boundaries& boundaries, Level level) {
  const Projects& projects = *dataset.projects;
  const UnitTree tree(boundaries);
  const int layer = tree.layer_of(level);
  const Places places(projects, boundaries, tree, layer);
  const int known = finest_known_layer(projects, places, layer);

  Placement placement;
  placement.plan = plan_for_projects(dataset, boundaries, tree, layer, known,
                                     joined_units(projects, places, known));
  placement.tree = tree;
  Placer placer(dataset.projects, places, boundaries, placement);
  for (std::size_t p = 0; p < projects.size(); ++p)
    placer.add(p);
  placer.finish();
  if (!placement.coarser_codes.empty())
    placement.coarser_of_known.resize(
        static_cast<std::size_t>(tree.number_count()) + placement.joined.size(), -1);
  add_sector_cells(projects, placement);
  return placement;
}

}  // namespace malimap
