#pragma once
// Everything that panels and painters read of a state: made by the pipeline, never changed.

#include <optional>
#include <string>
#include <vector>

#include "app/session/state.h"
#include "geo/coverage/column_ranks.h"
#include "geo/coverage/cube.h"
#include "geo/coverage/explain.h"
#include "geo/coverage/gaps/distance.h"
#include "geo/coverage/gaps/gaps.h"
#include "geo/coverage/linked.h"
#include "geo/coverage/list_changes.h"
#include "geo/coverage/matrix.h"
#include "geo/coverage/profile.h"
#include "geo/map/bands.h"
#include "geo/map/compose.h"
#include "geo/map/marker_index.h"

namespace malimap {

class CoverageEngine;

/// The values of one dimension with their figures under the other filters.
using Facets = std::vector<FacetValue>;

/// What a study of distances hangs on.
struct DistanceKey {
  Snapshot<CoverageCube> cube;
  Snapshot<Shapes> shapes;  // that the bands are cut to
  Filter filter;
  double beyond_km = 0;
  bool operator==(const DistanceKey&) const = default;
};
/// Two lists to be compared, and the language of what is told of them.
struct ChangesKey {
  Snapshot<Dataset> before, after;
  Language language = Language::French;
  bool operator==(const ChangesKey&) const = default;
};

/// A column of a list whose order is to be found.
struct RanksKey {
  Snapshot<Dataset> dataset;
  ProjectColumn column = ProjectColumn::Row;
  Language language = Language::French;
  bool operator==(const RanksKey&) const = default;
};

/// What would answer filters of a long list faster: its engine, or where there is one (`engine`)
/// sums of its for an axis.
struct EngineKey {
  Snapshot<CoverageCube> cube;
  Snapshot<CoverageEngine> engine;
  std::size_t axis = 0;
  Filter rest;
  bool operator==(const EngineKey&) const = default;
};

/// Everything that panels and painters read of a state. Snapshots: cheap to copy, never changed.
struct Derived {
  Snapshot<Boundaries> boundaries;  // keeps the layer alive
  const AdminLayer* layer = nullptr;
  Snapshot<Shapes> shapes;
  PlaneBox focus;  // of the units inside Scene::within; of all where there is none
  Snapshot<Coverage> coverage;
  Snapshot<Picture> picture;
  Snapshot<CoverageCube> cube;
  Snapshot<MarkerIndex> marker_index;
  Filter filter;  // that the figures are under: filter_of(scene)
  Snapshot<LinkedViews> linked;
  Snapshot<Facets> fund, sector, status, donor, partner;
  // Under all other filters. Of aggregates, and where no zone has a budget; else null: the facet
  // of funds tells.
  Snapshot<std::vector<CoverageGroup>> by_fund;
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
  // Rows of the tab Projects: the selected zone's, else all under the filter. While an order is
  // being found they stand in the last one that was.
  Snapshot<std::vector<ProjectIndex>> table;
  Snapshot<Matrix> matrix;  // of the tab Matrix
  Filter matrix_filter;  // that the matrix is under: all but its own units and values, as a facet
  Snapshot<GapStudy> gaps;            // of the tab Gaps
  std::string gaps_problem;           // why there is none, a sentence
  Snapshot<DistanceStudy> distances;  // null also while it is being made
  Snapshot<Bands> bands;              // of the distances
  Snapshot<ListChanges> changes;      // against Sources::previous
  Snapshot<Explanation> explanation;  // of State::figure
  // Wanted and not made yet: longer than a frame, for a job.
  std::optional<DistanceKey> missing_distances;
  std::optional<ChangesKey> missing_changes;
  std::optional<RanksKey> missing_ranks;
  std::optional<EngineKey> missing_engine;  // figures come from all rows until then
  // The other view of Scene::compare; its picture only while it is shown beside this one.
  Snapshot<Coverage> other_coverage;
  Snapshot<Picture> other_picture;
};

/// The zone that a unit belongs to; nullptr for kNoUnit.
[[nodiscard]] const CoverageZone* zone_of(const Derived& derived, UnitIndex unit);

}  // namespace malimap
