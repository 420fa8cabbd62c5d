#pragma once
// One cell as its file gives it, made ready at full reading speed.

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "geo/base/text.h"

namespace malimap {

/// trim(), without a look at the blanks of Unicode where the ends are plain letters.
[[nodiscard]] inline std::string_view trimmed(std::string_view cell) {
  const auto plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte < 0x7F;
  };
  return cell.empty() || (plain(cell.front()) && plain(cell.back())) ? cell : trim(cell);
}

/// Whether a row is one of a header's again.
[[nodiscard]] inline bool is_header(std::span<const std::string_view> row,
                                    const std::vector<std::vector<std::string_view>>& headers) {
  return std::any_of(headers.begin(), headers.end(), [&](const auto& header) {
    return std::equal(row.begin(), row.end(), header.begin(), header.end());
  });
}

/// is_missing() of a trimmed cell that is not empty; most cells are told by their first letter.
[[nodiscard]] inline bool is_marker(std::string_view cell) {
  switch (cell.front()) {
    case '#':
    case '<':
    case 'n':
    case 'N':
      return cell.size() <= 8 && is_missing(cell);
    case 's':
    case 'S':
      return cell.size() <= 5 && cell.size() > 1 && (cell[1] == '.' || cell[1] == '/') &&
             is_missing(cell);
    case '-':
    case '_':
    case '.':
    case '\'':
    case '`':
    case '\xE2':  // dashes and the ellipsis
      return cell.size() <= 16 && is_missing(cell);
    default:
      return false;
  }
}

}  // namespace malimap
