#pragma once
// Which column of a boundary file is what, by its name and its values.

#include <string>
#include <vector>

#include "geo/base/result.h"
#include "geo/boundaries/read.h"

namespace malimap {

/// The attributes of a layer as text, valid UTF-8, trimmed; "" for missing.
struct AttributeTable {
  std::vector<std::string> fields;
  std::vector<std::vector<std::string>> rows;  // rows[feature][field]
};

inline constexpr int kNoColumn = -1;

struct LevelColumns {
  Level level = Level::Region;
  int pcode =
      kNoColumn;  // values look like P-codes, or the user or the column's name says that they are
  int id = kNoColumn;  // the file's own key (GADM's GID_1, geoBoundaries' shapeID, ISO 3166-2)
  int name = kNoColumn;
  bool guessed = false;  // only the values say that these are P-codes; FIPS codes look the same
};

struct ColumnPlan {
  std::vector<LevelColumns> levels;  // coarse to fine, never empty; the last is the file's units
};

/// "ML05", "MLI0502": letters of a country and two to ten digits.
[[nodiscard]] bool looks_like_pcode(std::string_view text);

/// The column that says in which country a unit lies, or kNoColumn.
[[nodiscard]] int country_column(const AttributeTable& table);

/// Knows OCHA's COD-AB in all its spellings, geoBoundaries, GADM, Natural Earth, French column
/// names; what the options name comes first. `hint`: the file's and the layer's name, which may
/// tell the level. Errors: a column of the options that the file lacks; no column with names. Both
/// list the columns.
[[nodiscard]] Result<ColumnPlan> recognise_columns(const AttributeTable& table,
                                                   const BoundaryOptions& options,
                                                   const std::string& hint, const Place& place);

}  // namespace malimap
