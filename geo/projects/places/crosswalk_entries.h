#pragma once
// The lines of a crosswalk: which unit of which vintage is made of what.

#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/table.h"

namespace malimap {

/// Units are told by the pieces that they are made of: the cercles of 2012, cut where a later
/// division cuts across them. Pieces are only names; two units that share a piece share land.
struct CrosswalkEntry {
  Level level = Level::Region;
  std::vector<std::string> vintages;  // empty in a user's own table
  std::vector<std::string> codes;     // OCHA's in one or two orders, ISO 3166-2
  std::string name_fr, name_en;
  std::vector<std::string> covers;   // pieces that it holds as a whole
  std::vector<std::string> part_of;  // pieces that hold it without being filled by it
  std::vector<std::string> aliases;
  std::vector<std::string> geonames;  // ids and codes of GeoNames
  std::int64_t row = 0;               // in its file

  [[nodiscard]] bool is_of(std::string_view vintage) const;
  /// By place_key.
  [[nodiscard]] bool is_called(const std::string& key) const;
};

/// The lines of a table with columns level, name_fr (or name), covers, part_of and, as wished,
/// vintage, code, other_codes, name_en, aliases, geonames. A line without a level, a name or any
/// piece is reported and left out.
[[nodiscard]] std::vector<CrosswalkEntry> crosswalk_entries(const Table& table, Problems& problems);

/// Mali's regions and cercles of 2012, 2016 and 2023 (assets/crosswalk).
[[nodiscard]] std::vector<CrosswalkEntry> embedded_crosswalk_entries();

}  // namespace malimap
