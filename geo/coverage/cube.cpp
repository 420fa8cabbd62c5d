#include "geo/coverage/cube.h"

#include "geo/coverage/aggregate_cover.h"
#include "geo/coverage/list_cover.h"

namespace malimap {
namespace {

Placement place(const Dataset& dataset, const Boundaries& boundaries, Level level) {
  if (!dataset.aggregates)
    return place_projects(dataset, boundaries, level);
  const UnitTree tree(boundaries);
  return place_beside_aggregates(
      dataset, boundaries, level,
      plan_for_aggregates(dataset, boundaries, tree, tree.layer_of(level)));
}

Level level_used(const Boundaries& boundaries, Level level) {
  return boundaries.layer(level) ? level : boundaries.finest().level;
}

}  // namespace

CoverageCube::CoverageCube(const Dataset& dataset, const Boundaries& boundaries, Level level,
                           Snapshot<ListIndex> index)
    : dataset_(dataset),
      level_(level_used(boundaries, level)),
      placement_(place(dataset, boundaries, level_)),
      index_(index ? std::move(index) : std::make_shared<const ListIndex>(dataset)) {}

Coverage cover(const CoverageCube& cube, const Filter& filter) {
  return cube.dataset().aggregates ? cover_aggregates(cube, filter) : cover_list(cube, filter);
}

Coverage cover(const Dataset& dataset, const Boundaries& boundaries, Level level,
               const Filter& filter) {
  return cover(CoverageCube(dataset, boundaries, level), filter);
}

std::vector<CoverageGroup> cover_groups(const CoverageCube& cube, const Filter& filter,
                                        std::span<const Dimension> dimensions) {
  return cube.dataset().aggregates ? group_aggregates(cube, filter, dimensions)
                                   : group_list(cube, filter, dimensions);
}

namespace {

std::vector<FacetValue> with_selection(std::vector<FacetValue> values, Dimension dimension,
                                       const Filter& filter) {
  for (auto& value : values)
    value.selected = values_of(filter, dimension).contains(value.value);
  return values;
}

}  // namespace

std::vector<FacetValue> facets(const CoverageCube& cube, Dimension dimension,
                               const Filter& filter) {
  return with_selection(
      cube.dataset().aggregates
          ? facets_of_aggregates(cube.dataset(), &cube.placement(), dimension, filter)
          : facets_of_list(cube, dimension, filter),
      dimension, filter);
}

std::vector<FacetValue> facets(const Dataset& dataset, Dimension dimension, const Filter& filter) {
  return with_selection(dataset.aggregates
                            ? facets_of_aggregates(dataset, nullptr, dimension, filter)
                            : facets_of_list(dataset, dimension, filter),
                        dimension, filter);
}

std::vector<FacetValue> facets(const Dataset& dataset, const Boundaries& boundaries,
                               Dimension dimension, const Filter& filter) {
  if (filter.units.empty())  // places matter to nothing else
    return facets(dataset, dimension, filter);
  return facets(CoverageCube(dataset, boundaries, Level::Region), dimension, filter);
}

}  // namespace malimap
