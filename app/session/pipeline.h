#pragma once
// From a state to everything that is shown, in stages that remember. A stage works again only when
// what it reads has changed: snapshots by identity, parts of the scene by value.
//
//   boundaries + level + projection + context files -> Shapes
//   dataset + boundaries + level              -> CoverageCube
//   + filter                                  -> Coverage, facets, coverage of each fund
//   + selected zone                           -> its projects
//   + dimension, for maps that divide by it   -> coverage of each value
//   + measure, palette, classes, language     -> Picture
//   + camera, size, selection, hover          -> Composition

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session/memo.h"
#include "app/session/state.h"
#include "geo/boundaries/context.h"
#include "geo/coverage/cube.h"
#include "geo/coverage/explain.h"
#include "geo/coverage/gaps/distance.h"
#include "geo/coverage/gaps/gaps.h"
#include "geo/coverage/linked.h"
#include "geo/coverage/list_changes.h"
#include "geo/coverage/matrix.h"
#include "geo/coverage/profile.h"
#include "geo/map/compose.h"

namespace malimap {

/// The values of one dimension with their figures under the other filters.
using Facets = std::vector<FacetValue>;

/// Everything that panels and painters read of a state. Snapshots: cheap to copy, never changed.
struct Derived {
  Snapshot<Boundaries> boundaries;  // keeps the layer alive
  const AdminLayer* layer = nullptr;
  Snapshot<Shapes> shapes;
  Snapshot<Coverage> coverage;
  Snapshot<Picture> picture;
  Snapshot<CoverageCube> cube;
  Filter filter;  // that the figures are under: filter_of(scene)
  Snapshot<LinkedViews> linked;
  Snapshot<Facets> fund, sector, status, donor, partner;
  Snapshot<std::vector<CoverageGroup>> by_fund;  // under all other filters
  // Of Scene::by under the filter; null where the map type does not divide by it.
  Snapshot<std::vector<CoverageGroup>> groups;
  // Why the map is not as the scene wants it (its projection, a layer of the user's own): a
  // sentence to show; empty: it is.
  std::string problem;
  // The listed projects of the selected zone under the filter; beside aggregates they are already
  // inside the figures.
  Snapshot<std::vector<ProjectIndex>> zone_projects;

  // Made only while they are shown; else null.
  Snapshot<Profile> profile;  // of the selected zone
  Snapshot<std::vector<ProjectIndex>>
      table;  // rows of the tab Projects, sorted: the selected zone's, else all under the filter
  Snapshot<Matrix> matrix;            // of the tab Matrix
  Snapshot<GapStudy> gaps;            // of the tab Gaps
  std::string gaps_problem;           // why there is none, a sentence
  Snapshot<DistanceStudy> distances;  // null also while it is being made
  Snapshot<ListChanges> changes;      // against Sources::previous
  Snapshot<Explanation> explanation;  // of State::figure
  // The other view of Scene::compare.
  Snapshot<Coverage> other_coverage;
  Snapshot<Picture> other_picture;
};

/// The zone that a unit belongs to; nullptr for kNoUnit.
[[nodiscard]] const CoverageZone* zone_of(const Derived& derived, UnitIndex unit);

/// What the window adds to a scene to make a picture of it.
struct Frame {
  View view;
  UnitIndex hovered = kNoUnit;
  std::vector<PixelBox> keep_clear;  // where furniture stands, px
  Corner legend_corner = Corner::BottomLeft;
  double legend_inset_dp = 0;
};

class Pipeline {
 public:
  Pipeline(Snapshot<ContextLayers> context, MeasureText measure_text);

  /// Errors: boundaries that cannot be projected.
  [[nodiscard]] Result<Derived> derive(const State& state);

  /// The picture placed for a view. Without a scene's camera the view's camera holds.
  [[nodiscard]] Snapshot<Composition> compose(const State& state, const Derived& derived,
                                              const Frame& frame);

  /// How often each stage worked, for tests.
  struct Runs {
    std::size_t shapes = 0, coverage = 0, facets = 0, picture = 0, composition = 0;
  };
  [[nodiscard]] Runs runs() const;

 private:
  struct ShapesKey {
    Snapshot<Boundaries> boundaries;
    Level level;
    std::string projection;  // of the scene
    std::vector<ContextFile> context;
    bool operator==(const ShapesKey&) const = default;
  };
  struct ShapesMade {
    Snapshot<Shapes> shapes;
    std::optional<Error> problem;
  };
  struct CubeKey {
    Snapshot<Dataset> dataset;
    Snapshot<Boundaries> boundaries;
    Level level;
    bool operator==(const CubeKey&) const = default;
  };
  struct CoverageKey {
    Snapshot<CoverageCube> cube;
    Filter filter;
    bool operator==(const CoverageKey&) const = default;
  };
  struct GroupKey {
    Snapshot<CoverageCube> cube;
    Filter filter;
    Dimension by;
    bool operator==(const GroupKey&) const = default;
  };
  struct FacetKey {
    Snapshot<Dataset> dataset;
    Dimension dimension;
    Filter filter;
    bool operator==(const FacetKey&) const = default;
  };
  struct ZoneKey {
    Snapshot<CoverageCube> cube;
    int zone;
    Filter filter;
    bool operator==(const ZoneKey&) const = default;
  };
  struct PictureKey {
    Snapshot<Coverage> coverage;
    Snapshot<std::vector<CoverageGroup>> groups;
    Snapshot<Shapes> shapes;
    Scene scene;  // without its camera
    Language language;
    bool operator==(const PictureKey&) const = default;
  };
  struct CompositionKey {
    Snapshot<Picture> picture;
    double width, height, scale;
    Camera camera;
    UnitIndex selected, hovered;
    std::vector<double> keep_clear;
    Corner legend_corner;
    double legend_inset_dp;
    bool operator==(const CompositionKey&) const = default;
  };

  Result<ShapesMade> shapes_of(const State& state, Level level);
  Snapshot<CoverageCube> cube_of(const State& state, Level level);
  Snapshot<Facets> facets_of(const State& state, Dimension dimension);
  Snapshot<Picture> picture_of(const State& state, const Derived& derived);

  Snapshot<ContextLayers> context_;
  MeasureText measure_text_;
  Memo<ShapesKey, ShapesMade> shapes_{4};
  Memo<CubeKey, Snapshot<CoverageCube>> cubes_{4};
  Memo<CoverageKey, Snapshot<Coverage>> coverage_{16};
  Memo<CoverageKey, Snapshot<std::vector<CoverageGroup>>> by_fund_{8};
  Memo<GroupKey, Snapshot<std::vector<CoverageGroup>>> groups_{8};
  Memo<ZoneKey, Snapshot<std::vector<ProjectIndex>>> zone_projects_{8};
  Memo<FacetKey, Snapshot<Facets>> facets_{16};
  Memo<PictureKey, Snapshot<Picture>> pictures_{4};
  Memo<CompositionKey, Snapshot<Composition>> compositions_{1};
};

}  // namespace malimap
