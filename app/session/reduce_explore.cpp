#include "app/session/reduce_explore.h"

#include <algorithm>
#include <cmath>

#include "geo/coverage/match.h"
#include "geo/coverage/unit_tree.h"

namespace malimap {
namespace {

constexpr double kUsualMap = 700;   // dp: the shorter side of a map on the screen
constexpr double kNearPart = 0.25;  // of the country's width: so near that a place is clear

/// The layer that has the unit; layers count coarse to fine.
std::optional<std::size_t> layer_of(const Boundaries& boundaries, const std::string& pcode) {
  for (std::size_t layer = 0; layer < boundaries.layers.size(); ++layer)
    if (boundaries.layers[layer].find(pcode) != kNoUnit)
      return layer;
  return std::nullopt;
}

// Every value but this one; pressed again it is one of the others once more.
void except(Filter& filter, const action::ExceptFilterValue& a) {
  auto& excluded = filter.except[a.dimension];
  if (!excluded.erase(a.value)) {
    excluded.insert(a.value);
    values_of(filter, a.dimension).erase(a.value);
  }
  if (excluded.empty())
    filter.except.erase(a.dimension);
}

void drill_into(State& state, const std::string& pcode) {
  const Boundaries* boundaries = state.sources.boundaries.get();
  if (!boundaries)
    return;
  const auto level = level_inside(*boundaries, pcode);
  if (!level)
    return;
  state.scene.within = pcode;
  state.scene.level = *level;
  state.scene.filter.units.clear();
  state.scene.camera.reset();
}

void drill_up(State& state) {
  if (state.scene.within.empty() || !state.sources.boundaries)
    return;
  const auto path = path_within(*state.sources.boundaries, state.scene.within);
  drill_into(state, path.size() < 2 ? std::string() : path[path.size() - 2]);
}

// So near that the place can be told from its neighbours, for a country of any size.
double near_scale(const Boundaries* boundaries) {
  double area = 0;  // km2
  if (boundaries)
    for (const AdminUnit& unit : boundaries->layers.front().units)
      area += unit.area_km2;
  constexpr double kWithoutAreas = 500;
  return area > 0 ? std::sqrt(area) * 1000 * kNearPart / kUsualMap : kWithoutAreas;
}

void fly_to(State& state, PlanePoint place) {
  double scale = near_scale(state.sources.boundaries.get());
  if (state.scene.camera)
    scale = std::min(scale, state.scene.camera->metres_per_dp);
  state.scene.camera = Camera{place, scale};
}

// What an action of exploring makes of the scene.
struct SceneStep {
  State& state;

  bool operator()(const action::ExceptFilterValue& a) const {
    except(state.scene.filter, a);
    return true;
  }
  bool operator()(const action::SetBudgetRange& a) const {
    state.scene.filter.budget = a.range;
    return true;
  }
  bool operator()(const action::SetStartRange& a) const {
    state.scene.filter.start = a.range;
    return true;
  }
  bool operator()(const action::SetActiveRange& a) const {
    state.scene.filter.active = a.range;
    return true;
  }
  bool operator()(const action::ToggleUnitFilter& a) const {
    auto& units = state.scene.filter.units;
    if (!units.erase(a.pcode))
      units.insert(a.pcode);
    return true;
  }
  bool operator()(const action::SetUnitFilter& a) const {
    state.scene.filter.units = a.pcodes;
    return true;
  }
  bool operator()(const action::SetFilter& a) const {
    state.scene.filter = a.filter;
    std::erase_if(state.scene.filter.except, [](const auto& one) { return one.second.empty(); });
    return true;
  }
  bool operator()(const action::DrillInto& a) const {
    drill_into(state, a.pcode);
    return true;
  }
  bool operator()(const action::DrillUp&) const {
    drill_up(state);
    return true;
  }
  bool operator()(const action::SetComparison& a) const {
    state.scene.compare = a.compare;
    if (a.filter)
      state.scene.filter = *a.filter;
    return true;
  }
  bool operator()(const action::OpenPrevious& a) const {
    if (a.path.empty())
      state.scene.compare.previous_list = false;
    return false;  // the rest of it is no part of the scene
  }
  bool operator()(const action::SetGaps& a) const {
    state.scene.gaps = a.gaps;
    return true;
  }
  bool operator()(const action::FlyToProject& a) const {
    fly_to(state, a.place);
    return false;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

void open_previous(State& state, const std::string& path) {
  state.previous = {state.previous.number + 1, path};
  if (!path.empty())
    return;
  state.sources.previous = nullptr;
  state.sources.previous_path.clear();
}

void set_need(State& state, const action::SetNeed& a) {
  state.need = a.need;
  if (!a.failed.empty())
    state.message = a.failed;
}

// What it makes of everything else.
struct StateStep {
  State& state;

  bool operator()(const action::SetMapTool& a) const {
    state.tool = a.tool;
    return true;
  }
  bool operator()(const action::SetBottom& a) const {
    state.panels.bottom = a.tab;
    return true;
  }
  bool operator()(const action::SetMatrixView& a) const {
    state.matrix = a.view;
    return true;
  }
  bool operator()(const action::SortProjects& a) const {
    state.sort = a.sort;
    return true;
  }
  bool operator()(const action::OpenPrevious& a) const {
    open_previous(state, a.path);
    return true;
  }
  bool operator()(const action::SetPrevious& a) const {
    state.sources.previous = a.dataset;
    state.sources.previous_path = a.path;
    return true;
  }
  bool operator()(const action::SetNeed& a) const {
    set_need(state, a);
    return true;
  }
  bool operator()(const action::ExplainFigure& a) const {
    state.figure = a.figure;
    state.panels.bottom = BottomTab::Figure;
    return true;
  }
  // The selected unit stays: the table that was clicked in shows its projects.
  bool operator()(const action::FlyToProject& a) const {
    state.selection = {state.selection.unit, {a.project}, 0};
    return true;
  }
  bool operator()(const action::SetPlaying& a) const {
    state.playing = a.playing;
    if (!a.playing && state.gesture == Gesture::Range)
      state.gesture = Gesture::None;  // what was played is one step of undo
    return true;
  }
  bool operator()(const action::SetTour& a) const {
    state.tour = a.step;
    return true;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

}  // namespace

bool explore_scene(State& state, const Action& action) {
  return std::visit(SceneStep{state}, action);
}

void keep_in_step(Scene& scene, const Filter& before) {
  if (!scene.compare.other)
    return;
  Filter& other = *scene.compare.other;
  const auto follow = [&](auto Filter::*part) {
    if (other.*part == before.*part)
      other.*part = scene.filter.*part;
  };
  follow(&Filter::fund);
  follow(&Filter::sector);
  follow(&Filter::status);
  follow(&Filter::donor);
  follow(&Filter::partner);
  follow(&Filter::except);
  follow(&Filter::units);
  follow(&Filter::budget);
  follow(&Filter::start);
  follow(&Filter::active);
  follow(&Filter::text);
}

bool reduce_explore(State& state, const Action& action) {
  return std::visit(StateStep{state}, action);
}

Gesture explore_gesture(const Action& action) {
  if (std::holds_alternative<action::SetBudgetRange>(action) ||
      std::holds_alternative<action::SetStartRange>(action) ||
      std::holds_alternative<action::SetActiveRange>(action))
    return Gesture::Range;
  return std::holds_alternative<action::SetComparison>(action) ? Gesture::Divider : Gesture::None;
}

bool explore_settles(const Action& action) {
  if (const auto* budget = std::get_if<action::SetBudgetRange>(&action))
    return budget->settles;
  if (const auto* start = std::get_if<action::SetStartRange>(&action))
    return start->settles;
  if (const auto* active = std::get_if<action::SetActiveRange>(&action))
    return active->settles;
  const auto* compare = std::get_if<action::SetComparison>(&action);
  return compare && compare->settles;
}

bool drop_value(Filter& filter, Dimension dimension, const std::string& value) {
  bool found = values_of(filter, dimension).erase(value) > 0;
  const auto excluded = filter.except.find(dimension);
  if (excluded == filter.except.end())
    return found;
  found = excluded->second.erase(value) > 0 || found;
  if (excluded->second.empty())
    filter.except.erase(excluded);
  return found;
}

std::optional<Level> level_inside(const Boundaries& boundaries, const std::string& pcode) {
  if (pcode.empty())
    return boundaries.layers.front().level;
  const auto layer = layer_of(boundaries, pcode);
  if (!layer || *layer + 1 >= boundaries.layers.size())
    return std::nullopt;
  return boundaries.layers[*layer + 1].level;
}

std::vector<std::string> path_within(const Boundaries& boundaries, const std::string& within) {
  std::vector<std::string> path;
  const auto found = within.empty() ? std::nullopt : layer_of(boundaries, within);
  if (!found)
    return path;
  const UnitTree tree(boundaries);
  const auto layer = static_cast<int>(*found);
  const UnitIndex unit = tree.find(layer, within);
  for (int above = layer; above >= 0; --above) {
    const UnitIndex holder = tree.ancestor(layer, unit, above);
    if (holder == kNoUnit)
      break;
    path.push_back(boundaries.layers[static_cast<std::size_t>(above)]
                       .units[static_cast<std::size_t>(holder)]
                       .pcode);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

void leave_unknown_unit(Scene& scene, const Boundaries& boundaries) {
  if (scene.within.empty())
    return;
  const auto level = level_inside(boundaries, scene.within);
  if (!level || scene.level < *level)
    scene.within.clear();
}

}  // namespace malimap
