#pragma once
// Boundaries given by address: downloaded once, checked, kept for work without a network.

#include "geo/base/progress.h"
#include "geo/boundaries/address.h"
#include "geo/boundaries/download.h"
#include "geo/boundaries/read.h"

namespace malimap {

/// $XDG_CACHE_HOME/malimap/boundaries, else ~/.cache/malimap/boundaries; "" when neither is known.
[[nodiscard]] std::string boundary_cache();

struct FetchOptions {
  std::string cache = boundary_cache();  // a folder; made when it is missing
  BoundaryOptions boundary;              // for the check
  DownloadLimits limits;
};

/// The path of the local copy, "KEY-NAME" in the cache. A copy that is there is used as it is,
/// without a request; to have it anew, remove it. A new one is downloaded aside and takes its place
/// only when read_boundaries() reads it; a small JSON file beside it says where it is from, when it
/// came and its size. Errors: those of read_address(), download() and read_boundaries(); a web page
/// in place of a map; no folder for the copy. No error repeats user, password or query of the
/// address.
[[nodiscard]] Result<std::string> fetch_boundaries(const std::string& url, Progress* progress,
                                                   const FetchOptions& options = {});

}  // namespace malimap
