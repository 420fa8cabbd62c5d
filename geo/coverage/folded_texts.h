#pragma once
// The texts that a filter searches (title, notes, id, place as typed), folded once, so that a
// keystroke costs one pass over bytes.

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/base/snapshot.h"
#include "geo/projects/projects.h"

namespace malimap {

/// Threads may ask at the same time.
class FoldedTexts {
 public:
  explicit FoldedTexts(const Projects& projects);
  /// Per row 1 where any of its texts holds the words, folded; every row for no words. Every view
  /// of a filter asks the same: the last answers are kept.
  [[nodiscard]] Snapshot<std::vector<std::uint8_t>> rows_with(std::string_view words) const;

 private:
  using Rows = Snapshot<std::vector<std::uint8_t>>;
  [[nodiscard]] Rows answer_at_hand(const std::string& folded) const;
  void search(std::string_view folded, std::size_t first, std::size_t last,
              std::vector<std::uint8_t>& found) const;
  std::string bytes_;              // text after text, each closed by a line feed
  std::vector<std::size_t> ends_;  // per row, behind its last line feed
  mutable std::mutex answering_;
  mutable std::deque<std::pair<std::string, Rows>> answers_;  // by folded words, the latest first
};

}  // namespace malimap
