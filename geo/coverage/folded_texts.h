#pragma once
// The texts that a filter searches (title, notes, id, place as typed), folded once, so that a
// keystroke costs one pass over bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/projects/projects.h"

namespace malimap {

class FoldedTexts {
 public:
  explicit FoldedTexts(const Projects& projects);
  /// Per row 1 where any of its texts holds the words, folded; every row for no words.
  [[nodiscard]] std::vector<std::uint8_t> rows_with(std::string_view words) const;

 private:
  void search(std::string_view folded, std::size_t first, std::size_t last,
              std::vector<std::uint8_t>& found) const;
  std::string bytes_;              // text after text, each closed by a line feed
  std::vector<std::size_t> ends_;  // per row, behind its last line feed
};

}  // namespace malimap
