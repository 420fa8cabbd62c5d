#pragma once
// From a state to everything that is shown, in stages that remember. A stage works again only when
// what it reads has changed: snapshots by identity, parts of the scene by value.
//
//   groundwork (groundwork.h):
//     boundaries + level + projection + context files -> Shapes
//     dataset                                 -> ListIndex
//     dataset + boundaries + level            -> CoverageCube
//     dataset + projection                    -> MarkerIndex
//   + filter                                  -> LinkedViews (coverage, facets, histograms), of a
//   long list by a CoverageEngine; of aggregates each fund
//   + need, distances                         -> Coverage with what its measures ask for
//   + selected zone                           -> its projects
//   + dimension, for maps that divide by it   -> coverage of each value
//   marker index + filter                     -> PlaceMarkers
//   + measure, palette, classes, language     -> Picture
//   + camera, size, selection, hover          -> Composition

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session/derived.h"
#include "app/session/explore_stages.h"
#include "app/session/groundwork.h"
#include "app/session/memo.h"

namespace malimap {

/// What the window adds to a scene to make a picture of it.
struct Viewport {
  View view;
  UnitIndex hovered = kNoUnit;
  std::vector<PixelBox> keep_clear;  // where furniture stands, px
  Corner legend_corner = Corner::BottomLeft;
  double legend_inset_dp = 0;
};

class AxisSums;

/// What a job makes of an EngineKey: an engine, or sums for the one that there is.
struct EngineMade {
  std::shared_ptr<CoverageEngine> engine;
  std::shared_ptr<const AxisSums> sums;
};
[[nodiscard]] EngineMade make_engine(const EngineKey& key, Progress* progress);

class Pipeline {
 public:
  Pipeline(Snapshot<ContextLayers> context, MeasureText measure_text);

  /// Errors: boundaries that cannot be projected.
  [[nodiscard]] Result<Derived> derive(const State& state);

  /// The picture placed for a view. Without a scene's camera the view's camera holds.
  [[nodiscard]] Snapshot<Composition> compose(const State& state, const Derived& derived,
                                              const Viewport& frame);

  /// What compose() gives of it that paint_ground() draws, before anything is placed.
  [[nodiscard]] static Composition compose_ground(const State& state, const Derived& derived,
                                                  const View& view);

  /// The other view of the comparison, for the same camera; null where there is none.
  [[nodiscard]] Snapshot<Composition> compose_other(const State& state, const Derived& derived,
                                                    const Viewport& frame);

  /// What a job has made of Derived::missing_distances, missing_changes, missing_ranks and
  /// missing_engine.
  void put(const DistanceKey& key, DistanceStudy study, Snapshot<Bands> bands) {
    explore_.put(key, std::move(study), std::move(bands));
  }
  void put(const ChangesKey& key, ListChanges changes) { explore_.put(key, std::move(changes)); }
  void put(const RanksKey& key, ColumnRanks ranks) { explore_.put(key, std::move(ranks)); }
  void put(const EngineKey& key, EngineMade made);

  /// What a state stands on, as far as it is at hand. Where the rest takes_long(), a job should
  /// complete() and put() it before the state is derived.
  [[nodiscard]] Groundwork groundwork(const State& state);
  void put(const Groundwork& made);

  /// How often each stage worked, for tests.
  struct Runs {
    std::size_t shapes = 0, coverage = 0, picture = 0, composition = 0;
  };
  [[nodiscard]] Runs runs() const;

 private:
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
  struct ZoneKey {
    Snapshot<CoverageCube> cube;
    int zone;
    Filter filter;
    bool operator==(const ZoneKey&) const = default;
  };
  struct PlacesKey {
    Snapshot<MarkerIndex> index;
    Snapshot<CoverageCube> cube;
    Filter filter;
    bool operator==(const PlacesKey&) const = default;
  };
  struct PictureKey {
    Snapshot<Dataset> dataset;
    Snapshot<Coverage> coverage, other;
    Snapshot<DistanceStudy> distances;
    Snapshot<std::vector<CoverageGroup>> groups;
    Snapshot<Shapes> shapes;
    Snapshot<NeedTable> need;
    Snapshot<ListChanges> changes;
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

  Groundwork stand(Derived& derived, const State& state);
  [[nodiscard]] std::optional<EngineKey> missing_engine(const Snapshot<CoverageCube>& cube);
  Snapshot<LinkedViews> linked_of(const Snapshot<CoverageCube>& cube, const Filter& filter);
  Snapshot<std::vector<CoverageGroup>> by_fund_of(const Snapshot<CoverageCube>& cube,
                                                  const Filter& other_filters);
  Snapshot<std::vector<CoverageGroup>> groups_of(const Snapshot<CoverageCube>& cube,
                                                 const Filter& filter, const Scene& scene);
  PlaneBox focus_of(const Derived& derived, const std::string& within);
  void link(Derived& derived, const State& state);
  void add_zone_projects(Derived& derived, const State& state);
  void compare(Derived& derived, const Groundwork& ground, const State& state);
  Snapshot<PlaceMarkers> places_of(const Derived& derived);
  Snapshot<Picture> picture_of(const Snapshot<Dataset>& dataset, const Scene& scene,
                               const State& state, const Derived& derived);
  Snapshot<Composition> composed(const State& state, const Derived& derived, const Viewport& frame,
                                 const Snapshot<Picture>& picture);

  Snapshot<ContextLayers> context_;
  MeasureText measure_text_;
  Memo<ShapesKey, ShapesMade> shapes_{4};
  Memo<std::pair<Snapshot<Shapes>, std::string>, PlaneBox> focus_{4};
  Memo<Snapshot<Dataset>, Snapshot<ListIndex>> indices_{3};
  Memo<CubeKey, Snapshot<CoverageCube>> cubes_{4};
  Memo<Snapshot<CoverageCube>, std::shared_ptr<CoverageEngine>> engines_{2};
  Memo<CoverageKey, Snapshot<LinkedViews>> linked_{16};
  Memo<CoverageKey, Snapshot<std::vector<CoverageGroup>>> by_fund_{8};
  Memo<GroupKey, Snapshot<std::vector<CoverageGroup>>> groups_{8};
  Memo<ZoneKey, Snapshot<std::vector<ProjectIndex>>> zone_projects_{8};
  Memo<std::pair<Snapshot<Dataset>, std::string>, Snapshot<MarkerIndex>> marker_indices_{3};
  Memo<PlacesKey, Snapshot<PlaceMarkers>> places_{8};
  Memo<PictureKey, Snapshot<Picture>> pictures_{6};
  Memo<CompositionKey, Snapshot<Composition>> compositions_{2};
  ExploreStages explore_;
};

}  // namespace malimap
