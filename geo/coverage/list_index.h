#pragma once
// What a filter reads of a list wherever its projects lie: the same on every level, whatever the
// boundaries.

#include <mutex>
#include <optional>

#include "geo/coverage/folded_texts.h"
#include "geo/coverage/row_bins.h"
#include "geo/coverage/row_order.h"

namespace malimap {

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

 private:
  Snapshot<Projects> projects_;
  RowOrder order_;
  mutable std::once_flag texts_once_, bins_once_;
  mutable std::optional<FoldedTexts> texts_;
  mutable std::optional<RowBins> bins_;
};

}  // namespace malimap
