#include "app/session/pipeline.h"

#include <algorithm>

#include "geo/coverage/unit_tree.h"
#include "geo/map/figures.h"
#include "geo/map/place_markers.h"

namespace malimap {
namespace {

// A level that the boundaries lack is shown as the finest that they have.
const AdminLayer& layer_of(const Boundaries& boundaries, Level level) {
  const AdminLayer* layer = boundaries.layer(level);
  return layer ? *layer : boundaries.finest();
}

std::vector<UnitIndex> zone_units(const Derived& derived, UnitIndex unit) {
  const CoverageZone* zone = zone_of(derived, unit);
  return zone ? zone->units : std::vector<UnitIndex>{};
}

int zone_index(const Coverage& coverage, UnitIndex unit) {
  const auto index = static_cast<std::size_t>(unit);
  return unit < 0 || index >= coverage.zone_of_unit.size() ? -1 : coverage.zone_of_unit[index];
}

Filter without_fund(Filter filter) {
  filter.fund.clear();
  return filter;
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
  derived.boundaries = state.sources.boundaries;
  derived.layer = &layer_of(*derived.boundaries, state.scene.level);
  const Level level = derived.layer->level;
  auto shapes = shapes_of(state, level);
  if (!shapes)
    return tl::make_unexpected(shapes.error());
  derived.shapes = shapes->shapes;
  if (shapes->problem)
    derived.problem = sentence(*shapes->problem, Translator(state.language));
  derived.focus = focus_of(derived, state.scene.within);
  derived.filter = filter_of(state.scene);
  derived.cube = cube_of(state.sources.dataset, state, level);
  link(derived, state);
  const Filter other_funds = without_fund(derived.filter);
  derived.by_fund = by_fund_.get({derived.cube, other_funds}, [&] {
    constexpr Dimension kFund[] = {Dimension::Fund};
    return snapshot(cover_groups(*derived.cube, other_funds, kFund));
  });
  derived.groups = groups_of(derived.cube, derived.filter, state.scene);
  add_zone_projects(derived, state);
  explore_.find_changes(derived, state);
  compare(derived, state);
  derived.picture = picture_of(state.sources.dataset, state.scene, state, derived);
  explore_.fill(derived, state);
  return derived;
}

void Pipeline::link(Derived& derived, const State& state) {
  derived.linked = linked_of(derived.cube, derived.filter);
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
  return linked_.get({cube, filter}, [&] { return snapshot(linked_views(*cube, filter)); });
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
void Pipeline::compare(Derived& derived, const State& state) {
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
  other.cube = cube_of(dataset, state, derived.layer->level);
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

// What the scene wants of projection and context may be out of reach (a file that is gone): then
// the map is shown without it, and says so.
Result<Pipeline::ShapesMade> Pipeline::shapes_of(const State& state, Level level) {
  const Scene& scene = state.scene;
  const ShapesKey key{state.sources.boundaries, level, scene.projection, scene.context};
  if (!shapes_.holds(key)) {
    const Boundaries& boundaries = *state.sources.boundaries;
    ShapesMade made;
    auto shapes =
        make_shapes(boundaries, level, *context_, projection_of(scene.projection, boundaries));
    if (!shapes && !scene.projection.empty()) {
      made.problem = shapes.error();
      shapes = make_shapes(boundaries, level, *context_, default_projection(boundaries));
    }
    if (!shapes)
      return tl::make_unexpected(shapes.error());
    // One by one, so that a layer that cannot be read does not take the others with it.
    for (const ContextFile& file : scene.context)
      if (const Status added = add_context_files(*shapes, {&file, 1}); !added && !made.problem)
        made.problem = added.error();
    made.shapes = snapshot(std::move(*shapes));
    shapes_.put(key, std::move(made));
  }
  return shapes_.get(key, [] { return ShapesMade{}; });
}

Snapshot<CoverageCube> Pipeline::cube_of(const Snapshot<Dataset>& dataset, const State& state,
                                         Level level) {
  const Snapshot<Boundaries>& boundaries = state.sources.boundaries;
  return cubes_.get({dataset, boundaries, level}, [&] {
    return std::make_shared<const CoverageCube>(*dataset, *boundaries, level);
  });
}

// The places of a list stay; a filter only counts them, and another measure not even that.
Snapshot<PlaceMarkers> Pipeline::places_of(const Snapshot<Dataset>& dataset,
                                           const Derived& derived) {
  const std::string& projection = derived.shapes->projection;
  const auto& index = marker_indices_.get(
      {dataset, projection}, [&] { return snapshot(MarkerIndex(*dataset, projection)); });
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
      input.places = places_of(dataset, derived);
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
    ComposeInput input;
    input.picture = picture.get();
    input.shapes = derived.shapes;
    input.scene = &state.scene;
    input.view = frame.view;
    input.language = state.language;
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
