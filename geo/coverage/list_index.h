#pragma once
// What a filter reads of a list wherever its projects lie: the same on every level, whatever the
// boundaries.

#include <memory>
#include <mutex>
#include <optional>

#include "geo/coverage/folded_texts.h"
#include "geo/coverage/row_bins.h"
#include "geo/coverage/row_order.h"

namespace malimap {

struct ListStrata;

/// Of a project list; beside aggregates of those that are listed with them. Shared by all cubes of
/// the list.
class ListIndex {
 public:
  explicit ListIndex(const Dataset& dataset);

  /// The order in which rows are counted; of aggregates none.
  [[nodiscard]] const RowOrder& order() const { return order_; }
  /// What a filter searches. Made when first asked for; threads may ask.
  [[nodiscard]] const FoldedTexts& texts() const;
  /// The bins of histograms and timeline. As texts().
  [[nodiscard]] const RowBins& bins() const;
  /// The rows divided by what filters ask of them. As texts(); of a list alone.
  [[nodiscard]] const ListStrata& strata() const;

 private:
  Dataset dataset_;  // its columns are shared
  RowOrder order_;
  mutable std::once_flag texts_once_, bins_once_, strata_once_;
  mutable std::optional<FoldedTexts> texts_;
  mutable std::optional<RowBins> bins_;
  mutable std::shared_ptr<const ListStrata> strata_;
};

}  // namespace malimap
