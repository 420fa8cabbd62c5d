#pragma once
// Need as the user's own file gives it: people in need, people, poor households, per unit, and per
// sector where the file has sectors. Totals are told from their parts, so that nothing counts
// twice.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// One figure of need. `sector`: a sector's key as lists have it (Projects::sector), "" for all
/// sectors together.
struct NeedEntry {
  std::string code;  // P-code of a unit of the boundaries in use, or a reporting zone's id
  Level level = Level::Region;
  std::vector<std::string> pcodes;  // the units that it covers; several for a zone
  std::string sector;
  double value = 0;
  std::int64_t row =
      0;  // of the file, as a spreadsheet shows it; the first of several that were added
};

struct NeedTable {
  std::string path, source, sheet,
      column;                        // source: the file's name; column: whose values these are
  std::vector<std::string> columns;  // that hold numbers and can be asked for
  std::vector<std::string> sectors;  // keys, in the file's order; empty: the file has none
  std::vector<NeedEntry> entries;
};

/// Reads one column of a table as need. Rows are joined to the boundaries by P-code together with
/// name, or by name, in both orders of codes, as lists are; where the file has codes alone a note
/// says so. Of a file that crosses need with gender, age or group only the rows for all of them
/// count; rows without a unit are the country's totals and are left out. `column` empty: the one
/// that looks like need (people in need, population). Errors: as read_table; no such column (naming
/// those that hold numbers); nothing joined.
[[nodiscard]] Result<NeedTable> read_need(const std::string& path, const std::string& column,
                                          const Boundaries& boundaries, const ReadOptions& options,
                                          Problems& problems);

}  // namespace malimap
