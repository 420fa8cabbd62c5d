#include <algorithm>

#include "app/session/action.h"
#include "app/session/history.h"
#include "app/session/reduce_explore.h"
#include "app/session/reduce_import.h"
#include "app/session/reduce_presentation.h"
#include "app/session/reduce_scenes.h"
#include "geo/coverage/match.h"
#include "geo/map/palettes.h"

namespace malimap {
namespace {

// What an action makes of the scene; everything else in the state is left alone here.
struct SceneChange {
  Scene& scene;

  // A value that is excluded is first one of the others again.
  void operator()(const action::ToggleFilterValue& a) const {
    if (!drop_value(scene.filter, a.dimension, a.value))
      values_of(scene.filter, a.dimension).insert(a.value);
  }
  void operator()(const action::OnlyFilterValue& a) const {
    values_of(scene.filter, a.dimension) = {a.value};
    scene.filter.except.erase(a.dimension);
  }
  void operator()(const action::ClearDimension& a) const {
    values_of(scene.filter, a.dimension).clear();
    scene.filter.except.erase(a.dimension);
  }
  void operator()(const action::ClearFilter&) const { scene.filter = {}; }
  void operator()(const action::SetFilterText& a) const { scene.filter.text = a.text; }
  void operator()(const action::SetMeasure& a) const { scene.measure = a.measure; }
  void operator()(const action::SetLevel& a) const { scene.level = a.level; }
  void operator()(const action::SetPalette& a) const { scene.palette = a.palette; }
  void operator()(const action::SetClassCount& a) const {
    scene.classing.count = std::clamp(a.count, kFewestClasses, kMostClasses);
  }
  void operator()(const action::SetLayers& a) const { scene.layers = a.layers; }
  void operator()(const action::SetTheme& a) const { scene.theme = a.theme; }
  void operator()(const action::SetCamera& a) const { scene.camera = a.camera; }
  void operator()(const action::FitCamera&) const { scene.camera.reset(); }
  void operator()(const action::SetClassMethod& a) const { scene.classing.method = a.method; }
  void operator()(const action::SetBreaks& a) const {
    scene.classing.breaks = a.breaks;
    std::sort(scene.classing.breaks.begin(), scene.classing.breaks.end());
    if (!scene.classing.keep)
      scene.classing.method = ClassMethod::Manual;
  }
  void operator()(const action::KeepBreaks& a) const {
    scene.classing.keep = a.keep;
    if (a.keep)
      scene.classing.breaks = a.breaks;
  }
  void operator()(const action::SetMapType& a) const {
    if (palette_kind_of(scene.type) != palette_kind_of(a.type))
      scene.palette.clear();
    scene.type = a.type;
  }
  void operator()(const action::SetSecond& a) const { scene.second = a.measure; }
  void operator()(const action::SetDivision& a) const { scene.by = a.by; }
  void operator()(const action::SetMiddle& a) const { scene.middle = a.middle; }
  void operator()(const action::SetProjection& a) const {
    scene.projection = a.projection;
    scene.camera.reset();
  }
  void operator()(const action::SetContext& a) const { scene.context = a.files; }
  void operator()(const action::ToggleProgramme& a) const {
    if (!scene.outside_programme.erase(a.pcode))
      scene.outside_programme.insert(a.pcode);
  }
  void operator()(const action::SetTitle& a) const { scene.title = a.title; }
  void operator()(const action::SetPage& a) const { scene.page = a.page; }
  template <class Other>
  void operator()(const Other&) const {}
};

// Figures and units of the old level or boundaries mean nothing in the new ones; what was drilled
// into is left where it is no coarser than the new level.
void follow_level(State& state, const Scene& before) {
  if (state.scene.level != before.level && state.sources.boundaries)
    leave_unknown_unit(state.scene, *state.sources.boundaries);
  if (state.scene.level != before.level || state.scene.within != before.within)
    state.selection = {};
}

void step(State& state, std::vector<Scene>& from, std::vector<Scene>& to) {
  if (from.empty())
    return;
  const Scene before = state.scene;
  remember(to, std::exchange(state.scene, from.back()));
  from.pop_back();
  follow_level(state, before);
}

// Values that the new list does not have would filter everything away unseen.
void drop_absent(std::set<std::string>& values, const Dictionary& dictionary) {
  std::erase_if(values,
                [&](const std::string& value) { return dictionary.find(value) == kMissing; });
}

const Dictionary& dictionary_of(const Projects& projects, Dimension dimension) {
  switch (dimension) {
    case Dimension::Fund:
      return projects.fund.dictionary;
    case Dimension::Sector:
      return projects.sector.dictionary;
    case Dimension::Status:
      return projects.status.dictionary;
    case Dimension::Donor:
      return projects.donor.dictionary;
    case Dimension::Partner:
      break;
  }
  return projects.partner.dictionary;
}

void keep_known_values(Filter& filter, const Dataset& dataset) {
  if (dataset.aggregates)
    return;  // published figures know values that no listed project has
  for (const Dimension dimension : kAllDimensions)
    drop_absent(values_of(filter, dimension), dictionary_of(*dataset.projects, dimension));
  for (auto& [dimension, values] : filter.except)
    drop_absent(values, dictionary_of(*dataset.projects, dimension));
  std::erase_if(filter.except, [](const auto& one) { return one.second.empty(); });
}

void keep_known_units(Scene& scene, const Boundaries& boundaries) {
  std::erase_if(scene.filter.units, [&](const std::string& pcode) {
    return std::none_of(boundaries.layers.begin(), boundaries.layers.end(),
                        [&](const AdminLayer& layer) { return layer.find(pcode) != kNoUnit; });
  });
  leave_unknown_unit(scene, boundaries);
}

void set_sources(State& state, const Sources& sources) {
  const bool new_boundaries = sources.boundaries != state.sources.boundaries;
  const bool from_published = state.sources.dataset && state.sources.dataset->aggregates;
  const bool new_list = sources.dataset != state.sources.dataset;
  state.sources = sources;
  state.selection = {};
  if (new_boundaries) {
    state.undo.clear();
    state.redo.clear();
    state.scene.camera.reset();
    if (!sources.boundaries->layer(state.scene.level))
      state.scene.level = sources.boundaries->finest().level;
    keep_known_units(state.scene, *sources.boundaries);
  }
  if (new_list && from_published != static_cast<bool>(sources.dataset->aggregates))
    state.scene.filter = {};  // another universe of values
  else if (new_list)
    keep_known_values(state.scene.filter, *sources.dataset);
}

Gesture gesture_of(const Action& action) {
  if (std::holds_alternative<action::SetCamera>(action))
    return Gesture::Camera;
  if (std::holds_alternative<action::SetBreaks>(action))
    return Gesture::Breaks;
  if (std::holds_alternative<action::SetTitle>(action))
    return Gesture::Style;
  return std::holds_alternative<action::SetFilterText>(action) ? Gesture::Text
                                                               : explore_gesture(action);
}

bool settles(const Action& action) {
  if (const auto* breaks = std::get_if<action::SetBreaks>(&action))
    return breaks->settles;
  if (const auto* move = std::get_if<action::SetCamera>(&action))
    return move->settles;
  return explore_settles(action);
}

}  // namespace

State reduce(State state, const Action& action) {
  if (std::holds_alternative<action::Undo>(action)) {
    state.gesture = Gesture::None;
    step(state, state.undo, state.redo);
    return state;
  }
  if (std::holds_alternative<action::Redo>(action)) {
    state.gesture = Gesture::None;
    step(state, state.redo, state.undo);
    return state;
  }

  const Scene before = state.scene;
  if (!explore_scene(state, action))
    std::visit(SceneChange{state.scene}, action);
  if (!std::holds_alternative<action::SetComparison>(action) &&
      before.compare == state.scene.compare)
    keep_in_step(state.scene, before.filter);
  const bool changed = state.scene != before;
  const Gesture gesture = gesture_of(action);
  const bool goes_on = gesture != Gesture::None && gesture == state.gesture;
  if (changed) {
    if (!goes_on)
      remember(state.undo, before);
    state.redo.clear();
    follow_level(state, before);
  }
  // A gesture in which nothing changed yet has taken no step either; one that settles is over.
  if (settles(action))
    state.gesture = Gesture::None;
  else if (changed)
    state.gesture = gesture;

  if (const auto* select = std::get_if<action::SelectUnit>(&action))
    state.selection = {select->unit, {}, 0};
  else if (const auto* projects = std::get_if<action::SelectProjects>(&action))
    state.selection = {state.selection.unit, projects->projects, 0};
  else if (const auto* panels = std::get_if<action::SetPanels>(&action))
    state.panels = panels->panels;
  else if (const auto* language = std::get_if<action::SetLanguage>(&action))
    state.language = language->language;
  else if (const auto* message = std::get_if<action::ShowMessage>(&action))
    state.message = message->text;
  else if (const auto* sources = std::get_if<action::SetSources>(&action))
    set_sources(state, sources->sources);
  else if (!reduce_explore(state, action) && !reduce_scenes(state, action) &&
           !reduce_presentation(state, action))
    reduce_import(state, action);
  return state;
}

}  // namespace malimap
