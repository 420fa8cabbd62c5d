#pragma once
// The values of rows in one dimension, whichever column it is.

#include <span>
#include <string_view>
#include <vector>

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
  [[nodiscard]] std::span<const Code> of(std::size_t row) {
    if (single_)
      return std::span(single_->codes).subspan(row, 1);
    const auto codes = multi_->at(row);
    return codes.size() < 2 ? (codes.empty() ? kNone : codes) : each_once(codes);
  }

 private:
  static constexpr Code kMissingCode = kMissing;
  static constexpr std::span<const Code> kNone{&kMissingCode, 1};
  [[nodiscard]] std::span<const Code> each_once(std::span<const Code> codes);

  const DictionaryColumn* single_ = nullptr;
  const MultiDictionaryColumn* multi_ = nullptr;
  std::vector<Code> buffer_;  // of a row that has a value twice
};

/// Natural order of the statuses that the program knows; others come behind them.
[[nodiscard]] int status_rank(std::string_view status);

}  // namespace malimap
