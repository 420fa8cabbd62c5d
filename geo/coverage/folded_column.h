#pragma once
// One column's texts as a search reads them: folded.

#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/base/column.h"

namespace malimap {

/// Of texts that the column holds once, each is folded once. Of others only those are held folded
/// that are more than ASCII; the rest is folded while it is searched, which costs little more than
/// reading it. The column must outlive it.
class FoldedColumn {
 public:
  explicit FoldedColumn(const TextColumn& texts);
  /// Sets found[row] of every row whose text holds the words, which are folded and not empty.
  void search(std::string_view words, std::vector<std::uint8_t>& found) const;
  [[nodiscard]] std::size_t memory() const;

 private:
  void search_distinct(std::string_view words, std::vector<std::uint8_t>& found) const;
  void search_rows(std::string_view words, std::size_t first, std::size_t last,
                   std::vector<std::uint8_t>& found) const;

  const TextColumn* texts_;
  TextList folded_;                  // each closed by a line feed, which no folded text holds
  std::vector<std::uint32_t> rows_;  // of them, where texts are not held once
};

}  // namespace malimap
