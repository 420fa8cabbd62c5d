#pragma once
// The values of rows in one dimension, whichever column it is.

#include <string_view>

#include "geo/coverage/filter.h"
#include "geo/projects/projects.h"

namespace malimap {

/// The codes of one row in one dimension, each once; {kMissing} for a row without a value. The list
/// must outlive it.
class DimensionCodes {
 public:
  DimensionCodes(const Projects& projects, Dimension dimension);

  [[nodiscard]] const Dictionary& dictionary() const {
    return single_ ? single_->dictionary : multi_->dictionary;
  }
  /// Valid until the next row is asked for.
  [[nodiscard]] CodeRange of(std::size_t row) {
    if (single_)
      return single_->codes.range(row, 1);
    const auto codes = multi_->at(row);
    return codes.size() < 2 ? (codes.empty() ? none_.range(0, 1) : codes) : each_once(codes);
  }

 private:
  [[nodiscard]] CodeRange each_once(const CodeRange& codes);

  const DictionaryColumn* single_ = nullptr;
  const MultiDictionaryColumn* multi_ = nullptr;
  Codes none_{kMissing};  // of a row without a value
  Codes buffer_;          // of a row that may have a value twice
};

/// Natural order of the statuses that the program knows; others come behind them.
[[nodiscard]] int status_rank(std::string_view status);

}  // namespace malimap
