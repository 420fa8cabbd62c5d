#include "geo/coverage/list_index.h"

#include "geo/coverage/engine/strata.h"

namespace malimap {

ListIndex::ListIndex(const Dataset& dataset)
    : dataset_(dataset), order_(dataset.aggregates ? RowOrder() : RowOrder(dataset)) {}

const FoldedTexts& ListIndex::texts() const {
  std::call_once(texts_once_, [&] { texts_.emplace(*dataset_.projects); });
  return *texts_;
}

const RowBins& ListIndex::bins() const {
  std::call_once(bins_once_, [&] { bins_.emplace(*dataset_.projects); });
  return *bins_;
}

const ListStrata& ListIndex::strata() const {
  std::call_once(strata_once_,
                 [&] { strata_ = std::make_shared<const ListStrata>(dataset_, order_, bins()); });
  return *strata_;
}

}  // namespace malimap
