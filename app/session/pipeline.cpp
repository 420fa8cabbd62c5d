#include "app/session/pipeline.h"

#include <algorithm>
#include <set>

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

// Beside aggregates the listed projects are no rows of the figures: they are found by their place.
std::vector<ProjectIndex> listed_in(const CoverageZone& zone, const AdminLayer& layer,
                                    const Projects& projects, const Filter& filter) {
  std::set<std::string> pcodes;
  for (UnitIndex unit : zone.units)
    pcodes.insert(layer.units[static_cast<std::size_t>(unit)].pcode);
  const auto is_here = [&](const Location& location) {
    if (location.place < 0)
      return false;
    const auto& covered = projects.places[static_cast<std::size_t>(location.place)].pcodes;
    return std::any_of(covered.begin(), covered.end(),
                       [&](const std::string& pcode) { return pcodes.count(pcode) > 0; });
  };
  const Matcher matches(projects, filter);
  std::vector<ProjectIndex> found;
  for (std::size_t project = 0; project < projects.size(); ++project) {
    const auto locations = projects.locations_of(project);
    if (matches(project) && std::any_of(locations.begin(), locations.end(), is_here))
      found.push_back(static_cast<ProjectIndex>(project));
  }
  return found;
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
  const Filter& filter = state.scene.filter;
  const Snapshot<CoverageCube> cube = cube_of(state, level);
  derived.coverage = coverage_.get({cube, filter}, [&] { return snapshot(cover(*cube, filter)); });
  derived.fund = facets_of(state, Dimension::Fund);
  derived.sector = facets_of(state, Dimension::Sector);
  derived.status = facets_of(state, Dimension::Status);
  const Filter other = without_fund(filter);
  derived.by_fund = by_fund_.get({cube, other}, [&] {
    constexpr Dimension kFund[] = {Dimension::Fund};
    return snapshot(cover_groups(*cube, other, kFund));
  });
  if (needs_groups(state.scene.type))
    derived.groups = groups_.get({cube, filter, state.scene.by}, [&] {
      const Dimension by[] = {state.scene.by};
      return snapshot(cover_groups(*cube, filter, by));
    });
  const int zone = zone_index(*derived.coverage, state.selection.unit);
  derived.zone_projects = zone_projects_.get({cube, zone, filter}, [&] {
    if (zone < 0)
      return snapshot(std::vector<ProjectIndex>{});
    const Dataset& dataset = *state.sources.dataset;
    return snapshot(dataset.aggregates
                        ? listed_in(derived.coverage->zones[static_cast<std::size_t>(zone)],
                                    *derived.layer, *dataset.projects, filter)
                        : projects_in(*cube, zone, filter));
  });
  derived.picture = picture_of(state, derived);
  return derived;
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

Snapshot<CoverageCube> Pipeline::cube_of(const State& state, Level level) {
  const Sources& sources = state.sources;
  return cubes_.get({sources.dataset, sources.boundaries, level}, [&] {
    return std::make_shared<const CoverageCube>(*sources.dataset, *sources.boundaries, level);
  });
}

Snapshot<Facets> Pipeline::facets_of(const State& state, Dimension dimension) {
  const Snapshot<Dataset>& dataset = state.sources.dataset;
  const Filter& filter = state.scene.filter;
  return facets_.get({dataset, dimension, filter},
                     [&] { return snapshot(facets(*dataset, dimension, filter)); });
}

Snapshot<Picture> Pipeline::picture_of(const State& state, const Derived& derived) {
  Scene scene = state.scene;
  scene.camera.reset();
  return pictures_.get({derived.coverage, derived.groups, derived.shapes, scene, state.language},
                       [&] {
                         PictureInput input;
                         input.dataset = state.sources.dataset;
                         input.boundaries = state.sources.boundaries;
                         input.shapes = derived.shapes;
                         input.coverage = derived.coverage;
                         input.groups = derived.groups;
                         input.funds = derived.fund;
                         input.scene = &scene;
                         input.language = state.language;
                         return snapshot(make_picture(input));
                       });
}

Snapshot<Composition> Pipeline::compose(const State& state, const Derived& derived,
                                        const Frame& frame) {
  const View& view = frame.view;
  CompositionKey key{derived.picture,     view.width,           view.height,   view.scale,
                     view.camera,         state.selection.unit, frame.hovered, {},
                     frame.legend_corner, frame.legend_inset_dp};
  for (const PixelBox& box : frame.keep_clear)
    key.keep_clear.insert(key.keep_clear.end(), {box.x, box.y, box.width, box.height});
  return compositions_.get(key, [&] {
    ComposeInput input;
    input.picture = derived.picture.get();
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
  return {shapes_.runs(), coverage_.runs(), facets_.runs(), pictures_.runs(), compositions_.runs()};
}

}  // namespace malimap
