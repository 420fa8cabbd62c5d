#pragma once
// The texts that a filter searches: title, notes, id, place as typed.

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/base/snapshot.h"
#include "geo/coverage/folded_column.h"
#include "geo/projects/projects.h"

namespace malimap {

/// Threads may ask at the same time.
class FoldedTexts {
 public:
  /// The list must outlive it.
  explicit FoldedTexts(const Projects& projects);
  /// Per row 1 where any of its texts holds the words, folded; every row for no words. Every view
  /// of a filter asks the same: the last answers are kept.
  [[nodiscard]] Snapshot<std::vector<std::uint8_t>> rows_with(std::string_view words) const;
  [[nodiscard]] std::size_t memory() const;

 private:
  using Rows = Snapshot<std::vector<std::uint8_t>>;
  [[nodiscard]] Rows answer_at_hand(const std::string& folded) const;

  std::size_t rows_;
  std::vector<FoldedColumn> columns_;
  mutable std::mutex answering_;
  mutable std::deque<std::pair<std::string, Rows>> answers_;  // by folded words, the latest first
};

}  // namespace malimap
