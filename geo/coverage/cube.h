#pragma once
// The cube: what a filter cannot change (zones, where each project lies, which figures were
// published), built once for a dataset on one layer, so that a filter costs one pass over the
// columns.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/base/snapshot.h"
#include "geo/coverage/coverage.h"
#include "geo/coverage/list_index.h"
#include "geo/coverage/placement.h"

namespace malimap {

/// Built once per dataset, boundaries and level; immutable. Keeps the dataset's snapshots alive and
/// nothing of the boundaries.
class CoverageCube {
 public:
  /// `index`: of the same list, from another level; null: made anew.
  CoverageCube(const Dataset& dataset, const Boundaries& boundaries, Level level,
               Snapshot<ListIndex> index = nullptr);

  [[nodiscard]] Level level() const { return level_; }
  [[nodiscard]] const Dataset& dataset() const { return dataset_; }
  /// Beside aggregates, of the projects that are listed with them.
  [[nodiscard]] const Placement& placement() const { return placement_; }
  [[nodiscard]] const RowOrder& order() const { return index_->order(); }
  [[nodiscard]] const FoldedTexts& texts() const { return index_->texts(); }
  [[nodiscard]] const RowBins& bins() const { return index_->bins(); }
  [[nodiscard]] const ListStrata& strata() const { return index_->strata(); }
  [[nodiscard]] const ZonePlan& plan() const { return placement_.plan; }

 private:
  Dataset dataset_;  // its columns are shared
  Level level_;
  Placement placement_;
  Snapshot<ListIndex> index_;
};

/// The same as cover(dataset, boundaries, level, filter).
[[nodiscard]] Coverage cover(const CoverageCube& cube, const Filter& filter);

/// The rows behind a zone's figures, in the list's order. Empty for aggregates, which have no rows.
[[nodiscard]] std::vector<ProjectIndex> projects_in(const CoverageCube& cube, int zone,
                                                    const Filter& filter);

/// All rows under the filter, in the list's order; beside aggregates the listed projects.
[[nodiscard]] std::vector<ProjectIndex> projects_under(const CoverageCube& cube,
                                                       const Filter& filter);

/// The coverage of one combination of values of some dimensions.
struct CoverageGroup {
  std::vector<std::optional<std::string>>
      values;         // one per dimension; nothing: projects without a value
  Coverage coverage;  // its notes are empty
};

/// One coverage per combination of values, under the filter. With one dimension: every value that
/// the filter allows; with several: the combinations that the list has (of aggregates all). A
/// project with several sectors is in each of them: with its share of the budget where the list
/// gives shares, else with the whole budget. In the order of facets(), projects without a
/// value last. No dimension: one group, the whole.
[[nodiscard]] std::vector<CoverageGroup> cover_groups(const CoverageCube& cube,
                                                      const Filter& filter,
                                                      std::span<const Dimension> dimensions);

/// facets() from a cube that is at hand.
[[nodiscard]] std::vector<FacetValue> facets(const CoverageCube& cube, Dimension dimension,
                                             const Filter& filter);

/// facets() of a dataset whatever its places: Filter::units is left out.
[[nodiscard]] std::vector<FacetValue> facets(const Dataset& dataset, Dimension dimension,
                                             const Filter& filter);

}  // namespace malimap
