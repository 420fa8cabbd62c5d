#include "geo/coverage/list_index.h"

namespace malimap {

ListIndex::ListIndex(const Dataset& dataset)
    : projects_(dataset.projects), order_(dataset.aggregates ? RowOrder() : RowOrder(dataset)) {}

const FoldedTexts& ListIndex::texts() const {
  std::call_once(texts_once_, [&] { texts_.emplace(*projects_); });
  return *texts_;
}

const RowBins& ListIndex::bins() const {
  std::call_once(bins_once_, [&] { bins_.emplace(*projects_); });
  return *bins_;
}

}  // namespace malimap
