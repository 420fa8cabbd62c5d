#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/boundaries/boundaries.h"

namespace malimap {

/// What the user says where the file does not tell by itself.
struct BoundaryOptions {
  std::optional<Level> level;                            // of the file's units
  std::string pcode_column, name_column, parent_column;  // empty: recognised by name and content
  std::string layer;  // of a file with several; empty: recognised
};

/// Reads any vector format that GDAL's allowed drivers open, in any CRS that the file states, into
/// WGS 84. Rings that are not valid are repaired and reported; units that cannot be repaired are
/// reported as lost. A path "PG:..." is a database (open_database()). Coarser levels follow from
/// dissolving on the parent's P-code. Errors: no such file, a directory, empty, not a vector file,
/// no polygons, no name column found; those of open_database().
[[nodiscard]] Result<Boundaries> read_boundaries(const std::string& path,
                                                 const BoundaryOptions& options, Problems& problems,
                                                 Progress* progress = nullptr);

/// Boundaries::source of the boundaries that ship.
inline constexpr std::string_view kEmbeddedSource = "Natural Earth";

/// The boundaries that ship: 8 regions and the district of Bamako, ML01 to ML09.
[[nodiscard]] Boundaries embedded_boundaries();

}  // namespace malimap
