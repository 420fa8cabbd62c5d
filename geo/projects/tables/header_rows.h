#pragma once
// Which rows of a sheet are its header: told from how they look, what their words say, and how the
// rows below differ from them.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "geo/projects/table.h"

namespace malimap {

/// Rows from the top among which a header is looked for.
inline constexpr std::size_t kHeaderWithin = 60;

struct HeaderRows {
  std::size_t first = 0, count = 0;  // count 0: no row looks like a header
  std::optional<std::size_t> hxl;    // the row of HXL tags
  double score = 0;
  /// Different roles (geo/projects/columns.h) that the words and tags name; those of places apart:
  /// lists of places have them too.
  int project_roles = 0, place_roles = 0;
  std::size_t data = 0;  // the first row of the data
};

[[nodiscard]] HeaderRows find_header(const Table& table);

/// Header texts of some rows, one a column: headings over several cells count for each of them,
/// outer ones first ("Localisation / Cercle").
[[nodiscard]] std::vector<std::string> header_texts(const Table& table, std::size_t first,
                                                    std::size_t count);

/// How a cell looks, for telling headers from data.
enum class CellLook { Blank, Text, Year, Number, Code };
[[nodiscard]] CellLook look_of(std::string_view cell);

}  // namespace malimap
