#pragma once
// Boundaries from what the user names: files, addresses, databases; one or several.

#include <string>
#include <vector>

#include "geo/boundaries/read.h"

namespace malimap {

/// From a file, a database ("PG:...") or an address ("https://..."; fetched into the cache and
/// kept), whichever the user named; or as read before, see read_prepared(). `source` is fit to be
/// shown: it holds no password. Errors: those of read_boundaries() and fetch_boundaries().
[[nodiscard]] Result<Boundaries> read_boundaries_from(const std::string& place,
                                                      const BoundaryOptions& options,
                                                      Problems& problems,
                                                      Progress* progress = nullptr);

/// All of them as one, see nest(), with the embedded boundaries as the fallback; the embedded
/// boundaries themselves when no place is given. Errors: those of the readers and of nest().
[[nodiscard]] Result<Boundaries> read_nested(const std::vector<std::string>& places,
                                             const BoundaryOptions& options, Problems& problems,
                                             Progress* progress = nullptr);

}  // namespace malimap
