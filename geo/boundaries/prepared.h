#pragma once
// Boundaries as an earlier run read them from the same bytes, kept in the cache: opening GDAL,
// repairing rings and finding shared borders takes a hundred times longer than reading the result.

#include <string>

#include "geo/boundaries/read.h"

namespace malimap {

/// $XDG_CACHE_HOME/malimap/prepared, else ~/.cache/malimap/prepared; "" when neither is known.
[[nodiscard]] std::string prepared_folder();

/// read_boundaries(), or what this very program made of the same path, bytes and options before,
/// with the problems that it reported. Formats of one file and shapefiles are kept; databases and
/// folders are always read. What cannot be kept, or is damaged where it is kept, is read. The
/// folder holds the dozen that were used last; it can be removed at any time. Errors: those of
/// read_boundaries().
[[nodiscard]] Result<Boundaries> read_prepared(const std::string& path,
                                               const BoundaryOptions& options, Problems& problems,
                                               Progress* progress = nullptr,
                                               const std::string& folder = prepared_folder());

/// Whether read_prepared() would not have to read it.
[[nodiscard]] bool is_prepared(const std::string& path, const BoundaryOptions& options,
                               const std::string& folder = prepared_folder());

}  // namespace malimap
