#include "app/session/pipeline.h"

#include <algorithm>

#include "geo/coverage/engine/engine.h"
#include "geo/coverage/unit_tree.h"
#include "geo/map/figures.h"
#include "geo/map/place_markers.h"

namespace malimap {
namespace {

std::vector<UnitIndex> zone_units(const Derived& derived, UnitIndex unit) {
  const CoverageZone* zone = zone_of(derived, unit);
  return zone ? zone->units : std::vector<UnitIndex>{};
}

int zone_index(const Coverage& coverage, UnitIndex unit) {
  const auto index = static_cast<std::size_t>(unit);
  return unit < 0 || index >= coverage.zone_of_unit.size() ? -1 : coverage.zone_of_unit[index];
}

bool any_zone_budget(const Coverage& coverage) {
  return std::any_of(coverage.zones.begin(), coverage.zones.end(),
                     [](const CoverageZone& zone) { return zone.figures.budget.has_value(); });
}

Filter without_fund(Filter filter) {
  filter.fund.clear();
  return filter;
}

ComposeInput input_for(const State& state, const Derived& derived, const View& view,
                       const Picture& picture) {
  ComposeInput input;
  input.picture = &picture;
  input.shapes = derived.shapes;
  input.scene = &state.scene;
  input.view = view;
  input.language = state.language;
  return input;
}

// The classes of both views' values together, as breaks by hand. Only where colours are classes of
// values.
void share_classes(Scene& scene, const Coverage& one, const Coverage& other) {
  if (scene.classing.fixed() ||
      (scene.type != MapType::Choropleth && scene.type != MapType::Diverging))
    return;
  ZoneValues values = values_of_zones(one, scene.measure);
  const ZoneValues others = values_of_zones(other, scene.measure);
  values.insert(values.end(), others.begin(), others.end());
  const Classes classes = classify(values, scene.classing);
  if (classes.count() < 2)
    return;
  scene.classing.method = ClassMethod::Manual;
  scene.classing.breaks.assign(classes.breaks.begin() + 1, classes.breaks.end() - 1);
}

}  // namespace

const CoverageZone* zone_of(const Derived& derived, UnitIndex unit) {
  const int zone = derived.coverage ? zone_index(*derived.coverage, unit) : -1;
  return zone < 0 ? nullptr : &derived.coverage->zones[static_cast<std::size_t>(zone)];
}

Pipeline::Pipeline(Snapshot<ContextLayers> context, MeasureText measure_text)
    : context_(std::move(context)), measure_text_(std::move(measure_text)) {}

Result<Derived> Pipeline::derive(const State& state) {
  Derived derived;
  const Groundwork ground = stand(derived, state);
  if (!derived.shapes)
    return tl::make_unexpected(*ground.shapes->problem);
  derived.focus = focus_of(derived, state.scene.within);
  derived.filter = filter_of(state.scene);
  link(derived, state);
  if (state.sources.dataset->aggregates || !any_zone_budget(*derived.coverage))
    derived.by_fund = by_fund_of(derived.cube, without_fund(derived.filter));
  derived.groups = groups_of(derived.cube, derived.filter, state.scene);
  add_zone_projects(derived, state);
  explore_.find_changes(derived, state);
  compare(derived, ground, state);
  derived.picture = picture_of(state.sources.dataset, state.scene, state, derived);
  explore_.fill(derived, state);
  return derived;
}

Groundwork Pipeline::groundwork(const State& state) {
  Groundwork ground = groundwork_of(state);
  const ShapesKey& key = ground.key;
  if (const ShapesMade* shapes = shapes_.find(key))
    ground.shapes = *shapes;
  for (ListGround& list : ground.lists) {
    if (const auto* index = indices_.find(list.dataset))
      list.index = *index;
    if (const auto* cube = cubes_.find({list.dataset, key.boundaries, key.level}))
      list.cube = *cube;
    if (ground.shapes && ground.shapes->shapes)
      if (const auto* places =
              marker_indices_.find({list.dataset, ground.shapes->shapes->projection}))
        list.places = *places;
  }
  return ground;
}

void Pipeline::put(const Groundwork& made) {
  const ShapesKey& key = made.key;
  if (!shapes_.find(key))
    shapes_.put(key, *made.shapes);
  for (const ListGround& list : made.lists) {
    if (!indices_.find(list.dataset))
      indices_.put(list.dataset, list.index);
    const CubeKey cube{list.dataset, key.boundaries, key.level};
    if (!cubes_.find(cube))
      cubes_.put(cube, list.cube);
    if (!list.places)
      continue;
    const std::pair places(list.dataset, made.shapes->shapes->projection);
    if (!marker_indices_.find(places))
      marker_indices_.put(places, list.places);
  }
}

Groundwork Pipeline::stand(Derived& derived, const State& state) {
  Groundwork ground = groundwork(state);
  complete(ground, *context_);
  put(ground);
  derived.boundaries = ground.key.boundaries;
  derived.layer = derived.boundaries->layer(ground.key.level);
  derived.shapes = ground.shapes->shapes;
  if (derived.shapes && ground.shapes->problem)
    derived.problem = sentence(*ground.shapes->problem, Translator(state.language));
  derived.cube = ground.lists.front().cube;
  derived.marker_index = ground.lists.front().places;
  return ground;
}

void Pipeline::link(Derived& derived, const State& state) {
  derived.linked = linked_of(derived.cube, derived.filter);
  derived.missing_engine = missing_engine(derived.cube);
  const auto facets_of = [&](Dimension dimension) {
    return Snapshot<Facets>(derived.linked,
                            &derived.linked->facets[static_cast<std::size_t>(dimension)]);
  };
  derived.fund = facets_of(Dimension::Fund);
  derived.sector = facets_of(Dimension::Sector);
  derived.status = facets_of(Dimension::Status);
  derived.donor = facets_of(Dimension::Donor);
  derived.partner = facets_of(Dimension::Partner);
  derived.coverage = Snapshot<Coverage>(derived.linked, &derived.linked->coverage);
  explore_.measure(derived, state);
}

void Pipeline::add_zone_projects(Derived& derived, const State& state) {
  const int zone = zone_index(*derived.coverage, state.selection.unit);
  derived.zone_projects = zone_projects_.get({derived.cube, zone, derived.filter}, [&] {
    if (zone < 0)
      return snapshot(std::vector<ProjectIndex>{});
    return snapshot(state.sources.dataset->aggregates
                        ? listed_in(*derived.cube, *derived.boundaries,
                                    derived.coverage->zones[static_cast<std::size_t>(zone)],
                                    derived.filter)
                        : projects_in(*derived.cube, zone, derived.filter));
  });
}

PlaneBox Pipeline::focus_of(const Derived& derived, const std::string& within) {
  const Shapes& shapes = *derived.shapes;
  if (within.empty())
    return shapes.box;
  return focus_.get({derived.shapes, within}, [&] {
    const UnitTree tree(*derived.boundaries);
    const int layer = tree.layer_of(derived.layer->level);
    PlaneBox box;
    for (int coarse = 0; coarse <= layer && box.empty(); ++coarse)
      if (const UnitIndex unit = tree.find(coarse, within); unit != kNoUnit)
        for (const UnitIndex inside : tree.units_in(layer, coarse, unit)) {
          box.add(shapes.units[static_cast<std::size_t>(inside)].box.low);
          box.add(shapes.units[static_cast<std::size_t>(inside)].box.high);
        }
    return box.empty() ? shapes.box : box;
  });
}

Snapshot<LinkedViews> Pipeline::linked_of(const Snapshot<CoverageCube>& cube,
                                          const Filter& filter) {
  return linked_.get({cube, filter}, [&] {
    const auto* engine = engines_.find(cube);
    return snapshot(engine ? (*engine)->views(filter) : linked_views(*cube, filter));
  });
}

std::optional<EngineKey> Pipeline::missing_engine(const Snapshot<CoverageCube>& cube) {
  if (!CoverageEngine::is_worth_it(*cube))
    return std::nullopt;
  const auto* engine = engines_.find(cube);
  if (!engine)
    return EngineKey{cube, nullptr, 0, {}};
  const auto& wanted = (*engine)->wanted();
  return wanted ? std::optional(EngineKey{cube, *engine, wanted->axis, wanted->rest})
                : std::nullopt;
}

EngineMade make_engine(const EngineKey& key, Progress* progress) {
  if (key.engine)
    return {nullptr, key.engine->make({key.axis, key.rest}, progress)};
  auto engine = std::make_shared<CoverageEngine>(key.cube);
  engine->prepare(progress);
  return {std::move(engine), nullptr};
}

void Pipeline::put(const EngineKey& key, EngineMade made) {
  if (made.engine)
    engines_.put(key.cube, std::move(made.engine));
  else if (const auto* engine = engines_.find(key.cube); engine && *engine == key.engine)
    (*engine)->put({key.axis, key.rest}, std::move(made.sums));
}

Snapshot<std::vector<CoverageGroup>> Pipeline::by_fund_of(const Snapshot<CoverageCube>& cube,
                                                          const Filter& other_filters) {
  return by_fund_.get({cube, other_filters}, [&] {
    constexpr Dimension kFund[] = {Dimension::Fund};
    return snapshot(cover_groups(*cube, other_filters, kFund));
  });
}

Snapshot<std::vector<CoverageGroup>> Pipeline::groups_of(const Snapshot<CoverageCube>& cube,
                                                         const Filter& filter, const Scene& scene) {
  if (!needs_groups(scene.type))
    return nullptr;
  return groups_.get({cube, filter, scene.by}, [&] {
    const Dimension by[] = {scene.by};
    return snapshot(cover_groups(*cube, filter, by));
  });
}

// Both pictures of a comparison have the same classes, or their colours could not be compared.
void Pipeline::compare(Derived& derived, const Groundwork& ground, const State& state) {
  const Scene& scene = state.scene;
  const bool shown = scene.compare.how != CompareHow::Off;
  if (!scene.compare.any() || (!shown && scene.type != MapType::Difference))
    return;
  const bool of_list = scene.compare.previous_list;
  if (of_list && !state.sources.previous)
    return;
  const Snapshot<Dataset>& dataset = of_list ? state.sources.previous : state.sources.dataset;
  Derived other = derived;
  other.filter = other_filter_of(scene);
  if (of_list) {
    other.cube = ground.lists.back().cube;
    other.marker_index = ground.lists.back().places;
  }
  other.distances = nullptr;
  other.bands = nullptr;
  other.linked = linked_of(other.cube, other.filter);
  derived.other_coverage = other.coverage =
      explore_.measured(Snapshot<Coverage>(other.linked, &other.linked->coverage), other.cube,
                        other.filter, nullptr, state);
  if (!shown)
    return;
  other.groups = groups_of(other.cube, other.filter, scene);
  Scene beside = scene;
  beside.filter = scene.compare.other.value_or(scene.filter);
  share_classes(beside, *derived.coverage, *other.coverage);
  derived.other_picture = picture_of(dataset, beside, state, other);
}

// The places of a list stay; a filter only counts them, and another measure not even that.
Snapshot<PlaceMarkers> Pipeline::places_of(const Derived& derived) {
  const Snapshot<MarkerIndex>& index = derived.marker_index;
  return places_.get({index, derived.cube, derived.filter},
                     [&] { return make_place_markers(index, *derived.cube, derived.filter); });
}

Snapshot<Picture> Pipeline::picture_of(const Snapshot<Dataset>& dataset, const Scene& of,
                                       const State& state, const Derived& derived) {
  Scene scene = of;
  scene.camera.reset();
  scene.compare.divider = 0.5;
  if (derived.other_coverage && scene.compare.how != CompareHow::Off)
    share_classes(scene, *derived.coverage, *derived.other_coverage);
  const Snapshot<NeedTable> need =
      state.need.choice == scene.gaps.need ? state.need.table : nullptr;
  const PictureKey key{dataset,
                       derived.coverage,
                       derived.other_coverage,
                       derived.distances,
                       derived.groups,
                       derived.shapes,
                       need,
                       scene.compare.previous_list ? derived.changes : nullptr,
                       scene,
                       state.language};
  return pictures_.get(key, [&] {
    PictureInput input;
    input.dataset = dataset;
    input.boundaries = state.sources.boundaries;
    input.shapes = derived.shapes;
    input.coverage = derived.coverage;
    input.cube = derived.cube;
    if (shows_places(scene))
      input.places = places_of(derived);
    input.groups = derived.groups;
    input.funds = derived.fund;
    input.other = derived.other_coverage;
    input.distances = derived.distances;
    input.bands = derived.bands;
    if (scene.compare.previous_list) {
      input.changes = derived.changes;
      input.previous = state.sources.previous;
    }
    input.need = need;
    input.scene = &scene;
    input.language = state.language;
    return snapshot(make_picture(input));
  });
}

Composition Pipeline::compose_ground(const State& state, const Derived& derived, const View& view) {
  return malimap::compose_ground(input_for(state, derived, view, *derived.picture));
}

Snapshot<Composition> Pipeline::compose(const State& state, const Derived& derived,
                                        const Viewport& frame) {
  return composed(state, derived, frame, derived.picture);
}

Snapshot<Composition> Pipeline::compose_other(const State& state, const Derived& derived,
                                              const Viewport& frame) {
  return derived.other_picture ? composed(state, derived, frame, derived.other_picture) : nullptr;
}

Snapshot<Composition> Pipeline::composed(const State& state, const Derived& derived,
                                         const Viewport& frame, const Snapshot<Picture>& picture) {
  const View& view = frame.view;
  CompositionKey key{picture,
                     view.width,
                     view.height,
                     view.scale,
                     view.camera,
                     state.selection.unit,
                     frame.hovered,
                     {},
                     frame.legend_corner,
                     frame.legend_inset_dp};
  for (const PixelBox& box : frame.keep_clear)
    key.keep_clear.insert(key.keep_clear.end(), {box.x, box.y, box.width, box.height});
  return compositions_.get(key, [&] {
    ComposeInput input = input_for(state, derived, frame.view, *picture);
    input.selected = zone_units(derived, state.selection.unit);
    input.hovered = zone_units(derived, frame.hovered);
    input.keep_clear = frame.keep_clear;
    input.measure_text = measure_text_;
    Composition composition = malimap::compose(input);
    composition.furniture.legend.corner = frame.legend_corner;
    composition.furniture.legend.inset_dp = frame.legend_inset_dp;
    return snapshot(std::move(composition));
  });
}

Pipeline::Runs Pipeline::runs() const {
  return {shapes_.runs(), linked_.runs(), pictures_.runs(), compositions_.runs()};
}

}  // namespace malimap
