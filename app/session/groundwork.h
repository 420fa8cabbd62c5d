#pragma once
// What lists, boundaries and a projection give whatever the filter: the units on the plane, the
// cubes, the places of projects. Of long lists and fine boundaries it takes longer than a frame:
// then a job makes it before the action that needs it is carried out.

#include <optional>
#include <string>
#include <vector>

#include "app/session/state.h"
#include "geo/boundaries/context.h"
#include "geo/coverage/cube.h"
#include "geo/map/marker_index.h"
#include "geo/map/shapes.h"

namespace malimap {

struct ShapesKey {
  Snapshot<Boundaries> boundaries;
  Level level = Level::Region;
  std::string projection;  // of the scene
  std::vector<ContextFile> context;
  bool operator==(const ShapesKey&) const = default;
};

/// Without shapes there is a problem; with them one may tell what the scene wants and could not
/// have: a projection, a layer of the user's own (a file that is gone).
struct ShapesMade {
  Snapshot<Shapes> shapes;
  std::optional<Error> problem;
};

struct CubeKey {
  Snapshot<Dataset> dataset;
  Snapshot<Boundaries> boundaries;
  Level level = Level::Region;
  bool operator==(const CubeKey&) const = default;
};

/// Of one list. Null: still to be made.
struct ListGround {
  Snapshot<Dataset> dataset;
  Snapshot<ListIndex> index;
  Snapshot<CoverageCube> cube;
  Snapshot<MarkerIndex> places;  // null also where the boundaries could not be projected
};

/// What a state stands on, as far as it is made.
struct Groundwork {
  ShapesKey key;
  std::optional<ShapesMade> shapes;
  std::vector<ListGround> lists;  // the list; where another is held against it, that one second
};

/// What a state stands on, nothing made. A level that the boundaries lack is the finest that they
/// have.
[[nodiscard]] Groundwork groundwork_of(const State& state);

/// Whether what is still to be made takes longer than a frame.
[[nodiscard]] bool takes_long(const Groundwork& groundwork);

/// Makes what is missing; on any thread. Errors stand in Groundwork::shapes.
void complete(Groundwork& groundwork, const ContextLayers& context);

[[nodiscard]] ShapesMade project_shapes(const ShapesKey& key, const ContextLayers& context);

}  // namespace malimap
