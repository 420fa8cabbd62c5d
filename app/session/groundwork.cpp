#include "app/session/groundwork.h"

#include <algorithm>
#include <numeric>

namespace malimap {
namespace {

// Below these a frame is enough, and a job would only flicker.
constexpr std::size_t kRowsAtOnce = 5000, kPointsAtOnce = 10'000;

std::size_t points_of(const AdminLayer& layer) {
  return std::accumulate(layer.arcs.begin(), layer.arcs.end(), std::size_t{0},
                         [](std::size_t sum, const auto& arc) { return sum + arc.points.size(); });
}

}  // namespace

Groundwork groundwork_of(const State& state) {
  const Sources& sources = state.sources;
  const Scene& scene = state.scene;
  const AdminLayer* layer = sources.boundaries->layer(scene.level);
  Groundwork groundwork;
  groundwork.key = {sources.boundaries, layer ? scene.level : sources.boundaries->finest().level,
                    scene.projection, scene.context};
  groundwork.lists.push_back({sources.dataset, nullptr, nullptr, nullptr});
  if (scene.compare.previous_list && sources.previous)
    groundwork.lists.push_back({sources.previous, nullptr, nullptr, nullptr});
  return groundwork;
}

bool takes_long(const Groundwork& groundwork) {
  const Boundaries& boundaries = *groundwork.key.boundaries;
  if (!groundwork.shapes && points_of(*boundaries.layer(groundwork.key.level)) > kPointsAtOnce)
    return true;
  const bool projected = !groundwork.shapes || groundwork.shapes->shapes;
  return std::any_of(groundwork.lists.begin(), groundwork.lists.end(), [&](const ListGround& list) {
    const bool missing = !list.index || !list.cube || (projected && !list.places);
    return missing && list.dataset->projects->size() > kRowsAtOnce;
  });
}

void complete(Groundwork& groundwork, const ContextLayers& context) {
  if (!groundwork.shapes)
    groundwork.shapes = project_shapes(groundwork.key, context);
  const ShapesKey& key = groundwork.key;
  for (ListGround& list : groundwork.lists) {
    if (!list.index)
      list.index = std::make_shared<const ListIndex>(*list.dataset);
    (void)list.index->bins();
    (void)list.index->texts();
    if (!list.cube)
      list.cube = std::make_shared<const CoverageCube>(*list.dataset, *key.boundaries, key.level,
                                                       list.index);
    if (!list.places && groundwork.shapes->shapes)
      list.places = snapshot(MarkerIndex(*list.dataset, groundwork.shapes->shapes->projection));
  }
}

ShapesMade project_shapes(const ShapesKey& key, const ContextLayers& context) {
  const Boundaries& boundaries = *key.boundaries;
  ShapesMade made;
  auto shapes =
      make_shapes(boundaries, key.level, context, projection_of(key.projection, boundaries));
  if (!shapes) {
    made.problem = shapes.error();
    if (key.projection.empty())
      return made;
    shapes = make_shapes(boundaries, key.level, context, default_projection(boundaries));
  }
  if (!shapes)
    return {nullptr, shapes.error()};
  // One by one, so that a layer that cannot be read does not take the others with it.
  for (const ContextFile& file : key.context)
    if (const Status added = add_context_files(*shapes, {&file, 1}); !added && !made.problem)
      made.problem = added.error();
  made.shapes = snapshot(std::move(*shapes));
  return made;
}

}  // namespace malimap
